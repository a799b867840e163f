import { assert, constantFrom, nat, property } from 'fast-check';
import { hashOf, hintOf, isToken, KEY_KINDS, createToken } from './key-token.js';

describe('The token of a key', () => {
  it('says which kind it is, and is another each time', () => {
    expect(createToken()).toMatch(/^tn_live_[\w-]{43}[0-9a-f]{8}$/);
    expect(createToken('publishable')).toMatch(/^tn_pub_[\w-]{43}[0-9a-f]{8}$/);
    expect(new Set(Array.from({ length: 100 }, () => createToken())).size).toBe(100);
  });

  it('is recognised by its form, and one wrong letter is found without a query', () => {
    assert(
      property(constantFrom(...KEY_KINDS), nat(42), constantFrom(...'AZaz09_-'), (kind, at, letter) => {
        const token = createToken(kind);
        const place = token.indexOf('_', 3) + 1 + at;
        const changed = token.slice(0, place) + letter + token.slice(place + 1);
        expect(isToken(token)).toBe(true);
        expect(isToken(changed)).toBe(changed === token);
      }),
    );
  });

  it.each([
    '',
    'tn_',
    'tn_test_x',
    'Bearer',
    createToken().slice(0, -1),
    `${createToken()}0`,
    ` ${createToken()}`,
  ])('is not %j', (text) => {
    expect(isToken(text)).toBe(false);
  });

  it('is distinguished by four of its letters, and stored as a hash', () => {
    const token = createToken('publishable');
    expect(hintOf(token)).toBe(`${token.slice(0, 11)}…`);
    expect(hintOf(createToken())).toMatch(/^tn_live_.{4}…$/);
    expect(hashOf(token)).toMatch(/^[0-9a-f]{64}$/);
  });
});
