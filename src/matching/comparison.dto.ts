import { ApiProperty, OmitType } from '@nestjs/swagger';
import { type EnglishOnly, EnglishOnlyPlaces, SAFETY_ENGLISH_ONLY } from '../assessments/english-only.js';
import {
  CONSTRAINT_CODES,
  type ConstraintCode,
  CRITERION_CODES,
  type CriterionCode,
  type Purpose,
  PURPOSES,
} from '../core/matching/codes.js';
import { type Decider, DECIDERS } from '../core/matching/what-decides.js';
import { WhyNotAnswer, WhyNotResponse } from './why-not.dto.js';

export const COMPARISON_ENGLISH_ONLY: EnglishOnly = [
  ...SAFETY_ENGLISH_ONLY,
  '/comparison/programs/*/program',
  '/legend/evidence/*/name',
];

/** One of the programs, and what is unknown about it. */
export class ComparedProgram extends OmitType(WhyNotResponse, ['purpose'] as const) {
  /** Constraints with an unknown verdict; each has the question to ask. */
  @ApiProperty({ enum: CONSTRAINT_CODES, isArray: true })
  unknownConstraints: ConstraintCode[];

  /** Criteria that are not, or only partly, based on known facts. */
  @ApiProperty({ enum: CRITERION_CODES, isArray: true })
  unknownCriteria: CriterionCode[];
}

/** What a criterion adds to the lead of one program over another. */
export class CriterionLead {
  @ApiProperty({ enum: CRITERION_CODES })
  code: CriterionCode;

  /** Share of the score; negative if it reduces the lead. */
  lead: number;
}

/** Why one program comes before the next. */
export class DecisionResponse {
  @ApiProperty({ format: 'uuid' })
  first: string;

  @ApiProperty({ format: 'uuid' })
  second: string;

  /** The first of these in which they differ, in this order. */
  @ApiProperty({ enum: DECIDERS, enumName: 'Decider' })
  by: Decider;

  /**
   * They are level: their scores differ by less than 0.01, and all that ranks before the score is the same. Do not read a
   * difference into their order.
   */
  level: boolean;

  /** If the score decides: what each criterion adds to the lead, largest first. */
  @ApiProperty({ type: () => CriterionLead, isArray: true })
  criteria: CriterionLead[];

  /** One sentence that names the programs, for the person or the family in plain words. */
  @ApiProperty({ example: 'New Vista fits better than Oak House does. What counts most: cost and distance.' })
  reason: string;

  /** The same for a professional. */
  detail: string;
}

/** Programs side by side, in their order. */
export class ComparisonResponse {
  /** The list in which they are compared. */
  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;

  @ApiProperty({ type: () => ComparedProgram, isArray: true, minItems: 2, maxItems: 5 })
  programs: ComparedProgram[];

  /** Why each program comes before the next. */
  @ApiProperty({ type: () => DecisionResponse, isArray: true, minItems: 1, maxItems: 4 })
  decisions: DecisionResponse[];
}

export class ComparisonAnswer extends OmitType(WhyNotAnswer, ['whyNot', 'englishOnly'] as const) {
  /** `null` while it is held. */
  @ApiProperty({ type: () => ComparisonResponse, nullable: true })
  comparison: ComparisonResponse | null;

  @EnglishOnlyPlaces('/comparison/programs/*/program')
  englishOnly: string[];
}
