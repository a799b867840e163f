import type { Severity } from '../vocabulary/conditions.js';
import type { Freshness } from '../directory/shelf-life.js';
import type { Standing } from '../directory/source-record.js';
import type { QualitySign, SignCondition } from '../evidence/quality-signs.js';
import type { EvidencePolicy } from '../evidence/evidence-policy.js';
import type { CriterionCode } from './codes.js';
import type { WorkHours } from './facts/hours.js';

/** Every number that moves a program up or down. Versioned data; published with its reasons. */
export interface MatchingPolicy {
  readonly version: string;
  readonly criteria: Readonly<Record<CriterionCode, { readonly weight: number; readonly unknown: number }>>;
  /** Evidence alone keeps at least this share of the weight. */
  readonly minimumEvidenceShare: { readonly value: number };
  readonly curves: {
    readonly distance: {
      readonly defaultScaleKm: number;
      readonly telehealth: number;
      /** How many times as much the criterion weighs where the client goes to the clinic daily. */
      readonly dailyDosing: number;
    };
    readonly accessSpeed: { readonly halfDays: number };
    readonly levelOfCareFit: { readonly tooLittlePerStep: number; readonly tooMuchPerStep: number };
    readonly cost: { readonly feeHelp: number; readonly halfAtBudget: number };
    readonly scheduleFit: { readonly telehealth: number };
    readonly preferences: { readonly unwished: number };
    readonly engagement: {
      readonly lowReadiness: number;
      readonly highImportance: number;
      readonly lowConfidence: number;
      readonly motivationalInterviewing: number;
      readonly lowThreshold: number;
      readonly structure: number;
      readonly peers: number;
      readonly craft: number;
      readonly familyCounseling: number;
    };
    readonly continuity: {
      readonly aftercare: number;
      readonly followUp: number;
      readonly stepDown: number;
      readonly helpedBefore: number;
      readonly sameAgain: number;
      readonly differentElement: number;
      /** How many times as much the criterion weighs for a client who has been in treatment before. */
      readonly withHistory: number;
    };
    readonly trust: {
      readonly standing: Readonly<Record<Standing, number>>;
      readonly freshness: Readonly<Record<Freshness, number>>;
      readonly shares: { readonly record: number; readonly accreditation: number; readonly licence: number };
    };
    readonly assumedWorkHours: WorkHours;
  };
  readonly severityWeights: Readonly<Record<Severity | 'notStated', number>>;
  readonly evidence: EvidencePolicy;
  readonly quality: QualityPolicy;
}

/** How the signs of quality become numbers. */
export interface QualityPolicy {
  /** What a reported sign counts by what it rests on. */
  readonly standing: Readonly<Record<Standing, number>>;
  /** What a sign counts of which an answered list leaves everything blank. */
  readonly notListed: number;
  readonly signs: Readonly<Record<QualitySign, SignPolicy>>;
}

export interface SignPolicy {
  /** By condition; one without a weight does not count the sign. */
  readonly weights: Readonly<Partial<Record<SignCondition, number>>>;
  /** By how many of its things are reported; the last also for more. */
  readonly values: readonly number[];
  /** For exactly one of several, where the program says no to all others. */
  readonly onlyOne?: number;
}
