import type { RankKey, Tier } from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import type { Query } from './query.js';
import { lowestRow, onesIn } from './row-bits.js';
import type { Scan } from './scan.js';
import { type Scores, scoreRows } from './scores.js';
import { uuidWords } from './uuid-column.js';

const NOT_LEADING = 8;
const CONFIRM_FIRST = 4;
const SAFETY_OPEN = 2;
const REACH_OPEN = 1;

/** Number of buckets. */
export const BUCKETS = 16;

/**
 * The bucket of a program comes before its score: what leads, then what meets all, then what has no open safety question,
 * then what is within reach.
 */
export function bucketOf({
  leads,
  tier,
  safetyOpen,
  reachOpen,
}: Pick<RankKey, 'leads' | 'tier' | 'safetyOpen' | 'reachOpen'>): number {
  return bucketFrom(leads === true, tier === 'confirm_first', safetyOpen === true, reachOpen === true);
}

function bucketFrom(leads: boolean, toConfirm: boolean, safetyOpen: boolean, reachOpen: boolean): number {
  return (
    (leads ? 0 : NOT_LEADING) +
    (toConfirm ? CONFIRM_FIRST : 0) +
    (safetyOpen ? SAFETY_OPEN : 0) +
    (reachOpen ? REACH_OPEN : 0)
  );
}

/** The matches of a scan by bucket: the rows of each, as bits, and how many they are. */
export class Buckets {
  readonly sizes = new Uint32Array(BUCKETS);
  private readonly leading: Int32Array;

  constructor(
    query: Query,
    track: Track,
    private readonly scan: Scan,
  ) {
    const { words, matches } = scan;
    this.leading = new Int32Array(words.length);
    if (track.mayLead(query.need)) this.findLeading(query, track);
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      if (bucket < NOT_LEADING && !track.mayLead(query.need)) continue;
      let size = 0;
      for (let i = 0; i < matches.length; i++) if (matches[i] !== 0) size += onesIn(this.bitsOf(bucket, i));
      this.sizes[bucket] = size;
    }
  }

  /** The rows of some buckets, and the bucket of each. */
  rowsOf(from: number, to: number): { readonly rows: Uint32Array; readonly buckets: Uint8Array } {
    const size = this.sizes.subarray(from, to + 1).reduce((sum, each) => sum + each, 0);
    const rows = new Uint32Array(size);
    const buckets = new Uint8Array(size);
    const { words } = this.scan;
    let count = 0;
    for (let bucket = from; bucket <= to; bucket++) {
      if (this.sizes[bucket] === 0) continue;
      for (let i = 0; i < words.length; i++)
        for (let left = this.bitsOf(bucket, i); left !== 0; left &= left - 1) {
          rows[count] = lowestRow(words[i]!, left);
          buckets[count++] = bucket;
        }
    }
    return { rows, buckets };
  }

  private bitsOf(bucket: number, i: number): number {
    const { matches, toConfirm, safetyOpen, reachOpen } = this.scan;
    return (
      matches[i]! &
      ((bucket & NOT_LEADING) !== 0 ? ~this.leading[i]! : this.leading[i]!) &
      ((bucket & CONFIRM_FIRST) !== 0 ? toConfirm[i]! : ~toConfirm[i]!) &
      ((bucket & SAFETY_OPEN) !== 0 ? safetyOpen[i]! : ~safetyOpen[i]!) &
      ((bucket & REACH_OPEN) !== 0 ? reachOpen[i]! : ~reachOpen[i]!)
    );
  }

  private findLeading(query: Query, track: Track): void {
    const { words, matches, safetyOpen } = this.scan;
    const leads = query.leadsOn(track);
    for (let i = 0; i < words.length; i++)
      for (let left = matches[i]! & ~safetyOpen[i]!; left !== 0; left &= left - 1)
        if (leads.at(lowestRow(words[i]!, left))) this.leading[i]! |= left & -left;
  }
}

/** Some programs with the numbers that rank them: the order of `byRank`, without objects. */
export class RankOrder {
  private readonly scores: Scores;

  /**
   * @param buckets of the rows (see `Buckets`); absent for near misses, which have no tier
   */
  constructor(
    private readonly query: Query,
    track: Track,
    readonly rows: Uint32Array,
    private readonly buckets: Uint8Array = new Uint8Array(rows.length),
  ) {
    this.scores = scoreRows(query, track, rows);
  }

  /** A program without its explanation, by its position among these. */
  summaryAt(i: number): { readonly id: string; readonly score: number; readonly distanceMeters?: number } {
    const away = this.scores.meters[i]!;
    return {
      id: this.query.index.columns.ids.at(this.rows[i]!),
      score: this.scores.score[i]!,
      ...(away === Infinity ? {} : { distanceMeters: away }),
    };
  }

  tierOf(i: number): Tier {
    return (this.buckets[i]! & CONFIRM_FIRST) === 0 ? 'meets_all' : 'confirm_first';
  }

  /** Negative where program `a` of these ranks before program `b`. */
  readonly compare = (a: number, b: number): number => {
    const { score, knownWeight, meters } = this.scores;
    return (
      this.buckets[a]! - this.buckets[b]! ||
      score[b]! - score[a]! ||
      knownWeight[b]! - knownWeight[a]! ||
      (meters[a] === meters[b] ? 0 : meters[a]! - meters[b]!) ||
      this.query.index.columns.ids.compare(this.rows[a]!, this.rows[b]!)
    );
  };

  /** How many of these rank before program `i`, and how many are even with it, itself among them. */
  evenWith(i: number): { readonly before: number; readonly even: number } {
    const { score, knownWeight } = this.scores;
    let before = 0;
    let even = 0;
    for (let j = 0; j < this.rows.length; j++) {
      const order =
        this.buckets[j]! - this.buckets[i]! || score[i]! - score[j]! || knownWeight[i]! - knownWeight[j]!;
      if (order < 0) before += 1;
      else if (order === 0) even += 1;
    }
    return { before, even };
  }

  /**
   * Where a program stands among these: how many rank before it, how many do so by more than distance and id, how many are
   * even with it (itself among them, if it is one of these), and which is the last that ranks before it.
   */
  placeOf(key: RankKey): {
    readonly before: number;
    readonly better: number;
    readonly even: number;
    readonly previous: number | undefined;
  } {
    const compared = this.comparedTo(key);
    const { score, knownWeight } = this.scores;
    const bucket = bucketOf(key);
    let [before, even, evenBefore] = [0, 0, 0];
    let previous: number | undefined;
    for (let i = 0; i < this.rows.length; i++) {
      const isEven =
        this.buckets[i] === bucket && score[i] === key.score && knownWeight[i] === key.knownWeight;
      if (isEven) even += 1;
      if (compared(i) >= 0) continue;
      before += 1;
      if (isEven) evenBefore += 1;
      if (previous === undefined || this.compare(previous, i) < 0) previous = i;
    }
    return { before, better: before - evenBefore, even, previous };
  }

  /** For each of these: negative where it ranks before `key`. */
  comparedTo(key: RankKey): (i: number) => number {
    const { score, knownWeight, meters } = this.scores;
    const bucket = bucketOf(key);
    const away = key.distanceMeters ?? Infinity;
    const words = uuidWords(key.id);
    const { ids } = this.query.index.columns;
    return (i) =>
      this.buckets[i]! - bucket ||
      key.score - score[i]! ||
      key.knownWeight - knownWeight[i]! ||
      (meters[i] === away ? 0 : meters[i]! - away) ||
      ids.compareTo(this.rows[i]!, words);
  }
}
