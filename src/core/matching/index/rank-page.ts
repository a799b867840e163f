import {
  type Exclusion,
  isLevel,
  type NearMiss,
  type OpenClientQuestion,
  type Placing,
  type RankKey,
  type RankedProgram,
  type Reach,
  reachFrom,
  NEAR_MISSES,
  type Relaxation,
  type TierCounts,
  tierCounts,
} from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import { BoundedHeap } from './bounded-heap.js';
import { explainMatch, explainNearMiss } from './explain.js';
import type { Query } from './query.js';
import { countClientQuestions } from './count-client-questions.js';
import { bucketOf, BUCKETS, bucketsOf, RankOrder } from './rank-order.js';
import { nearestInIndex, relax } from './relax.js';
import { asksDistance } from '../judge-candidate.js';
import {
  countExcluded,
  isByTelehealth,
  isSingle,
  isToConfirmFirst,
  isWithin,
  type Scan,
  scanTrack,
} from './scan.js';

/** A page of a track. */
export interface PageRequest {
  readonly limit: number;
  /** The rank key after which it begins; absent: the first page. */
  readonly after?: RankKey;
  /** How many near misses to explain; `NEAR_MISSES` if absent. */
  readonly nearMisses?: number;
}

/** What `rankPrograms` answers, with one page of its matches. */
export interface RankedPage {
  readonly total: number;
  readonly universe: number;
  /** Of all matches, on whatever page. */
  readonly tiers: TierCounts;
  readonly matches: readonly RankedProgram[];
  /** Of the matches, in their order. */
  readonly placings: readonly Placing[];
  readonly hasMore: boolean;
  readonly reach: Reach | null;
  readonly askClient: readonly OpenClientQuestion[];
  readonly excluded: readonly Exclusion[];
  readonly nearMisses: readonly NearMiss[];
  readonly relaxations: readonly Relaxation[];
}

/** Ranks the programs of an index for a need and explains one page of them: exactly what `rankPrograms` answers. */
export function rankPage(query: Query, track: Track, page: PageRequest): RankedPage {
  const scan = scanTrack(query, track);
  const matched = matchesOf(scan);
  const { order, first, hasMore, earlier } = firstMatches(query, track, scan, matched, page);
  const matches = first.map((i) => explainMatch(query, track, order.rows[i]!));
  const missed = nearMissesOf(scan);
  return {
    total: matched.length,
    universe: scan.rows.length,
    tiers: tiersIn(scan, matched),
    matches,
    placings: matches.map((match, at) => {
      const { before, even } = order.evenWith(first[at]!);
      const previous = at > 0 ? matches[at - 1] : page.after;
      return {
        place: earlier + before + 1,
        sharedBy: even,
        levelWithPrevious: previous !== undefined && isLevel(previous, match),
      };
    }),
    hasMore,
    reach: reachIn(query, track, scan, matched),
    askClient: countClientQuestions(query, track, scan, matched),
    excluded: countExcluded(scan),
    nearMisses: firstNearMisses(query, track, scan, missed, page.nearMisses ?? NEAR_MISSES).map((row) =>
      explainNearMiss(query, track, row),
    ),
    relaxations: relax(query, track, scan, { matched, missed }),
  };
}

function tiersIn({ open }: Scan, matched: Uint32Array): TierCounts {
  let confirmFirst = 0;
  for (const i of matched) if (isToConfirmFirst(open[i]!)) confirmFirst += 1;
  return tierCounts(matched.length, confirmFirst);
}

function reachIn(query: Query, track: Track, { asked, open }: Scan, matched: Uint32Array): Reach | null {
  if (!asked.some(asksDistance)) return null;
  let within = 0;
  let byTelehealth = 0;
  for (const i of matched) {
    if (isWithin(open[i]!)) within += 1;
    if (isByTelehealth(open[i]!)) byTelehealth += 1;
  }
  return reachFrom(within, byTelehealth, () =>
    nearestInIndex(query, track, new Uint8Array(query.index.length)),
  );
}

/** The matches of a scan, by position in it. */
export function matchesOf({ failing }: Scan): Uint32Array {
  const matches = new Uint32Array(failing.length);
  let count = 0;
  for (let i = 0; i < failing.length; i++) if (failing[i] === 0) matches[count++] = i;
  return matches.subarray(0, count);
}

/** Programs that exactly one constraint excludes, and no safety constraint; by position in the scan. */
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
 * The first matches after a rank key, without their explanation. Only buckets that the page reaches are scored: where
 * twenty programs meet all, the order of the others does not matter.
 */
export function firstMatches(
  query: Query,
  track: Track,
  scan: Scan,
  matched: Uint32Array,
  { limit, after }: PageRequest,
): {
  readonly order: RankOrder;
  readonly first: readonly number[];
  readonly hasMore: boolean;
  /** How many matches are in buckets before those of `order`. */
  readonly earlier: number;
} {
  const buckets = bucketsOf(query, track, scan, matched);
  const { from, to, earlier, beyond } = bucketsReached(buckets, limit, after);
  const isReached = (bucket: number) => bucket >= from && bucket <= to;
  const reached = buckets.filter(isReached);
  const rows = matched.filter((_, i) => isReached(buckets[i]!)).map((i) => scan.rows[i]!);
  const order = new RankOrder(query, track, rows, reached);
  const heap = new BoundedHeap(limit, order.compare);
  const isAfter = after ? order.comparedTo(after) : () => 1;
  let left = beyond;
  for (let i = 0; i < rows.length; i++)
    if (isAfter(i) > 0) {
      left += 1;
      heap.offer(i);
    }
  return { order, first: heap.inOrder(), hasMore: left > limit, earlier };
}

/** The buckets that a page is made from, and how many programs are in those before and beyond. */
function bucketsReached(
  buckets: Uint8Array,
  limit: number,
  after: RankKey | undefined,
): { readonly from: number; readonly to: number; readonly earlier: number; readonly beyond: number } {
  const sizes = new Uint32Array(BUCKETS);
  for (const bucket of buckets) sizes[bucket]! += 1;
  const from = after ? bucketOf(after) : 0;
  // How much of the bucket that the page begins in lies before it is not known yet.
  let sure = after ? 0 : sizes[from]!;
  let to = from;
  while (sure < limit && to < BUCKETS - 1) {
    to += 1;
    sure += sizes[to]!;
  }
  const total = (part: Uint32Array) => part.reduce((sum, size) => sum + size, 0);
  return { from, to, earlier: total(sizes.subarray(0, from)), beyond: total(sizes.subarray(to + 1)) };
}

/** Rows of the best near misses, at most `limit`. */
export function firstNearMisses(
  query: Query,
  track: Track,
  { rows }: Scan,
  missed: Uint32Array,
  limit: number,
): number[] {
  if (limit === 0) return [];
  const order = new RankOrder(
    query,
    track,
    missed.map((i) => rows[i]!),
  );
  const heap = new BoundedHeap(limit, order.compare);
  for (let i = 0; i < missed.length; i++) heap.offer(i);
  return heap.inOrder().map((i) => order.rows[i]!);
}

/** Every match, best first, without its explanation. */
export function allMatches(query: Query, track: Track): Pick<RankedProgram, 'id' | 'tier' | 'score'>[] {
  const scan = scanTrack(query, track);
  const matched = matchesOf(scan);
  const { order, first } = firstMatches(query, track, scan, matched, { limit: matched.length });
  return first.map((i) => ({ ...order.summaryAt(i), tier: order.tierOf(i) }));
}
