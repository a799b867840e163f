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
import { Explainer } from './explain.js';
import type { Query } from './query.js';
import { countClientQuestions } from './count-client-questions.js';
import { bucketOf, Buckets, BUCKETS, RankOrder } from './rank-order.js';
import { nearestInIndex, relax } from './relax.js';
import { asksDistance } from '../judge-candidate.js';
import { mayBeFirst } from './rough-scores.js';
import { countBoth, countRows, rowsIn } from './row-bits.js';
import { countExcluded, failingOf, type Scan, scanTrack } from './scan.js';

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
  /** The rows of the matches and near misses in the index, by id. */
  readonly rows: ReadonlyMap<string, number>;
}

/** Ranks the programs of an index for a need and explains one page of them: exactly what `rankPrograms` answers. */
export function rankPage(query: Query, track: Track, page: PageRequest): RankedPage {
  const scan = scanTrack(query, track);
  const { order, first, hasMore, earlier } = firstMatches(query, track, scan, page);
  const explainer = new Explainer(query, track);
  const rows = new Map<string, number>();
  const matches = first.map((i) => {
    const match = explainer.match(order.rows[i]!);
    rows.set(match.id, order.rows[i]!);
    return match;
  });
  const total = countRows(scan.matches);
  const near = firstNearMisses(query, track, scan, page.nearMisses ?? NEAR_MISSES);
  return {
    total,
    universe: countRows(scan.looked),
    tiers: tierCounts(total, countBoth(scan.matches, scan.toConfirm)),
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
    reach: reachIn(query, track, scan),
    askClient: countClientQuestions(query, track, scan),
    excluded: countExcluded(scan),
    nearMisses: near.first.map((i) => {
      const row = near.order.rows[i]!;
      const { id, distanceMeters, score } = near.order.summaryAt(i);
      rows.set(id, row);
      return { id, distanceMeters, score, failing: explainer.failing(row, failingOf(scan, row)) };
    }),
    rows,
    relaxations: relax(query, track, scan),
  };
}

function reachIn(query: Query, track: Track, { asked, matches, within, byTelehealth }: Scan): Reach | null {
  if (!asked.some(asksDistance)) return null;
  return reachFrom(countBoth(matches, within), countBoth(matches, byTelehealth), () =>
    nearestInIndex(query, track),
  );
}

/** Some programs in their order, and the positions in it of the first of them. */
interface First {
  readonly order: RankOrder;
  readonly first: readonly number[];
}

/**
 * The first matches after a rank key, without their explanation. Only buckets that the page reaches are scored: where
 * twenty programs meet all, the order of the others does not matter.
 */
export function firstMatches(
  query: Query,
  track: Track,
  scan: Scan,
  { limit, after }: PageRequest,
): First & {
  readonly hasMore: boolean;
  /** How many matches are in buckets before those of `order`. */
  readonly earlier: number;
} {
  const buckets = new Buckets(query, track, scan);
  const { from, to, earlier, beyond } = bucketsReached(buckets.sizes, limit, after);
  if (!after) {
    // The buckets before the last one are on the page whole.
    const sure = buckets.rowsOf(from, to - 1);
    const { rows } = buckets.rowsOf(to, to);
    const last = mayBeFirst(query, track, rows, limit - sure.rows.length);
    const rowsInOrder = new Uint32Array(sure.rows.length + last.length);
    rowsInOrder.set(sure.rows);
    rowsInOrder.set(last, sure.rows.length);
    const bucketOfEach = new Uint8Array(rowsInOrder.length).fill(to);
    bucketOfEach.set(sure.buckets);
    const order = new RankOrder(query, track, rowsInOrder, bucketOfEach);
    return {
      order,
      first: firstOf(order, limit),
      hasMore: sure.rows.length + rows.length + beyond > limit,
      earlier,
    };
  }
  const reached = buckets.rowsOf(from, to);
  const order = new RankOrder(query, track, reached.rows, reached.buckets);
  const compared = order.comparedTo(after);
  const isAfter = (i: number) => compared(i) > 0;
  const left = beyond + reached.rows.reduce((count, _, i) => count + Number(isAfter(i)), 0);
  return { order, first: firstOf(order, limit, isAfter), hasMore: left > limit, earlier };
}

/** The positions of the first programs of an order. */
function firstOf(order: RankOrder, limit: number, isWanted: (i: number) => boolean = () => true): number[] {
  const heap = new BoundedHeap(limit, order.compare);
  for (let i = 0; i < order.rows.length; i++) if (isWanted(i)) heap.offer(i);
  return heap.inOrder();
}

/** The buckets that a page is made from, and how many programs are in those before and beyond. */
function bucketsReached(
  sizes: Uint32Array,
  limit: number,
  after: RankKey | undefined,
): { readonly from: number; readonly to: number; readonly earlier: number; readonly beyond: number } {
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

/** The best near misses, at most `limit`. */
export function firstNearMisses(
  query: Query,
  track: Track,
  { words, nearMisses }: Scan,
  limit: number,
): First {
  const rows = limit === 0 ? new Uint32Array() : rowsIn(words, nearMisses);
  const order = new RankOrder(query, track, mayBeFirst(query, track, rows, limit));
  return { order, first: firstOf(order, limit) };
}

/** Every match, best first, without its explanation. */
export function allMatches(query: Query, track: Track): Pick<RankedProgram, 'id' | 'tier' | 'score'>[] {
  const scan = scanTrack(query, track);
  const { order, first } = firstMatches(query, track, scan, { limit: countRows(scan.matches) });
  return first.map((i) => ({ ...order.summaryAt(i), tier: order.tierOf(i) }));
}
