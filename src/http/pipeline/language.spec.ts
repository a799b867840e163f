import { preferredLanguage } from './language.js';

describe('the language of sentences for people', () => {
  it.each([
    [undefined, 'en'],
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en-US,es;q=0.5', 'en'],
    ['fr', 'en'],
    ['*', 'en'],
    ['es;q=0, en', 'en'],
    [';;;,', 'en'],
  ] as const)('for %p is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
