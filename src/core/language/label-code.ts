import type { Freshness } from '../directory/shelf-life.js';
import type { Standing } from '../directory/source-record.js';
import type { QualitySign } from '../evidence/quality-signs.js';
import type { EvidencePurpose } from '../evidence/evidence-policy.js';
import type { Severity, TreatedCondition } from '../vocabulary/conditions.js';
import type { AnsweredList } from '../vocabulary/answered-lists.js';
import type { LevelOfCare, Overlay } from '../vocabulary/levels-of-care.js';
import type { AccessWay, MedicationAccessCode } from '../vocabulary/medication-access.js';
import type { Medication, MedicationStance } from '../vocabulary/medications.js';
import type { CapacityUnit } from '../vocabulary/licences.js';
import type { Payer, PricePeriod } from '../vocabulary/payment.js';
import type {
  AcceptedGender,
  Accessibility,
  AgeGroup,
  ClientGender,
  MilitaryService,
  Population,
} from '../vocabulary/people.js';
import type {
  Accreditation,
  Funding,
  Goal,
  License,
  Modality,
  Ownership,
  Service,
  WithdrawalSetting,
  Wish,
} from '../vocabulary/services.js';
import type { CareNeed, HistoryOutcome, Strictness } from '../matching/codes.js';
import type { LABELS_EN } from './labels.en.js';

/** The parts of criteria that are sums (criteria/engagement.ts, continuity.ts). */
export type PartCode =
  | 'craft'
  | 'motivational-interviewing'
  | 'low-threshold-start'
  | 'structure'
  | 'peers'
  | 'follow-up'
  | 'step-down'
  | 'different-element';

/** Components of good care that the published policies name. */
export type ComponentCode =
  | 'medication'
  | 'psychosocial'
  | 'contingency-management'
  | 'overdose-prevention'
  | 'taper'
  | 'mutual-help'
  | 'continuing-care'
  | 'peers'
  | 'engagement'
  | 'family-support';

/**
 * Every code of ours that a sentence may name. English uses most codes as words; any other language needs a word for
 * each, or it does not compile. States are shown by their postal codes.
 */
export type LabelCode =
  | keyof typeof LABELS_EN
  | TreatedCondition
  | Severity
  | LevelOfCare
  | Overlay
  | Medication
  | MedicationStance
  | Payer
  | PricePeriod
  | CapacityUnit
  | Population
  | AgeGroup
  | AcceptedGender
  | ClientGender
  | MilitaryService
  | Accessibility
  | Modality
  | WithdrawalSetting
  | Service
  | Wish
  | Goal
  | `goal-${Goal}`
  | Accreditation
  | License
  | Ownership
  | Funding
  | Standing
  | AccessWay
  | MedicationAccessCode
  | AnsweredList
  | Freshness
  | EvidencePurpose
  | ComponentCode
  | QualitySign
  | PartCode
  | CareNeed
  | Strictness
  | HistoryOutcome;
