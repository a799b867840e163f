import {
  CERTAINTIES,
  type Certainty,
  COMPARATOR_TYPES,
  type ComparatorType,
  type Direction,
  DIRECTIONS,
  OUTCOME_GROUPS,
  type OutcomeGroup,
} from '../../core/evidence/rating.js';
import { TREATED_CONDITIONS, type TreatedCondition } from '../../core/vocabulary/conditions.js';
import { Code } from '../../http/validation/codes.decorators.js';
import { NestedObject } from '../../http/validation/nested.decorators.js';
import { OrNull } from '../../http/validation/or-null.decorator.js';
import { CalendarDate, Text, Uuid, Uuids, YesNo } from '../../http/validation/value.decorators.js';

const CODE = {
  max: 60,
  pattern: { matches: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: 'must be a code such as contingency-management' },
};
const WORDS = { max: 2000 };

/** Reasons for the certainty, by GRADE domain. */
export class CertaintyReasonsRequest {
  @Text({ ...WORDS, optional: true })
  riskOfBias?: string;

  @Text({ ...WORDS, optional: true })
  inconsistency?: string;

  @Text({ ...WORDS, optional: true })
  indirectness?: string;

  @Text({ ...WORDS, optional: true })
  imprecision?: string;

  @Text({ ...WORDS, optional: true })
  publicationBias?: string;

  /** Other reasons; for a high certainty, why there was no reason to lower it. */
  @Text({ ...WORDS, optional: true })
  other?: string;

  /** Whether they are the review's own or the drafter's. */
  @Text({ max: 200, example: 'review' })
  statedBy: string;

  @Text({ ...WORDS, optional: true })
  source?: string;
}

/** Changes in the reasons for the certainty: a reason that is omitted stays, `null` drops it. */
export class ReasonChangesRequest implements Record<keyof CertaintyReasonsRequest, unknown> {
  @OrNull()
  @Text({ ...WORDS, optional: true })
  riskOfBias: string | null | undefined;

  @OrNull()
  @Text({ ...WORDS, optional: true })
  inconsistency: string | null | undefined;

  @OrNull()
  @Text({ ...WORDS, optional: true })
  indirectness: string | null | undefined;

  @OrNull()
  @Text({ ...WORDS, optional: true })
  imprecision: string | null | undefined;

  @OrNull()
  @Text({ ...WORDS, optional: true })
  publicationBias: string | null | undefined;

  @OrNull()
  @Text({ ...WORDS, optional: true })
  other: string | null | undefined;

  /** Who states the reasons as they are now: the review itself, or the drafter. */
  @Text({ max: 200, example: 'review' })
  statedBy: string;

  @OrNull()
  @Text({ ...WORDS, optional: true })
  source: string | null | undefined;
}

/** Fields that a draft may leave open but a published rating must have. */
class OpenFields {
  /** Code of the approach it was compared with, if that is in the registry. */
  @Text({ ...CODE, optional: true })
  comparatorApproach?: string;

  /** Population in which it was studied: age and setting. */
  @Text({ ...WORDS, optional: true, example: 'adults, outpatient' })
  population?: string;

  /** Where the certainty comes from: a published grade, or our own. */
  @Text({ max: 200, optional: true, example: 'published GRADE' })
  certaintySource?: string;

  /** The effect with its interval, or "not stated". */
  @Text({ ...WORDS, optional: true, example: 'RR 1.21 (95% CI 1.03-1.42)' })
  effect?: string;

  /** Whether the effect was seen in the cited work; `false` if omitted. */
  @YesNo({ optional: true })
  effectVerified?: boolean;

  /** Interests of the authors of the cited studies, as far as known. */
  @Text({ ...WORDS, optional: true })
  studyConflicts?: string;

  @Text({ ...WORDS, optional: true })
  note?: string;

  /** Ids of the works it is based on. */
  @Uuids({ max: 50, optional: true })
  citations?: string[];

  /** Why this version was made; required from the second version on. */
  @Text({ ...WORDS, optional: true })
  changeNote?: string;
}

/** The content of a draft. What is omitted is not known. */
export class RatingContentRequest extends OpenFields {
  @NestedObject(() => CertaintyReasonsRequest, { optional: true })
  reasons?: CertaintyReasonsRequest;

  @Code(OUTCOME_GROUPS, { name: 'OutcomeGroup' })
  outcomeGroup: OutcomeGroup;

  @Code(COMPARATOR_TYPES, { name: 'ComparatorType' })
  comparatorType: ComparatorType;

  @Code(CERTAINTIES, { name: 'Certainty' })
  certainty: Certainty;

  @Code(DIRECTIONS, { name: 'Direction' })
  direction: Direction;
}

/** A rating of a subject that has no rating yet. */
export class NewRatingRequest extends RatingContentRequest {
  /** Code of the approach. */
  @Text({ ...CODE, example: 'contingency-management' })
  approach: string;

  @Code(TREATED_CONDITIONS, { name: 'TreatedCondition' })
  condition: TreatedCondition;

  @Text({ max: 200, example: 'retention in treatment' })
  outcome: string;

  /** What it was compared with; `none` if there was no comparator. */
  @Text({ max: 200, example: 'usual care' })
  comparator: string;
}

/** The changes in a new version; everything else is as in the version it is drafted from. */
export class RatingVersionRequest extends OpenFields {
  static readonly bodyMayBeLeftOut = true;

  /** Merged with the reasons of the version before: what is omitted stays, `null` drops a reason. */
  @NestedObject(() => ReasonChangesRequest, { optional: true })
  reasons?: ReasonChangesRequest;

  @Code(OUTCOME_GROUPS, { name: 'OutcomeGroup', optional: true })
  outcomeGroup?: OutcomeGroup;

  @Code(COMPARATOR_TYPES, { name: 'ComparatorType', optional: true })
  comparatorType?: ComparatorType;

  @Code(CERTAINTIES, { name: 'Certainty', optional: true })
  certainty?: Certainty;

  @Code(DIRECTIONS, { name: 'Direction', optional: true })
  direction?: Direction;
}

/** What a reviewer signs. Whether they may approve at all is checked before the completeness of the signature. */
export class ApprovalRequest {
  static readonly bodyMayBeLeftOut = true;

  /** Required. Id of the impact that the reviewer saw, from `POST /v1/ratings/{id}/impact`. */
  @Uuid({ optional: true })
  impact?: string;

  /** Required. The reviewer's own interests in this approach; write "none" if there are none. */
  @Text({ ...WORDS, optional: true, example: 'none' })
  conflictStatement?: string;

  /** Date of the next review, at most three years ahead; one year ahead if omitted. */
  @CalendarDate({ optional: true })
  nextReviewOn?: string;

  @Text({ ...WORDS, optional: true })
  why?: string;
}

/** Why a rating is returned or retracted. */
export class ReasonRequest {
  /** Shown with the rating. */
  @Text({ ...WORDS })
  why: string;
}

/** A step without a reason. */
export class SubmissionRequest {
  static readonly bodyMayBeLeftOut = true;

  @Text({ ...WORDS, optional: true })
  why?: string;
}

/** An interest of the key's owner; it excludes them from reviewing that approach. */
export class InterestRequest {
  /** Code of the approach. */
  @Text({ ...CODE, example: 'contingency-management' })
  approach: string;

  @Text({ ...WORDS, example: 'paid trainer for this approach until 2025' })
  statement: string;
}
