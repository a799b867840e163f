import type { Certainty, ComparatorType, Direction, OutcomeGroup, RatingStatus } from '../evidence/rating.js';
import type { TreatedCondition } from '../vocabulary/conditions.js';

/** Why the certainty is what it is, by GRADE domain, and who stated it. */
export interface CertaintyReasons {
  readonly riskOfBias?: string;
  readonly inconsistency?: string;
  readonly indirectness?: string;
  readonly imprecision?: string;
  readonly publicationBias?: string;
  readonly other?: string;
  /** The review itself, or the person who drafted the rating. */
  readonly statedBy?: string;
  readonly source?: string;
}

/** A grade of another scheme, as given there. */
export interface OriginalGrade {
  readonly scheme: string;
  readonly grade: string;
  readonly url: string;
}

/** What a rating is about. Every version of one rating is about the same. */
export interface RatedClaim {
  readonly approach: string;
  readonly condition: TreatedCondition;
  readonly outcome: string;
  readonly comparator: string;
}

/** The content of one version of a rating. `null` is not known, or not stated yet. */
export interface RatingContent {
  readonly outcomeGroup: OutcomeGroup;
  readonly comparatorType: ComparatorType;
  readonly comparatorApproach: string | null;
  /** Population in which it was studied: age and setting. */
  readonly population: string | null;
  readonly certainty: Certainty;
  readonly direction: Direction;
  readonly certaintySource: string;
  readonly certaintyReasons: CertaintyReasons | null;
  /** The effect with its interval, or "not stated". */
  readonly effect: string | null;
  readonly effectVerified: boolean;
  /** Interests of the authors of the cited studies, as far as known. */
  readonly studyConflicts: string | null;
  readonly note: string | null;
  readonly originalGrade: OriginalGrade | null;
  /** Ids of the works it is based on. */
  readonly citations: readonly string[];
  /** Why this version was made. */
  readonly changeNote: string | null;
}

/** What a reviewer signs. */
export interface RatingReview {
  readonly reviewer: string;
  readonly reviewerId: string;
  /** YYYY-MM-DD. */
  readonly reviewedOn: string;
  readonly nextReviewOn: string;
  /** The reviewer's own interests; "none" is a statement, an empty field is not. */
  readonly conflictStatement: string;
  /** The impact of publishing, which the reviewer has seen. */
  readonly impact: string;
}

/** One version of a rating, as far as its lifecycle is concerned. */
export interface RatingVersion {
  readonly id: string;
  /** 1 for the first, then 2, 3 … */
  readonly edition: number;
  readonly status: RatingStatus;
  /** It is or was public: its content never changes again. */
  readonly isPublic: boolean;
  /** Ids of all its authors; empty for ratings from the registry's files. */
  readonly authors: readonly string[];
  readonly content: RatingContent;
}

/** What the desk needs to know about a cited work. */
export interface CitedWork {
  readonly id: string;
  /** Has a DOI that was seen, a PMID or a Cochrane number. */
  readonly isIdentified: boolean;
  readonly year: number | null;
  readonly design: string | null;
  readonly retraction: 'none' | 'concern' | 'retracted';
}

/** Whether a version is public and counts in the ranking. At most one version of a rating is. */
export function isStanding({ isPublic, status }: Pick<RatingVersion, 'isPublic' | 'status'>): boolean {
  return isPublic && (status === 'draft' || status === 'in_review' || status === 'published');
}

/** Whether a version is in preparation and was never public. At most one version of a rating is. */
export function isOpen({ isPublic, status }: Pick<RatingVersion, 'isPublic' | 'status'>): boolean {
  return !isPublic && (status === 'draft' || status === 'in_review');
}
