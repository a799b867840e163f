import * as fc from 'fast-check';
import { movesBetween } from './moves.js';

const at = (id: string, score: number, tier: 'meets_all' | 'confirm_first' = 'meets_all') => ({
  id,
  score,
  tier,
});

describe('Moves between two rankings', () => {
  it('are none where nothing differs', () => {
    const ranking = [at('a', 0.9), at('b', 0.5)];
    expect(movesBetween(ranking, ranking)).toEqual([]);
  });

  it('name place, tier and score before and after', () => {
    expect(movesBetween([at('a', 0.9), at('b', 0.5)], [at('b', 0.95), at('a', 0.9)])).toEqual([
      {
        id: 'b',
        before: { rank: 2, tier: 'meets_all', score: 0.5 },
        after: { rank: 1, tier: 'meets_all', score: 0.95 },
      },
      {
        id: 'a',
        before: { rank: 1, tier: 'meets_all', score: 0.9 },
        after: { rank: 2, tier: 'meets_all', score: 0.9 },
      },
    ]);
  });

  it('name a score that changed in its place, who came in and who dropped out', () => {
    const moves = movesBetween([at('a', 0.9), at('b', 0.5)], [at('a', 0.8), at('c', 0.4)]);
    expect(moves.map(({ id, before, after }) => [id, before?.rank, after?.rank])).toEqual([
      ['a', 1, 1],
      ['c', undefined, 2],
      ['b', 2, undefined],
    ]);
  });

  it('say enough to make the second ranking out of the first', () => {
    const ranking = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 0 })
      .chain((ids) =>
        fc
          .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: ids.length, maxLength: ids.length })
          .map((scores) => ids.map((id, i) => at(id, scores[i]!))),
      );
    fc.assert(
      fc.property(ranking, ranking, (before, after) => {
        const moves = movesBetween(before, after);
        const moved = new Map(moves.map((move) => [move.id, move]));
        const made = new Map(before.flatMap((one, i) => (moved.has(one.id) ? [] : [[i + 1, one] as const])));
        for (const { id, after: to } of moves) if (to) made.set(to.rank, at(id, to.score, to.tier));
        expect([...made].sort(([a], [b]) => a - b).map(([, one]) => one)).toEqual(after);
      }),
    );
  });
});
