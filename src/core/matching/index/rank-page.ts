import type { Exclusion, NearMiss, Placed, RankedProgram } from '../rank-programs.js';
import { NEAR_MISSES } from '../rank-programs.js';
import type { Relaxation } from '../relaxations.js';
import type { Track } from '../tracks.js';
import { BoundedHeap } from './bounded-heap.js';
import { explainMatch, explainNearMiss } from './explain.js';
import type { Inquiry } from './inquiry.js';
import { PlacesInOrder } from './places-in-order.js';
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
export function matchesOf({ failing }: Scan): number[] {
  const matches: number[] = [];
  for (let i = 0; i < failing.length; i++) if (failing[i] === 0) matches.push(i);
  return matches;
}

/** Those that exactly one constraint keeps out, where it is none of safety; by their number in a scan. */
export function nearMissesOf(scan: Scan): number[] {
  const { asked, failing } = scan;
  const ofSafety = asked.reduce((mask, { safety }, i) => (safety ? mask | (1 << i) : mask), 0);
  const misses: number[] = [];
  for (let i = 0; i < failing.length; i++)
    if (isSingle(failing[i]!) && (failing[i]! & ofSafety) === 0) misses.push(i);
  return misses;
}

/** The first matches after some place, without their explanation. */
export function firstMatches(
  inquiry: Inquiry,
  track: Track,
  { rows, open }: Scan,
  matched: readonly number[],
  { limit, after }: PageRequest,
): { readonly places: PlacesInOrder; readonly first: readonly number[]; readonly hasMore: boolean } {
  const places = new PlacesInOrder(
    inquiry,
    track,
    matched.map((i) => rows[i]!),
    matched.map((i) => open[i]!),
  );
  const heap = new BoundedHeap(limit, places.compare);
  const isAfter = after ? places.comparedTo(after) : () => 1;
  let left = 0;
  for (let i = 0; i < matched.length; i++)
    if (isAfter(i) > 0) {
      left += 1;
      heap.offer(i);
    }
  return { places, first: heap.inOrder(), hasMore: left > limit };
}

/** Rows of the best near misses. */
export function firstNearMisses(
  inquiry: Inquiry,
  track: Track,
  { rows }: Scan,
  missed: readonly number[],
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
