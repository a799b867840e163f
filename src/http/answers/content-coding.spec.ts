import { acceptedCodings, codedTag, withoutCodings } from './content-coding.js';

describe('What a client accepts', () => {
  it.each<[string | undefined, 'br' | 'gzip' | undefined, boolean]>([
    [undefined, undefined, true],
    ['', undefined, true],
    ['gzip, deflate, br, zstd', 'br', true],
    ['gzip, deflate', 'gzip', true],
    ['GZIP', 'gzip', true],
    ['br;q=0.5, gzip', 'gzip', true],
    ['gzip;q=0.5, br;q=0.9', 'br', true],
    ['br;q=0, gzip;q=0.1', 'gzip', true],
    ['identity', undefined, true],
    ['identity;q=1, gzip;q=0.5', undefined, true],
    ['deflate, zstd', undefined, true],
    ['*', 'br', true],
    ['*;q=0.5, gzip', 'gzip', true],
    ['gzip;q=0, br;q=0', undefined, true],
    ['gzip, identity;q=0', 'gzip', false],
    ['identity;q=0', undefined, false],
    ['*;q=0', undefined, false],
    ['*;q=0, gzip', 'gzip', false],
    ['gzip;q=much', undefined, true],
    [', ,;q', undefined, true],
  ])('by Accept-Encoding: %s is %s, and as it is: %s', (header, best, identity) => {
    expect(acceptedCodings(header)).toEqual({ ...(best && { best }), identity });
  });
});

describe('The tag of a coded answer', () => {
  const tag = '"2hU1T5nq0m3lM5vJ0o0Zc6Qn1vA"';
  it('is another one, and of the same state', () => {
    const tags = [codedTag(tag, undefined), codedTag(tag, 'br'), codedTag(tag, 'gzip')];
    expect(new Set(tags).size).toBe(3);
    expect(tags.map(withoutCodings)).toEqual([tag, tag, tag]);
    expect(withoutCodings(`W/${tags[1]}, "other-br"`)).toBe(`W/${tag}, "other-br"`);
  });

  it('is not mistaken for a tag that happens to end like a coding', () => {
    expect(withoutCodings('"2hU1T5nq0m3lM5vJ0o0Zc6Qn-br"')).toBe('"2hU1T5nq0m3lM5vJ0o0Zc6Qn-br"');
  });
});
