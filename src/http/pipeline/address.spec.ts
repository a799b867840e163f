import { originForm } from './address.js';

describe('originForm', () => {
  it.each([
    ['/v1/programs?q=a', '/v1/programs?q=a'],
    ['//v1/programs', '//v1/programs'],
    ['http://example.org/v1/programs?q=a', '/v1/programs?q=a'],
    ['HTTPS://user:secret@example.org:80/v1/programs', '/v1/programs'],
    ['http://example.org', '/'],
    ['http://example.org?q=a', '/?q=a'],
    ['/v1/programs#q=secret', '/v1/programs'],
    ['/v1/programs?q=a#b', '/v1/programs?q=a'],
    ['*', '*'],
    ['', '/'],
  ])('reads %s as %s', (given, read) => {
    expect(originForm(given)).toBe(read);
  });
});
