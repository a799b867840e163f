import { exampleMoves, firstPlaceChanges, isFar, type ListMoves } from './impact-summary.js';
import { movesBetween } from './moves.js';

const ranked = (ids: string) =>
  ids.split('').map((id, at) => ({ id, tier: 'meets_all' as const, score: 1 - at / 100 }));
const list = (before: string, after: string, need = 'n'): ListMoves => ({
  need,
  purpose: 'treatment',
  moves: movesBetween(ranked(before), ranked(after)),
});

describe('First places that would change', () => {
  it.each<[string, string, string, object[]]>([
    ['where two programs change places', 'abc', 'bac', [{ before: 'a', after: 'b' }]],
    ['where a program enters above all', 'ab', 'xab', [{ before: 'a', after: 'x' }]],
    ['where the first leaves the list', 'ab', 'b', [{ before: 'a', after: 'b' }]],
    ['where a list had no match', '', 'a', [{ before: null, after: 'a' }]],
    ['where a list has no match any more', 'a', '', [{ before: 'a', after: null }]],
    ['not where others move', 'abc', 'acb', []],
    ['not where nothing moves', 'abc', 'abc', []],
  ])('are listed %s', (_where, before, after, changes) => {
    expect(firstPlaceChanges([list(before, after)])).toEqual(
      changes.map((change) => ({ need: 'n', purpose: 'treatment', ...change })),
    );
  });

  it('are not those of a first that changes its score alone', () => {
    const [first, ...rest] = ranked('abc');
    const moves = movesBetween([first!, ...rest], [{ ...first!, score: 2 }, ...rest]);
    expect(moves).toHaveLength(1);
    expect(firstPlaceChanges([{ need: 'n', purpose: 'treatment', moves }])).toEqual([]);
  });
});

describe('A far move', () => {
  it('is one of more than three places, or into the list or out of it', () => {
    const far = (before: string, after: string) =>
      list(before, after)
        .moves.filter(isFar)
        .map(({ id }) => id);
    expect(far('abcdef', 'bcdaef')).toEqual([]);
    expect(far('abcdef', 'bcdeaf')).toEqual(['a']);
    expect(far('abc', 'abx')).toEqual(['x', 'c']);
  });
});

describe('Examples of moves', () => {
  it('are the farthest, one of each list before the others', () => {
    const lists = [list('abcdefgh', 'bcdefgha', 'one'), list('pqr', 'qpr', 'two'), list('x', 'x', 'three')];
    expect(exampleMoves(lists, 4).map(({ need, id }) => `${need} ${id}`)).toEqual([
      'one a',
      'two q',
      'one b',
      'one c',
    ]);
  });

  it('leave out what changes its score alone', () => {
    const moves = movesBetween(
      [{ id: 'a', tier: 'meets_all', score: 1 }],
      [{ id: 'a', tier: 'meets_all', score: 2 }],
    );
    expect(exampleMoves([{ need: 'n', purpose: 'treatment', moves }], 5)).toEqual([]);
  });
});
