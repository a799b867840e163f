import type { RankedProgram, Tier } from './ranking.js';

/** Where a program stands in a ranking. */
export interface RankPosition {
  /** From 1. */
  readonly rank: number;
  readonly tier: Tier;
  readonly score: number;
}

/** A program that stands elsewhere than before, or with another score; absent where it is no match. */
export interface Move {
  readonly id: string;
  readonly before?: RankPosition;
  readonly after?: RankPosition;
}

/**
 * Every program whose place, tier or score differs between two rankings of the same need, in the order of the
 * second, those that dropped out last.
 */
export function movesBetween(
  before: readonly Pick<RankedProgram, 'id' | 'tier' | 'score'>[],
  after: readonly Pick<RankedProgram, 'id' | 'tier' | 'score'>[],
): Move[] {
  const stood = standings(before);
  const stands = standings(after);
  const moved = after.flatMap(({ id }): Move[] => {
    const was = stood.get(id);
    const is = stands.get(id)!;
    if (was && was.rank === is.rank && was.tier === is.tier && was.score === is.score) return [];
    return [{ id, ...(was ? { before: was } : {}), after: is }];
  });
  const gone = before.flatMap(({ id }): Move[] => (stands.has(id) ? [] : [{ id, before: stood.get(id)! }]));
  return [...moved, ...gone];
}

function standings(
  ranking: readonly Pick<RankedProgram, 'id' | 'tier' | 'score'>[],
): ReadonlyMap<string, RankPosition> {
  return new Map(ranking.map(({ id, tier, score }, at) => [id, { rank: at + 1, tier, score }]));
}
