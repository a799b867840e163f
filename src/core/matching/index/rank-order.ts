import type { Placed, Tier } from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import { FlagsByClass } from './rule-results.js';
import type { Inquiry } from './query.js';
import { isSafetyOpen, isToConfirmFirst, type Scan } from './scan.js';
import { type Scores, scoreRows } from './scores.js';
import { uuidWords } from './uuid-column.js';

const NOT_LEADING = 4;
const CONFIRM_FIRST = 2;
const SAFETY_OPEN = 1;

/** How many groups there are. */
export const GROUPS = 8;

/** What a place goes by before its score: who leads, then who meets all, then whose safety questions are answered. */
export function groupOf({ leads, tier, safetyOpen }: Pick<Placed, 'leads' | 'tier' | 'safetyOpen'>): number {
  return groupBy(leads === true, tier === 'confirm_first', safetyOpen === true);
}

function groupBy(leads: boolean, toConfirm: boolean, safetyOpen: boolean): number {
  return (leads ? 0 : NOT_LEADING) + (toConfirm ? CONFIRM_FIRST : 0) + (safetyOpen ? SAFETY_OPEN : 0);
}

/**
 * The groups of the matches of a scan.
 *
 * @param matched their numbers in the scan
 */
export function groupsOf(
  { need, index }: Inquiry,
  track: Track,
  { rows, open }: Scan,
  matched: Uint32Array,
): Uint8Array {
  const leading = new FlagsByClass(index.columns, 'lead', (candidate) => track.leads(need, candidate));
  const groups = new Uint8Array(matched.length);
  for (let i = 0; i < matched.length; i++) {
    const bits = open[matched[i]!]!;
    const safetyOpen = isSafetyOpen(bits);
    const leads = !safetyOpen && leading.at(rows[matched[i]!]!);
    groups[i] = groupBy(leads, isToConfirmFirst(bits), safetyOpen);
  }
  return groups;
}

/** Some programs with all that their order is made of: the order of `byRank`, by numbers. */
export class PlacesInOrder {
  private readonly scores: Scores;

  /**
   * @param groups what each row goes by before its score (see `groupsOf`); absent for near misses, which stand in no tier
   */
  constructor(
    private readonly inquiry: Inquiry,
    track: Track,
    readonly rows: Uint32Array,
    private readonly groups: Uint8Array = new Uint8Array(rows.length),
  ) {
    this.scores = scoreRows(inquiry, track, rows);
  }

  /** What is told of a place without its explanation, by the number of a program among these. */
  toldAt(i: number): { readonly id: string; readonly score: number; readonly distanceMeters?: number } {
    const away = this.scores.meters[i]!;
    return {
      id: this.inquiry.index.columns.ids.at(this.rows[i]!),
      score: this.scores.score[i]!,
      ...(away === Infinity ? {} : { distanceMeters: away }),
    };
  }

  tierOf(i: number): Tier {
    return (this.groups[i]! & CONFIRM_FIRST) === 0 ? 'meets_all' : 'confirm_first';
  }

  /** Negative where one of these programs stands before the other. */
  readonly compare = (a: number, b: number): number => {
    const { score, knownWeight, meters } = this.scores;
    return (
      this.groups[a]! - this.groups[b]! ||
      score[b]! - score[a]! ||
      knownWeight[b]! - knownWeight[a]! ||
      (meters[a] === meters[b] ? 0 : meters[a]! - meters[b]!) ||
      this.inquiry.index.columns.ids.compare(this.rows[a]!, this.rows[b]!)
    );
  };

  /** For each of these: negative where it stands before some place. */
  comparedTo(place: Placed): (i: number) => number {
    const { score, knownWeight, meters } = this.scores;
    const group = groupOf(place);
    const away = place.distanceMeters ?? Infinity;
    const words = uuidWords(place.id);
    const { ids } = this.inquiry.index.columns;
    return (i) =>
      this.groups[i]! - group ||
      place.score - score[i]! ||
      place.knownWeight - knownWeight[i]! ||
      (meters[i] === away ? 0 : meters[i]! - away) ||
      ids.compareTo(this.rows[i]!, words);
  }
}
