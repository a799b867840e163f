import { isLevel, type Placing, type RankKey, type RankedProgram } from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import { explainMatch } from './explain.js';
import type { Query } from './query.js';
import { bucketsOf, RankOrder } from './rank-order.js';
import { matchesOf } from './rank-page.js';
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
  const scan = scanTrack(query, track);
  const matched = matchesOf(scan);
  const order = new RankOrder(
    query,
    track,
    matched.map((i) => scan.rows[i]!),
    bucketsOf(query, track, scan, matched),
  );
  const isMatched = new Set(order.rows);
  return rows.map((row) => {
    const judged = explainMatch(query, track, row);
    const isMatch = isMatched.has(row);
    const { before, better, even, previous } = order.placeOf(judged satisfies RankKey);
    return {
      ...judged,
      tier: isMatch ? judged.tier : null,
      rank: before + 1,
      place: better + 1,
      sharedBy: even + (isMatch ? 0 : 1),
      levelWithPrevious:
        previous !== undefined && isLevel(explainMatch(query, track, order.rows[previous]!), judged),
      of: matched.length + (isMatch ? 0 : 1),
    };
  });
}
