import { ApiProperty, PickType } from '@nestjs/swagger';
import { type EnglishOnly, EnglishOnlyPlaces, SAFETY_ENGLISH_ONLY } from '../assessments/english-only.js';
import { CONSTRAINT_CODES, type ConstraintCode, type Purpose, PURPOSES } from '../core/matching/codes.js';
import { HeldResponse, MatchAnswer, MatchResponse } from './match-response.dto.js';

export const WHY_NOT_ENGLISH_ONLY: EnglishOnly = [...SAFETY_ENGLISH_ONLY, '/whyNot/program'];

/** The smallest change of one constraint that lets the program pass it. */
export class ProgramRelaxationResponse {
  @ApiProperty({ enum: CONSTRAINT_CODES })
  constraint: ConstraintCode;

  /** A JSON merge patch for `constraints`. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { maxDistanceKm: 50 } })
  change: Record<string, unknown>;

  /** Whether the program is a match with this change alone; otherwise something else keeps it out too. */
  suffices: boolean;
}

/** A program as the need sees it, with the place it has or would have. */
export class WhyNotResponse extends PickType(MatchResponse, [
  'program',
  'score',
  'scoreRange',
  'knownWeight',
  'distanceMeters',
  'constraints',
  'criteria',
  'warnings',
] as const) {
  /** The list it was looked for in. */
  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;

  /** Whether it belongs to that kind of list at all. */
  inList: boolean;

  /**
   * Whether a match looks at it at all: within twice the distance, by telehealth, or in the client's state. Where it does
   * not, no constraint need say so.
   */
  lookedAt: boolean;

  /** `null` where something keeps it out: the constraints say what, or it is not looked at. */
  @ApiProperty({ enum: ['meets_all', 'confirm_first', null], type: String, nullable: true })
  tier: 'meets_all' | 'confirm_first' | null;

  /** From 1: the place it has among the matches, or would have if nothing kept it out. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  place: number;

  /** Of so many: the matches, and this program where it is none. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  of: number;

  /** For each constraint that keeps it out, if it can be relaxed; a matter of safety cannot. */
  @ApiProperty({ type: () => ProgramRelaxationResponse, isArray: true })
  relaxations: ProgramRelaxationResponse[];
}

export class WhyNotAnswer extends PickType(MatchAnswer, [
  'safety',
  'notAsked',
  'ranking',
  'language',
] as const) {
  /** The message comes first: nothing is told until it is acknowledged. `null` where nothing holds it. */
  @ApiProperty({ type: () => HeldResponse, nullable: true })
  held: HeldResponse | null;

  /** `null` while it is held. */
  @ApiProperty({ type: () => WhyNotResponse, nullable: true })
  whyNot: WhyNotResponse | null;

  @EnglishOnlyPlaces('/whyNot/program')
  englishOnly: string[];
}
