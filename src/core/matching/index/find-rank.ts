import { isLevel, type Placing, type RankKey, type RankedProgram } from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import { Explainer } from './explain.js';
import type { Query } from './query.js';
import { Buckets, BUCKETS, RankOrder } from './rank-order.js';
import { scanTrack } from './scan.js';

/**
 * One program explained, with its rank and its placing in a track, or those it would have if no constraint excluded it.
 */
export interface ProgramRank extends Omit<RankedProgram, 'tier'>, Placing {
  /** Null where a constraint excludes it. */
  readonly tier: RankedProgram['tier'] | null;
  /** From 1: no two programs have the same. */
  readonly rank: number;
  /** Number of programs ranked: the matches, and this program where it is none. */
  readonly of: number;
}

/** Finds the ranks of some programs in a track, whether they are matches or not. */
export function findRanks(query: Query, track: Track, rows: readonly number[]): ProgramRank[] {
  const matched = new Buckets(query, track, scanTrack(query, track)).rowsOf(0, BUCKETS - 1);
  const order = new RankOrder(query, track, matched.rows, matched.buckets);
  const isMatched = new Set(order.rows);
  const explainer = new Explainer(query, track);
  return rows.map((row) => {
    const judged = explainer.match(row);
    const isMatch = isMatched.has(row);
    const { before, better, even, previous } = order.placeOf(judged satisfies RankKey);
    return {
      ...judged,
      tier: isMatch ? judged.tier : null,
      rank: before + 1,
      place: better + 1,
      sharedBy: even + (isMatch ? 0 : 1),
      levelWithPrevious: previous !== undefined && isLevel(explainer.match(order.rows[previous]!), judged),
      of: matched.rows.length + (isMatch ? 0 : 1),
    };
  });
}
