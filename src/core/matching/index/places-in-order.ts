import type { Placed, Tier } from '../rank-programs.js';
import type { Track } from '../tracks.js';
import { FlagsByClass } from './answers.js';
import type { Inquiry } from './inquiry.js';
import { isSafetyOpen, isToConfirmFirst } from './scan.js';
import { type Scores, scoreRows } from './scores.js';
import { uuidWords } from './uuid-column.js';

const NOT_LEADING = 4;
const CONFIRM_FIRST = 2;
const SAFETY_OPEN = 1;

/** Some programs with all that their order is made of: the order of `byRank`, by numbers. */
export class PlacesInOrder {
  private readonly scores: Scores;
  private readonly groups: Uint8Array;

  /**
   * @param open what is open for each row (see `Scan`); absent for near misses, which stand in no tier
   */
  constructor(
    private readonly inquiry: Inquiry,
    track: Track,
    readonly rows: readonly number[],
    open?: readonly number[],
  ) {
    this.scores = scoreRows(inquiry, track, rows);
    this.groups = new Uint8Array(rows.length);
    if (open) this.groupBy(open, track);
  }

  private groupBy(open: readonly number[], track: Track): void {
    const { need, index } = this.inquiry;
    const leading = new FlagsByClass(index.columns, 'lead', (candidate) => track.leads(need, candidate));
    for (let i = 0; i < this.rows.length; i++) {
      const bits = open[i]!;
      const leads = !isSafetyOpen(bits) && leading.at(this.rows[i]!);
      this.groups[i] =
        (leads ? 0 : NOT_LEADING) +
        (isToConfirmFirst(bits) ? CONFIRM_FIRST : 0) +
        (isSafetyOpen(bits) ? SAFETY_OPEN : 0);
    }
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
    const group =
      (place.leads === true ? 0 : NOT_LEADING) +
      (place.tier === 'confirm_first' ? CONFIRM_FIRST : 0) +
      (place.safetyOpen === true ? SAFETY_OPEN : 0);
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
