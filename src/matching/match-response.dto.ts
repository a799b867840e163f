import { ApiProperty } from '@nestjs/swagger';
import { CONSTRAINT_CODES, type ConstraintCode } from '../core/matching/codes.js';
import { type Tier, TIERS } from '../core/matching/ranking.js';
import { TRAVEL_MODES, type TravelMode } from '../core/matching/facts/travel.js';
import type { Outcome } from '../core/matching/verdict.js';
import { ProgramSummary } from '../directory/program-summary.dto.js';
import { BriefProgram } from './brief-program.dto.js';
import { CriterionContribution, EvidenceSummaryResponse } from './criterion.dto.js';
import { ConstraintVerdict, VERDICT_OUTCOMES } from './verdict.dto.js';

/** A concern about a program that is not in its score. */
export class WarningResponse {
  code: string;

  /** For the person or the family, in plain words. */
  message: string;

  /** The same for a professional, in the terms of the field. */
  detail: string;
  approach?: string;
}

/** Information on keeping a job while away, if only round-the-clock care is suitable. */
export class LeaveOption {
  code: string;
  message: string;
}

/** The way to a program. It does not affect rank or verdict: the distance does. */
export class TravelResponse {
  @ApiProperty({ enum: TRAVEL_MODES, enumName: 'TravelMode' })
  mode: TravelMode;

  /** Rounded up to the next five; `null`: not known. `legend.travel` says how they were estimated, or why there are none. */
  @ApiProperty({ type: Number, nullable: true, minimum: 5 })
  minutes: number | null;

  /** `route`: from a routing service. `null`: nothing was estimated. */
  @ApiProperty({ enum: ['estimate', 'route', null], type: String, nullable: true })
  basis: 'estimate' | 'route' | null;
}

export class MatchResponse {
  program: ProgramSummary;

  /** `confirm_first`: a required fact is unknown; the constraint has the question to ask. */
  @ApiProperty({ enum: TIERS })
  tier: Tier;

  /**
   * From 1. Programs share a place if tier, safety, reach, score and known weight are the same; the list then prints them
   * by distance.
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  place: number;

  /** How many programs have this place. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  sharedBy: number;

  /** The scores of this program and of the one before it differ by less than 0.01: do not read a difference into them. */
  levelWithPrevious: boolean;

  /** 0 to 1. */
  score: number;

  /** The score if every unknown value were 0, and if it were 1. */
  @ApiProperty({ type: Number, isArray: true, minItems: 2, maxItems: 2 })
  scoreRange: [number, number];

  /** Share of the weight that is based on known facts, 0 to 1. */
  knownWeight: number;

  @ApiProperty({ type: Number, nullable: true })
  distanceMeters: number | null;

  /** `null` if the location of the client or of the program is not known. */
  @ApiProperty({ type: () => TravelResponse, nullable: true })
  travel: TravelResponse | null;

  @ApiProperty({ type: () => ConstraintVerdict, isArray: true })
  constraints: ConstraintVerdict[];

  @ApiProperty({ type: () => CriterionContribution, isArray: true })
  criteria: CriterionContribution[];

  /** For each problem that evidence is measured for, in that order. */
  @ApiProperty({ type: () => EvidenceSummaryResponse, isArray: true })
  evidence: EvidenceSummaryResponse[];

  @ApiProperty({ type: () => WarningResponse, isArray: true })
  warnings: WarningResponse[];

  @ApiProperty({ type: () => LeaveOption, isArray: true })
  leaveOptions: LeaveOption[];
}

/** How many programs a constraint excludes, and how many it alone excludes. */
export class ExclusionResponse {
  @ApiProperty({ enum: CONSTRAINT_CODES })
  constraint: ConstraintCode;
  failed: number;
  failedOnly: number;
}

export class FailingConstraint {
  @ApiProperty({ enum: CONSTRAINT_CODES })
  constraint: ConstraintCode;

  @ApiProperty({ enum: VERDICT_OUTCOMES })
  verdict: Outcome;

  /** For the person or the family, in plain words. */
  reason: string;

  /** The same for a professional, in the terms of the field. */
  detail: string;

  /** What was requested, in the same unit as what was found (metres, cents, days, codes). */
  @ApiProperty({
    required: false,
    oneOf: [{ type: 'number' }, { type: 'string' }, { type: 'array', items: { type: 'string' } }],
  })
  asked?: number | string | readonly string[];

  @ApiProperty({
    required: false,
    oneOf: [{ type: 'number' }, { type: 'string' }, { type: 'array', items: { type: 'string' } }],
  })
  found?: number | string | readonly string[];
}

/** A program that exactly one constraint excludes, which is never one relevant to safety. */
export class NearMissResponse {
  program: BriefProgram;
  score: number;

  @ApiProperty({ type: Number, nullable: true })
  distanceMeters: number | null;

  /** `null` if the location of the client or of the program is not known. */
  @ApiProperty({ type: () => TravelResponse, nullable: true })
  travel: TravelResponse | null;

  failing: FailingConstraint;
}
