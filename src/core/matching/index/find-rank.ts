import type { Placed, RankedProgram } from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import { explainMatch } from './explain.js';
import type { Inquiry } from './query.js';
import { groupsOf, PlacesInOrder } from './rank-order.js';
import { matchesOf } from './rank-page.js';
import { scanTrack } from './scan.js';

/** One program as a need sees it, with the place it has in a track, or would have if nothing kept it out. */
export interface ProgramPlace extends Omit<RankedProgram, 'tier'> {
  /** Null where something keeps it out. */
  readonly tier: RankedProgram['tier'] | null;
  /** From 1. */
  readonly place: number;
  /** Of so many: the matches, and this program where it is none. */
  readonly of: number;
}

/** Looks up some programs of an index in the order of a track, whether they are matches or not. */
export function placesOf(inquiry: Inquiry, track: Track, rows: readonly number[]): ProgramPlace[] {
  const scan = scanTrack(inquiry, track);
  const matched = matchesOf(scan);
  const places = new PlacesInOrder(
    inquiry,
    track,
    matched.map((i) => scan.rows[i]!),
    groupsOf(inquiry, track, scan, matched),
  );
  const isMatched = new Set(places.rows);
  return rows.map((row) => {
    const judged = explainMatch(inquiry, track, row);
    const isMatch = isMatched.has(row);
    const compared = places.comparedTo(judged satisfies Placed);
    let before = 0;
    for (let i = 0; i < matched.length; i++) if (compared(i) < 0) before += 1;
    return {
      ...judged,
      tier: isMatch ? judged.tier : null,
      place: before + 1,
      of: matched.length + (isMatch ? 0 : 1),
    };
  });
}
