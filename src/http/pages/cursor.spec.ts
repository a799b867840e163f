import { randomBytes } from 'node:crypto';
import { assert, jsonValue, property } from 'fast-check';
import { CursorCodec } from './cursor.js';
import { Problem } from '../problem.js';

const codec = new CursorCodec(Buffer.alloc(32, 7));

function thrownBy(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('A cursor', () => {
  it('gives back what was put into it, whatever JSON that is', () => {
    assert(
      property(jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(codec.decode('programs', codec.encode('programs', plain))).toEqual(plain);
      }),
    );
  });

  it('needs no escape in an address', () => {
    expect(codec.encode('programs', { name: 'Ñandú / &?=', id: 1 })).toMatch(
      /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{22}$/,
    );
  });

  it('is refused once any of its characters differs', () => {
    const cursor = codec.encode('programs', { after: 'b', id: 12 });
    for (let at = 0; at < cursor.length; at++) {
      // The last character of a signature has two bits that base64url does not use.
      const other = cursor[at] === 'A' ? 'Q' : 'A';
      if (at === cursor.length - 1) continue;
      const changed = cursor.slice(0, at) + other + cursor.slice(at + 1);
      expect(() => codec.decode('programs', changed)).toThrow(Problem);
    }
  });

  it('is refused in another list and by another installation', () => {
    const cursor = codec.encode('programs', { after: 'b' });
    expect(() => codec.decode('approaches', cursor)).toThrow(Problem);
    expect(() => new CursorCodec(randomBytes(32)).decode('programs', cursor)).toThrow(Problem);
  });

  it.each(['', '.', 'a', 'a.b', 'a.b.c', '..', 'x'.repeat(100_000), '\u{1F600}.é'])(
    'is refused when it is made up: %.20s',
    (text) => {
      expect(thrownBy(() => codec.decode('programs', text)).toBody('r')).toEqual({
        type: 'urn:treatment-navigator:problem:validation',
        title: 'The request is not valid',
        status: 400,
        detail: 'cursor: is not a cursor of this list; leave it out to start from the first page',
        requestId: 'r',
        errors: [
          {
            parameter: 'cursor',
            message: 'is not a cursor of this list; leave it out to start from the first page',
          },
        ],
      });
    },
  );

  it('is named by its place in a body when it came in one', () => {
    const problem = thrownBy(() => codec.decode('matches', 'a.b', { pointer: '/cursor' }));
    expect(problem.errors[0]).toMatchObject({ pointer: '/cursor' });
  });

  it('is not signed with a short secret', () => {
    expect(() => new CursorCodec(Buffer.alloc(16))).toThrow('at least 32 bytes');
  });
});
