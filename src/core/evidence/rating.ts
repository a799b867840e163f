import type { Condition } from '../vocabulary/conditions.js';

/** GRADE certainty of a body of evidence (Guyatt 2008, doi 10.1136/bmj.39489.470347.AD); `none`: no studies found. */
export const CERTAINTIES = ['high', 'moderate', 'low', 'very-low', 'none'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const DIRECTIONS = ['benefit', 'no-difference', 'inferior', 'mixed', 'harm', 'unknown'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const COMPARATOR_TYPES = ['inactive', 'usual-care', 'active', 'none'] as const;
export type ComparatorType = (typeof COMPARATOR_TYPES)[number];

/** What a rated outcome is about; the matching policy defines which of these count for a condition and a goal. */
export const OUTCOME_GROUPS = [
  'survival',
  'retention',
  'substance-use',
  'abstinence',
  'treatment-entry',
  'family-wellbeing',
  'functioning',
  'mental-health',
  'craving',
  'safety',
] as const;
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number];

export const RATING_STATUSES = ['draft', 'in_review', 'published', 'superseded', 'retracted'] as const;
export type RatingStatus = (typeof RATING_STATUSES)[number];

export const APPROACH_KINDS = [
  'medication',
  'psychosocial',
  'mutual-help',
  'family-engagement',
  'setting',
  'other',
] as const;
export type ApproachKind = (typeof APPROACH_KINDS)[number];

/** How a listing flag affects the directory before any score (clinical/evidence.md, rule 3). */
export const LISTINGS = [
  'normal',
  'warn',
  'warn-no-evidence',
  'warn-offer-craft-first',
  'never-recommend',
  'never-recommend-for-opioid-alone',
  'not-a-treatment',
] as const;
export type Listing = (typeof LISTINGS)[number];

/** What the engine knows about one rating. */
export interface GradedClaim {
  readonly id: string;
  readonly condition: Condition | 'any';
  readonly outcomeGroup: OutcomeGroup;
  readonly certainty: Certainty;
  readonly direction: Direction;
  readonly comparatorType: ComparatorType;
  /** The approach it was compared with, if that is in the registry. */
  readonly comparatorApproach?: string;
  readonly reviewed: boolean;
  /** The named person who reviewed it; absent if it is not reviewed. */
  readonly reviewedBy?: string;
  /** Months begun since its review was due; absent if it is not overdue. */
  readonly overdueMonths?: number;
}

/** What the engine knows about one approach. */
export interface GradedApproach {
  readonly code: string;
  readonly name: string;
  readonly kind: ApproachKind;
  readonly listing: Listing;
  readonly ratings: readonly GradedClaim[];
  readonly citations: readonly string[];
}
