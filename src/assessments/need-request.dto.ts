import {
  CONSTRAINT_CODES,
  type ConstraintCode,
  CRITERION_CODES,
  type CriterionCode,
  CARE_ELEMENTS,
  type CareElement,
  HISTORY_OUTCOMES,
  type HistoryOutcome,
  STRICTNESSES,
  type Strictness,
} from '../core/matching/codes.js';
import { TRAVEL_MODES, type TravelMode } from '../core/matching/facts/travel.js';
import { LEVELS_OF_CARE, type LevelOfCare } from '../core/vocabulary/levels-of-care.js';
import { type Medication, MEDICATIONS } from '../core/vocabulary/medications.js';
import { type Payer, PAYERS, PRICE_PERIODS, type PricePeriod } from '../core/vocabulary/payment.js';
import {
  ACCESSIBILITY,
  type Accessibility,
  type Population,
  POPULATIONS,
} from '../core/vocabulary/people.js';
import {
  type Goal,
  GOALS,
  MODALITIES,
  type Modality,
  type Weekday,
  WEEKDAYS,
  type Wish,
  WISHES,
} from '../core/vocabulary/services.js';
import { Code, CodeMap, Codes, codeValue } from '../http/validation/codes.decorators.js';
import { CompiledBody } from '../http/validation/compiled-body.decorator.js';
import { NestedObject, NestedObjects } from '../http/validation/nested.decorators.js';
import { PostalCodeText } from '../http/validation/postal-code.decorator.js';
import { TimeOfDay } from '../http/validation/time-of-day.decorator.js';
import {
  NumberWithin,
  numberValue,
  Text,
  Texts,
  Uuid,
  Uuids,
  YesNo,
} from '../http/validation/value.decorators.js';
import { AssessmentRequest, ClientRequest, LovedOneRequest } from './assessment-request.dto.js';

const TIME_ZONE = {
  matches: /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/,
  message: 'must be an IANA time zone such as America/Chicago',
};
const APPROACH = {
  matches: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  message: 'must be a code such as contingency-management',
};

/** A postal code, or a pair of coordinates in degrees. */
export class NearRequest {
  @PostalCodeText({ optional: true })
  postalCode?: string;

  @NumberWithin({ min: -90, max: 90, optional: true })
  latitude?: number;

  @NumberWithin({ min: -180, max: 180, optional: true })
  longitude?: number;
}

/** Working hours on some days, in the client's time zone; `to` before `from` runs past midnight, and may be 24:00. */
export class WorkHoursRequest {
  @Codes(WEEKDAYS, { min: 1 })
  days: Weekday[];

  @TimeOfDay('start')
  from: string;

  @TimeOfDay('end')
  to: string;
}

/** The most that the client can pay. */
export class MaxCostRequest {
  /** In cents. */
  @NumberWithin({ min: 0, max: 100_000_000, integer: true })
  amount: number;

  /** ISO 4217. */
  @Text({ max: 3, pattern: { matches: /^[A-Z]{3}$/, message: 'must be a currency code such as USD' } })
  currency: string;

  @Code(PRICE_PERIODS)
  per: PricePeriod;
}

/** What the client refuses by name. */
export class ExcludeRequest {
  @Uuids({ optional: true, max: 100 })
  organizations?: string[];

  @Uuids({ optional: true, max: 100 })
  programs?: string[];

  @Texts({ optional: true, max: 50, each: { max: 60, pattern: APPROACH } })
  approaches?: string[];
}

/** Requirements on a program. An absent constraint requires nothing. */
export class ConstraintsRequest {
  @NestedObject(() => NearRequest, { optional: true })
  near?: NearRequest;

  @NumberWithin({ min: 0, max: 20_000, optional: true })
  maxDistanceKm?: number;

  /**
   * How the client travels. With `near`, every program has a travel time. If omitted, `drive` is assumed and marked as
   * an assumption.
   */
  @Code(TRAVEL_MODES, { optional: true, name: 'TravelMode' })
  travelBy?: TravelMode;

  @YesNo({ optional: true })
  cannotLeaveWork?: boolean;

  /** If omitted, Monday to Friday, 9 to 5, is assumed and marked as an assumption. */
  @NestedObjects(() => WorkHoursRequest, { optional: true, max: 14, min: 1 })
  workHours?: WorkHoursRequest[];

  /**
   * IANA name of the time zone of the working hours; that of `near` if omitted. A program's sessions are in the
   * program's time zone: both are compared for every week of the coming twelve months.
   */
  @Text({ optional: true, max: 64, pattern: TIME_ZONE })
  timeZone?: string;

  @YesNo({ optional: true })
  needsChildcare?: boolean;

  /** Any one of them is enough. Absent: not known. An empty list says that the client has no payer. */
  @Codes(PAYERS, { optional: true, name: 'Payer' })
  payers?: Payer[];

  @NestedObject(() => MaxCostRequest, { optional: true })
  maxCost?: MaxCostRequest;

  @Codes(MODALITIES, { optional: true, min: 1 })
  modalities?: Modality[];

  /** Levels the client accepts. */
  @Codes(LEVELS_OF_CARE, { optional: true, min: 1, name: 'LevelOfCare' })
  levelsOfCare?: LevelOfCare[];

  @NumberWithin({ min: 0, max: 365, integer: true, optional: true })
  startsWithinDays?: number;

  /** All of them. */
  @Codes(POPULATIONS, { optional: true, min: 1, name: 'Population' })
  mustServe?: Population[];

  /** The program must start at least one of them. */
  @Codes(MEDICATIONS, { optional: true, min: 1, name: 'Medication' })
  medications?: Medication[];

  /** What the client takes now and must be able to continue. */
  @Codes(MEDICATIONS, { optional: true, min: 1, name: 'Medication' })
  currentMedications?: Medication[];

  /** All of them. */
  @Codes(ACCESSIBILITY, { optional: true, min: 1 })
  accessibility?: Accessibility[];

  @NestedObject(() => ExcludeRequest, { optional: true })
  exclude?: ExcludeRequest;

  /**
   * By constraint code. `confirmed` also excludes programs for which it is unknown; `preferred` only affects the score.
   */
  @CodeMap(CONSTRAINT_CODES, codeValue(STRICTNESSES), { optional: true })
  strictness?: Partial<Record<ConstraintCode, Strictness>>;
}

/** Preferences: they affect the score, never whether a program is a match. */
export class PreferencesRequest {
  /** Codes of the evidence registry. */
  @Texts({ optional: true, max: 20, each: { max: 60, pattern: APPROACH } })
  approaches?: string[];

  @Texts({ optional: true, max: 20, each: { max: 60, pattern: APPROACH } })
  avoidApproaches?: string[];

  @Codes(WISHES, { optional: true })
  wishes?: Wish[];

  @Codes(WISHES, { optional: true })
  avoid?: Wish[];

  @Code(MODALITIES, { optional: true })
  modality?: Modality;

  @Code(GOALS, { optional: true })
  goal?: Goal;
}

/**
 * Care the client has been in before, and how it ended. After a relapse or a drop-out, programs that offer something
 * different come higher: medication, contingency management, recovery check-ups, help for the family.
 */
export class HistoryRequest {
  /** Left out where it is not known which program it was, or the directory does not have it. */
  @Uuid({ optional: true })
  programId?: string;

  @Code(HISTORY_OUTCOMES)
  outcome: HistoryOutcome;

  /** What was part of that care, beside what the directory knows about the program. */
  @Codes(CARE_ELEMENTS, { optional: true })
  elements?: CareElement[];
}

const UNITS = ['mi', 'km'] as const;

/** What a client needs. Every field is optional; an empty request is valid. Nothing of it is stored. */
export class NeedRequest {
  @NestedObject(() => ClientRequest, { optional: true })
  client?: ClientRequest;

  /** For a family member who asks (`client.role`: `family`). */
  @NestedObject(() => LovedOneRequest, { optional: true })
  lovedOne?: LovedOneRequest;

  @NestedObject(() => AssessmentRequest, { optional: true })
  assessment?: AssessmentRequest;

  @NestedObject(() => ConstraintsRequest, { optional: true })
  constraints?: ConstraintsRequest;

  @NestedObject(() => PreferencesRequest, { optional: true })
  preferences?: PreferencesRequest;

  /**
   * By criterion code: 0 off, 1 normal, 2 important, 3 most important. Evidence always keeps a quarter of the weight.
   */
  @CodeMap(CRITERION_CODES, numberValue({ min: 0, max: 3 }), { optional: true })
  priorities?: Partial<Record<CriterionCode, number>>;

  @NestedObjects(() => HistoryRequest, { optional: true, max: 20 })
  history?: HistoryRequest[];

  /** What sentences say distances in; miles if omitted. Numbers are in metres, whatever is chosen. */
  @Code(UNITS, { optional: true, name: 'Units' })
  units?: (typeof UNITS)[number];
}

/**
 * What a client, or a family member, tells: the body of a match. `constraints`, `preferences`, `priorities` and `history`
 * may be left out; what is in them is not asked again. Nothing of it is stored.
 */
@CompiledBody()
export class AssessmentsRequest extends NeedRequest {}
