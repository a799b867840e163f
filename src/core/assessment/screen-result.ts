import type { Condition, Severity } from '../vocabulary/conditions.js';
import type { Band, CutOff, Instrument } from './instrument.js';
import type { Subject } from './red-flag.js';

/** What cut-offs depend on. An absent value was not stated. */
export interface Respondent {
  /** Years. */
  readonly age?: number;
  readonly sexAtBirth?: 'female' | 'male';
}

/** One total, interpreted by the cut-off and the band that apply to this person. */
export interface ScaleResult {
  readonly code: string;
  readonly label: string;
  /** `null` while an item is missing; never imputed. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** Ids of items not yet answered. */
  readonly missing: readonly string[];
  /** `null` while incomplete, if none was published, and under 18 if it is for adults. */
  readonly band: Band | null;
  readonly cutOff: CutOff | null;
  readonly positive: boolean | null;
  readonly condition?: Condition;
  readonly severity?: Severity;
}

/** The result of one instrument for one person. A screen is not a diagnosis. */
export interface ScreenResult {
  readonly instrument: Instrument;
  readonly condition?: Condition;
  readonly enteredAs: 'answers' | 'total';
  /** `unscored`: a conversation guide. */
  readonly status: 'complete' | 'incomplete' | 'unscored';
  readonly scales: readonly ScaleResult[];
  /** Item ids that no answer covers, over all scales. */
  readonly missing: readonly string[];
  /** Set if the cut-offs for adults were not applied because the person is under 18. */
  readonly notForMinors: boolean;
}

/** A screen, and the person it is about. */
export interface Screen extends ScreenResult {
  readonly subject: Subject;
}
