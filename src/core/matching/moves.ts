import type { RankedProgram, Tier } from './ranking.js';

/** The rank of a program in a ranking. */
export interface RankPosition {
  /** From 1. */
  readonly rank: number;
  readonly tier: Tier;
  readonly score: number;
}

/** A program whose rank, tier or score has changed. A side is absent where it is no match. */
export interface Move {
  readonly id: string;
  readonly before?: RankPosition;
  readonly after?: RankPosition;
}

/**
 * Every program whose rank, tier or score differs between two rankings of the same need, in the order of the
 * second, those that dropped out last.
 */
export function movesBetween(
  before: readonly Pick<RankedProgram, 'id' | 'tier' | 'score'>[],
  after: readonly Pick<RankedProgram, 'id' | 'tier' | 'score'>[],
): Move[] {
  const old = positions(before);
  const now = positions(after);
  const moved = after.flatMap(({ id }): Move[] => {
    const was = old.get(id);
    const is = now.get(id)!;
    if (was && was.rank === is.rank && was.tier === is.tier && was.score === is.score) return [];
    return [{ id, ...(was ? { before: was } : {}), after: is }];
  });
  const gone = before.flatMap(({ id }): Move[] => (now.has(id) ? [] : [{ id, before: old.get(id)! }]));
  return [...moved, ...gone];
}

function positions(
  ranking: readonly Pick<RankedProgram, 'id' | 'tier' | 'score'>[],
): ReadonlyMap<string, RankPosition> {
  return new Map(ranking.map(({ id, tier, score }, at) => [id, { rank: at + 1, tier, score }]));
}
