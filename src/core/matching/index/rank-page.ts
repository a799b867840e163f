import {
  type Exclusion,
  type NearMiss,
  type Placed,
  type RankedProgram,
  NEAR_MISSES,
  type Relaxation,
} from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import { BoundedHeap } from './bounded-heap.js';
import { explainMatch, explainNearMiss } from './explain.js';
import type { Inquiry } from './query.js';
import { groupOf, GROUPS, groupsOf, PlacesInOrder } from './rank-order.js';
import { relax } from './relax.js';
import { countExcluded, isSingle, type Scan, scanTrack } from './scan.js';

/** A page of a track. */
export interface PageRequest {
  readonly limit: number;
  /** The place after which it begins; absent: the first page. */
  readonly after?: Placed;
}

/** What `rankPrograms` answers, with one page of its matches. */
export interface RankedPage {
  readonly total: number;
  readonly universe: number;
  readonly matches: readonly RankedProgram[];
  readonly hasMore: boolean;
  readonly excluded: readonly Exclusion[];
  readonly nearMisses: readonly NearMiss[];
  readonly relaxations: readonly Relaxation[];
}

/** Ranks the programs of an index for a need and explains one page of them: exactly what `rankPrograms` answers. */
export function rankPage(inquiry: Inquiry, track: Track, page: PageRequest): RankedPage {
  const scan = scanTrack(inquiry, track);
  const matched = matchesOf(scan);
  const { places, first, hasMore } = firstMatches(inquiry, track, scan, matched, page);
  const missed = nearMissesOf(scan);
  return {
    total: matched.length,
    universe: scan.rows.length,
    matches: first.map((i) => explainMatch(inquiry, track, places.rows[i]!)),
    hasMore,
    excluded: countExcluded(scan),
    nearMisses: firstNearMisses(inquiry, track, scan, missed).map((row) =>
      explainNearMiss(inquiry, track, row),
    ),
    relaxations: relax(inquiry, track, scan, { matched, missed }),
  };
}

/** The matches of a scan, by their number in it. */
export function matchesOf({ failing }: Scan): Uint32Array {
  const matches = new Uint32Array(failing.length);
  let count = 0;
  for (let i = 0; i < failing.length; i++) if (failing[i] === 0) matches[count++] = i;
  return matches.subarray(0, count);
}

/** Those that exactly one constraint keeps out, where it is none of safety; by their number in a scan. */
export function nearMissesOf(scan: Scan): Uint32Array {
  const { asked, failing } = scan;
  const ofSafety = asked.reduce((mask, { safety }, i) => (safety ? mask | (1 << i) : mask), 0);
  const misses = new Uint32Array(failing.length);
  let count = 0;
  for (let i = 0; i < failing.length; i++)
    if (isSingle(failing[i]!) && (failing[i]! & ofSafety) === 0) misses[count++] = i;
  return misses.subarray(0, count);
}

/**
 * The first matches after some place, without their explanation. Only those are scored whose group is reached: where
 * twenty programs meet all, nobody has to know in which order the others would stand.
 */
export function firstMatches(
  inquiry: Inquiry,
  track: Track,
  scan: Scan,
  matched: Uint32Array,
  { limit, after }: PageRequest,
): { readonly places: PlacesInOrder; readonly first: readonly number[]; readonly hasMore: boolean } {
  const groups = groupsOf(inquiry, track, scan, matched);
  const { from, to, beyond } = groupsReached(groups, limit, after);
  const isReached = (group: number) => group >= from && group <= to;
  const reached = groups.filter(isReached);
  const rows = matched.filter((_, i) => isReached(groups[i]!)).map((i) => scan.rows[i]!);
  const places = new PlacesInOrder(inquiry, track, rows, reached);
  const heap = new BoundedHeap(limit, places.compare);
  const isAfter = after ? places.comparedTo(after) : () => 1;
  let left = beyond;
  for (let i = 0; i < rows.length; i++)
    if (isAfter(i) > 0) {
      left += 1;
      heap.offer(i);
    }
  return { places, first: heap.inOrder(), hasMore: left > limit };
}

/** The groups that a page is made from, and how many places stand beyond them. */
function groupsReached(
  groups: Uint8Array,
  limit: number,
  after: Placed | undefined,
): { readonly from: number; readonly to: number; readonly beyond: number } {
  const sizes = new Uint32Array(GROUPS);
  for (const group of groups) sizes[group]! += 1;
  const from = after ? groupOf(after) : 0;
  // Of the group that a page begins in, nobody knows yet how many stand before it.
  let sure = after ? 0 : sizes[from]!;
  let to = from;
  while (sure < limit && to < GROUPS - 1) {
    to += 1;
    sure += sizes[to]!;
  }
  return { from, to, beyond: sizes.subarray(to + 1).reduce((sum, size) => sum + size, 0) };
}

/** Rows of the best near misses. */
export function firstNearMisses(
  inquiry: Inquiry,
  track: Track,
  { rows }: Scan,
  missed: Uint32Array,
): number[] {
  const places = new PlacesInOrder(
    inquiry,
    track,
    missed.map((i) => rows[i]!),
  );
  const heap = new BoundedHeap(NEAR_MISSES, places.compare);
  for (let i = 0; i < missed.length; i++) heap.offer(i);
  return heap.inOrder().map((i) => places.rows[i]!);
}

/** Every match, best first, without its explanation. */
export function allMatches(inquiry: Inquiry, track: Track): Pick<RankedProgram, 'id' | 'tier' | 'score'>[] {
  const scan = scanTrack(inquiry, track);
  const matched = matchesOf(scan);
  const { places, first } = firstMatches(inquiry, track, scan, matched, { limit: matched.length });
  return first.map((i) => ({ ...places.toldAt(i), tier: places.tierOf(i) }));
}
