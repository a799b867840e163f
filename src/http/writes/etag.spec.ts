import { entityTag, matchesNone } from './etag.js';

describe('An entity tag', () => {
  it('is the same for the same bytes and another for others', () => {
    expect(entityTag('{"a":1}')).toBe(entityTag('{"a":1}'));
    expect(entityTag('{"a":1}')).not.toBe(entityTag('{"a":2}'));
    expect(entityTag('{"a":1}')).toMatch(/^"[A-Za-z0-9_-]{27}"$/);
  });

  it.each([
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", W/"abc" , "y"', true],
    ['*', true],
    [' * ', true],
    ['"ab"', false],
    ['abc', false],
    ['', false],
    ['"x,abc"', false],
  ])('is compared weakly with the list %s', (ifNoneMatch, matches) => {
    expect(matchesNone(ifNoneMatch, '"abc"')).toBe(matches);
    expect(matchesNone(ifNoneMatch, 'W/"abc"')).toBe(matches);
  });
});
