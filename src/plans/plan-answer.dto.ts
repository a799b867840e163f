import { ApiProperty, OmitType, PickType } from '@nestjs/swagger';
import { type EnglishOnly, EnglishOnlyPlaces, SAFETY_ENGLISH_ONLY } from '../assessments/english-only.js';
import { HelplineResponse, REVIEWED_BY } from '../assessments/safety-message.dto.js';
import { type Verification, VERIFICATIONS } from '../core/assessment/instrument.js';
import {
  PLAN_PARTS,
  PLAN_READERS,
  PLAN_SHEETS,
  PLAN_SUPPORT,
  type PlanPart,
  type PlanReader,
  type PlanSheet,
  type PlanSupport,
} from '../core/plans/plan-item.js';
import { ProgramSummary } from '../directory/program-summary.dto.js';
import { Legend } from '../matching/legend.dto.js';
import { TrackResource } from '../matching/match-answer.dto.js';
import { TravelResponse } from '../matching/match-response.dto.js';
import { ConstraintVerdict } from '../matching/verdict.dto.js';
import { WhyNotAnswer } from '../matching/why-not.dto.js';

export const PLAN_ENGLISH_ONLY: EnglishOnly = [
  ...SAFETY_ENGLISH_ONLY,
  '/plan/sections/*/items/*/sources',
  '/plan/sections/*/items/*/lines/*/name',
  '/plan/sections/*/items/*/lines/*/otherLanguages',
  '/plan/programs/*/program',
  '/plan/resources',
];

/** What an item rests on. */
export class PlanSourceResponse {
  says: string;

  @ApiProperty({ required: false, example: '10.1136/bmj.j1550' })
  doi?: string;

  @ApiProperty({ required: false, format: 'uri' })
  url?: string;

  /** A document without an address. */
  @ApiProperty({ required: false })
  ref?: string;

  @ApiProperty({ enum: VERIFICATIONS })
  level: Verification;

  /** How far it was read. */
  @ApiProperty({ example: 'abstract' })
  read: string;
}

/** One thing that the plan says. */
export class PlanItemResponse {
  @ApiProperty({ example: 'bef-soon' })
  id: string;

  /** A blank to fill in by hand is `____`. */
  @ApiProperty({ example: 'Ask for the first open time, best within a day.' })
  text: string;

  @ApiProperty({ enum: PLAN_READERS, isArray: true, description: 'Whom it speaks to' })
  for: readonly PlanReader[];

  @ApiProperty({
    enum: PLAN_SHEETS,
    description: 'The page for it; `coach` is never printed for the person or the family',
  })
  sheet: PlanSheet;

  /** It names a substance or treatment for one. Leave it out of a handout that must not name the condition. */
  namesSubstance: boolean;

  @ApiProperty({ type: () => HelplineResponse, isArray: true })
  lines: HelplineResponse[];

  @ApiProperty({ required: false, description: 'At `/v1/approaches/{code}`', example: 'mi-met' })
  approach?: string;

  @ApiProperty({
    enum: PLAN_SUPPORT,
    description: 'How far a source supports it; `convention`: a practical step of our own',
  })
  verified: PlanSupport;

  @ApiProperty({ type: String, nullable: true, description: REVIEWED_BY })
  reviewedBy: string | null;

  @ApiProperty({ type: () => PlanSourceResponse, isArray: true, minItems: 1 })
  sources: PlanSourceResponse[];
}

/** The items of one part of the plan. */
export class PlanSectionResponse {
  @ApiProperty({ enum: PLAN_PARTS, enumName: 'PlanPart' })
  part: PlanPart;

  @ApiProperty({ example: 'Before the first visit' })
  title: string;

  /** It follows the visit of a clinician; put it under a heading that says so. */
  afterVisit: boolean;

  @ApiProperty({ type: () => PlanItemResponse, isArray: true, minItems: 1 })
  items: PlanItemResponse[];
}

/** What is the same for all chosen programs. */
export class PlanLegend extends PickType(Legend, ['travel', 'observe'] as const) {}

/** A question to a chosen program. */
export class PlanQuestionResponse extends PickType(ConstraintVerdict, [
  'code',
  'safety',
  'observe',
] as const) {
  /** To be asked in these words. */
  ask: string;
}

/** A chosen program: whom to call, what to ask, and the way there. */
export class PlanProgramResponse {
  program: ProgramSummary;

  @ApiProperty({ type: () => PlanQuestionResponse, isArray: true, description: 'Those of safety first' })
  questions: PlanQuestionResponse[];

  @ApiProperty({ type: Number, nullable: true })
  distanceMeters: number | null;

  @ApiProperty({
    type: () => TravelResponse,
    nullable: true,
    description: '`null` if the location of the client or of the program is not known',
  })
  travel: TravelResponse | null;
}

/** A contact of the coach with the person. */
export class PlanContactResponse {
  /** The item that says what to ask. */
  @ApiProperty({ example: 'ct-48h' })
  item: string;

  /** Days after the plan starts. */
  @ApiProperty({ type: 'integer', minimum: 1, example: 2 })
  afterDays: number;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: '`null` without `startsOn`' })
  on: string | null;
}

/** How many items of this plan were signed. */
export class PlanReviewResponse {
  @ApiProperty({ type: 'integer', minimum: 0 })
  items: number;

  /** By a person with clinical training. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  signed: number;
}

/** What to say and do, from now until the check-ups. */
export class PlanResponse {
  /** Of what plans may say. */
  @ApiProperty({ example: '2026-11-30' })
  version: string;

  /** Show it above the plan: that it is no advice, and that it was not reviewed. */
  note: string;

  reviewed: PlanReviewResponse;

  /** An emergency: the plan has what to do now, and nothing else. */
  emergency: boolean;

  /** The person is not ready: parts are left out until they ask for the whole plan (`whole`). */
  notReady: boolean;

  /** A clinician comes first: sections with `afterVisit` follow that visit. */
  clinicianFirst: boolean;

  @ApiProperty({
    enum: PLAN_PARTS,
    enumName: 'PlanPart',
    isArray: true,
    description: 'Parts that would say something, and wait until the person asks',
  })
  leftOut: readonly PlanPart[];

  @ApiProperty({ type: () => PlanSectionResponse, isArray: true })
  sections: PlanSectionResponse[];

  @ApiProperty({ type: () => PlanProgramResponse, isArray: true, description: 'As chosen, in that order' })
  programs: PlanProgramResponse[];

  @ApiProperty({ type: () => PlanContactResponse, isArray: true })
  contacts: PlanContactResponse[];

  @ApiProperty({
    type: () => TrackResource,
    isArray: true,
    description:
      'National resources of more than one kind, mutual help among them; where to find times is in `finderUrl`',
  })
  resources: TrackResource[];
}

export class PlanAnswer extends OmitType(WhyNotAnswer, [
  'whyNot',
  'legend',
  'askClient',
  'englishOnly',
] as const) {
  /** `null` while it is held. */
  @ApiProperty({ type: () => PlanResponse, nullable: true })
  plan: PlanResponse | null;

  legend: PlanLegend;

  @EnglishOnlyPlaces('/plan/sections/*/items/*/sources')
  englishOnly: string[];
}
