import { ApiProperty } from '@nestjs/swagger';
import { type Badge, BADGES, deriveBadge } from '../../core/evidence/badge.js';
import { type Retraction, RETRACTIONS } from '../../core/evidence/citation-record.js';
import {
  APPROACH_KINDS,
  type ApproachKind,
  CERTAINTIES,
  type Certainty,
  COMPARATOR_TYPES,
  type ComparatorType,
  type Direction,
  DIRECTIONS,
  type Listing,
  LISTINGS,
  OUTCOME_GROUPS,
  type OutcomeGroup,
  RATING_STATUSES,
  type RatingStatus,
} from '../../core/evidence/rating.js';
import { TREATED_CONDITIONS, type TreatedCondition } from '../../core/vocabulary/conditions.js';
import { CitationResponse } from '../citations/citation.dto.js';
import { overdueMonths } from '../../core/curation/review-calendar.js';
import type { CertaintyReasons } from '../../core/curation/rating-version.js';
import type { Rating } from './rating.entity.js';
import { worksOf } from './rating-versions.js';

/** Reasons for the certainty, by GRADE domain. `null`: nothing was stated on that domain. */
export class CertaintyReasonsResponse {
  @ApiProperty({ type: String, nullable: true })
  riskOfBias: string | null;

  @ApiProperty({ type: String, nullable: true })
  inconsistency: string | null;

  @ApiProperty({ type: String, nullable: true })
  indirectness: string | null;

  @ApiProperty({ type: String, nullable: true })
  imprecision: string | null;

  @ApiProperty({ type: String, nullable: true })
  publicationBias: string | null;

  @ApiProperty({ type: String, nullable: true })
  other: string | null;

  /** Whether the reasons are the review's own or the drafter's. */
  @ApiProperty({ type: String, nullable: true, example: 'drafter' })
  statedBy: string | null;

  /** Where the reasons were read. */
  @ApiProperty({ type: String, nullable: true })
  source: string | null;

  static of(reasons: CertaintyReasons): CertaintyReasonsResponse {
    return {
      riskOfBias: reasons.riskOfBias ?? null,
      inconsistency: reasons.inconsistency ?? null,
      indirectness: reasons.indirectness ?? null,
      imprecision: reasons.imprecision ?? null,
      publicationBias: reasons.publicationBias ?? null,
      other: reasons.other ?? null,
      statedBy: reasons.statedBy ?? null,
      source: reasons.source ?? null,
    };
  }
}

/** A grade of another scheme. */
export class OriginalGradeResponse {
  @ApiProperty({ example: 'cebc' })
  scheme: string;

  @ApiProperty({ example: '1' })
  grade: string;

  @ApiProperty({ format: 'uri' })
  url: string;
}

/** Common fields of a rating in every response. */
class RatingHead {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** `any`: across substances. */
  @ApiProperty({ enum: TREATED_CONDITIONS, enumName: 'TreatedCondition' })
  condition: TreatedCondition;

  @ApiProperty({ example: 'retention in treatment' })
  outcome: string;

  @ApiProperty({ enum: CERTAINTIES, enumName: 'Certainty' })
  certainty: Certainty;

  @ApiProperty({ enum: DIRECTIONS, enumName: 'Direction' })
  direction: Direction;

  /** Derived from certainty, direction and kind of comparator; never entered by hand. */
  @ApiProperty({ enum: BADGES, enumName: 'Badge' })
  badge: Badge;

  @ApiProperty({ enum: RATING_STATUSES, enumName: 'RatingStatus' })
  status: RatingStatus;
}

/** A cited work that was retracted or is in doubt. */
export class WorkInDoubtResponse {
  /** Id of the citation. */
  @ApiProperty({ format: 'uuid' })
  citation: string;

  /** `concern`: its journal has published an expression of concern. */
  @ApiProperty({ enum: RETRACTIONS, enumName: 'Retraction' })
  retraction: Retraction;
}

/** Summary of a rating: its subject and its badge. */
export class RatingSummaryResponse extends RatingHead {
  static of(rating: Rating): RatingSummaryResponse {
    return summaryOf(rating);
  }
}

/** A graded claim about an approach, for one condition and outcome, against one comparator. */
export class RatingResponse extends RatingHead {
  /** What the outcome is about; our classification, used by the ranking policy. */
  @ApiProperty({ enum: OUTCOME_GROUPS, enumName: 'OutcomeGroup' })
  outcomeGroup: OutcomeGroup;

  /** What it was compared with; `null` if there was no comparator. */
  @ApiProperty({ type: String, nullable: true, example: 'no opioid replacement' })
  comparator: string | null;

  /** Read a badge with it: about as good as an active comparator is not the same as no benefit. */
  @ApiProperty({ enum: COMPARATOR_TYPES, enumName: 'ComparatorType' })
  comparatorType: ComparatorType;

  /** Code of the approach it was compared with, if that is in the registry; our classification. */
  @ApiProperty({ type: String, nullable: true, example: null })
  comparatorApproach: string | null;

  /** The effect, with its interval if given; `null`: not stated. */
  @ApiProperty({ type: String, nullable: true, example: 'RR 4.44 (95% CI 3.26-6.04), newer trials' })
  effect: string | null;

  /** Whether the effect was seen in the cited work; `false`: check it before relying on it. */
  effectVerified: boolean;

  /** Where the certainty comes from: a published grade, or our own provisional draft. */
  @ApiProperty({ example: 'provisional' })
  certaintySource: string;

  /** Reasons for the certainty; `null`: none were recorded. */
  @ApiProperty({ type: CertaintyReasonsResponse, nullable: true })
  reasons: CertaintyReasonsResponse | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  /** The review state in words. */
  @ApiProperty({ example: 'draft, not reviewed' })
  reviewState: string;

  /** The named person who reviewed it; `null`: not reviewed. */
  @ApiProperty({ type: String, nullable: true, example: null })
  reviewer: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  reviewedOn: string | null;

  /** Interests of the reviewer; before a review, a note that none were declared. */
  conflictOfInterest: string;

  /**
   * Interests of the authors of the cited studies; `null`: none were recorded, which does not mean that there are none.
   */
  @ApiProperty({ type: String, nullable: true })
  studyConflicts: string | null;

  /** Population in which it was studied: age and setting; `null`: not recorded. */
  @ApiProperty({ type: String, nullable: true, example: null })
  population: string | null;

  /** The grade of another scheme that this rating was made from, as given there. */
  @ApiProperty({ type: OriginalGradeResponse, nullable: true })
  originalGrade: OriginalGradeResponse | null;

  @ApiProperty({ format: 'date', example: '2026-11-23' })
  draftedOn: string;

  @ApiProperty({ format: 'date', example: '2027-11-23' })
  nextReviewOn: string;

  /** Its review is overdue: the ranking policy gives it less weight until it is reviewed again. */
  overdue: boolean;

  /** The same for every version of one rating; `/v1/ratings/{id}/history` lists them. */
  @ApiProperty({ format: 'uuid' })
  claimId: string;

  /** 1 for the first version, then 2, 3 … */
  @ApiProperty({ type: 'integer', minimum: 1 })
  edition: number;

  /** Why this version was made. */
  @ApiProperty({ type: String, nullable: true, example: null })
  changeNote: string | null;

  /** Reason for its status, if one was required: returned, retracted, reviewed again. */
  @ApiProperty({ type: String, nullable: true, example: null })
  statusNote: string | null;

  /** Public names of its authors; empty for ratings loaded from the registry's files. */
  @ApiProperty({ type: String, isArray: true })
  authors: string[];

  /** Ids of the works it is based on. */
  @ApiProperty({ type: String, isArray: true })
  citationIds: string[];

  /**
   * The cited works that were retracted or about which the journal expressed concern: read the rating with that in
   * mind.
   */
  @ApiProperty({ type: () => WorkInDoubtResponse, isArray: true })
  worksInDoubt: WorkInDoubtResponse[];

  @ApiProperty({ type: 'integer', minimum: 1 })
  version: number;

  /** @param day YYYY-MM-DD; decides what is overdue */
  static of(rating: Rating, day: string): RatingResponse {
    return inFull(rating, day);
  }
}

/** The approach of the rating. */
export class RatedApproachResponse {
  @ApiProperty({ example: 'methadone' })
  code: string;

  name: string;

  @ApiProperty({ enum: APPROACH_KINDS, enumName: 'ApproachKind' })
  kind: ApproachKind;

  /** Applied before any score; see the approach for what it means. */
  @ApiProperty({ enum: LISTINGS, enumName: 'Listing' })
  listing: Listing;
}

/** A rating in full, with its approach and the works that the approach's ratings are based on. */
export class RatingDetailResponse extends RatingResponse {
  @ApiProperty({ type: RatedApproachResponse })
  approach: RatedApproachResponse;

  @ApiProperty({ type: [CitationResponse] })
  citations: CitationResponse[];

  /** Needs the rating's citations, its approach and the approach's citations. */
  static override of(rating: Rating, day: string): RatingDetailResponse {
    const { code, name, kind, listing } = rating.approach;
    return {
      ...inFull(rating, day),
      approach: { code, name, kind, listing },
      citations: CitationResponse.listOf(worksOf(rating)),
    };
  }
}

function summaryOf({ id, condition, outcome, certainty, direction, comparatorType, status }: Rating) {
  const badge = deriveBadge(certainty, direction, comparatorType);
  return { id, condition, outcome, certainty, direction, badge, status };
}

function inFull(rating: Rating, day: string) {
  return {
    ...summaryOf(rating),
    outcomeGroup: rating.outcomeGroup,
    comparator: NO_COMPARATOR.has(rating.comparator) ? null : rating.comparator,
    comparatorType: rating.comparatorType,
    comparatorApproach: rating.comparatorApproach,
    effect: rating.effect,
    effectVerified: rating.effectVerified,
    certaintySource: rating.certaintySource,
    reasons: rating.certaintyReasons && CertaintyReasonsResponse.of(rating.certaintyReasons),
    note: rating.note,
    reviewState:
      rating.status === 'published'
        ? `reviewed by ${rating.reviewer} on ${rating.reviewedOn}`
        : UNREVIEWED[rating.status],
    reviewer: rating.reviewer,
    reviewedOn: rating.reviewedOn,
    conflictOfInterest: rating.conflictOfInterest,
    studyConflicts: rating.studyConflicts,
    population: rating.population,
    originalGrade: rating.originalGrade && { ...rating.originalGrade },
    draftedOn: rating.draftedOn,
    nextReviewOn: rating.nextReviewOn,
    overdue: overdueMonths(rating.nextReviewOn, day) > 0,
    claimId: rating.claimId,
    edition: rating.edition,
    changeNote: rating.changeNote,
    statusNote: rating.statusNote,
    authors: [...rating.authorNames],
    citationIds: worksOf(rating)
      .map(({ id }) => id)
      .sort(),
    worksInDoubt: worksOf(rating)
      .filter(({ retraction }) => retraction !== 'none')
      .map(({ id, retraction }) => ({ citation: id, retraction }))
      .sort((a, b) => (a.citation < b.citation ? -1 : 1)),
    version: rating.version,
  };
}

/** The registry's notation for no comparator. */
const NO_COMPARATOR: ReadonlySet<string> = new Set(['-', 'none']);

const UNREVIEWED: Readonly<Record<Exclude<RatingStatus, 'published'>, string>> = {
  draft: 'draft, not reviewed',
  in_review: 'in review: not reviewed, or to be reviewed again',
  superseded: 'superseded by a later version',
  retracted: 'retracted: do not rely on it',
};
