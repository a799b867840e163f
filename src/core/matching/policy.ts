import type { Severity } from '../vocabulary/conditions.js';
import type { Freshness } from '../directory/shelf-life.js';
import type { Standing } from '../directory/source-record.js';
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
}
