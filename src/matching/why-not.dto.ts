import { ApiProperty, PickType } from '@nestjs/swagger';
import { type EnglishOnly, EnglishOnlyPlaces, SAFETY_ENGLISH_ONLY } from '../assessments/english-only.js';
import { type Purpose, PURPOSES } from '../core/matching/codes.js';
import { type Tier, TIERS } from '../core/matching/ranking.js';
import { ClientQuestionResponse, HeldResponse, MatchAnswer, RelaxationResponse } from './match-answer.dto.js';
import { LinesLegend } from './legend.dto.js';
import { MatchResponse } from './match-response.dto.js';

export const WHY_NOT_ENGLISH_ONLY: EnglishOnly = [
  ...SAFETY_ENGLISH_ONLY,
  '/whyNot/program',
  '/legend/evidence/*/name',
];

/** The smallest change of one constraint that lets the program pass it. */
export class ProgramRelaxationResponse extends PickType(RelaxationResponse, [
  'constraint',
  'change',
] as const) {
  /** What the change shows in addition, for the person who may choose it. */
  @ApiProperty({ example: 'Also show places up to 30 miles away.' })
  label: string;

  /** Whether the program is a match with this change alone; otherwise something else excludes it too. */
  suffices: boolean;
}

/** A program with respect to the need, with the place it has or would have. */
export class WhyNotResponse extends PickType(MatchResponse, [
  'program',
  'score',
  'scoreRange',
  'knownWeight',
  'distanceMeters',
  'constraints',
  'criteria',
  'evidence',
  'warnings',
] as const) {
  /** The list in which it was looked for. */
  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;

  /** Whether it belongs to that kind of list at all. */
  inList: boolean;

  /**
   * Whether a match considers it at all: within twice the distance, by telehealth, or in the client's state. If not,
   * there may be no failing constraint.
   */
  lookedAt: boolean;

  /** `null` if it is excluded: by a constraint, or because it is not considered. */
  @ApiProperty({ enum: [...TIERS, null], type: String, nullable: true })
  tier: Tier | null;

  /**
   * From 1: its place among the matches, as a match has it, or the place it would have if nothing excluded it. Programs
   * share a place.
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  place: number;

  /** How many programs have this place, this one among them. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  sharedBy: number;

  /** The scores of this program and of the match before it in the list differ by less than 0.01. */
  levelWithPrevious: boolean;

  /** Number of matches, plus one if this program is not a match. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  of: number;

  /** For each constraint that excludes it, if it can be relaxed. A constraint relevant to safety cannot. */
  @ApiProperty({ type: () => ProgramRelaxationResponse, isArray: true })
  relaxations: ProgramRelaxationResponse[];
}

export class WhyNotAnswer extends PickType(MatchAnswer, [
  'safety',
  'notAsked',
  'ranking',
  'language',
] as const) {
  /** The message comes first: there is no explanation until it is acknowledged. `null` if nothing is held. */
  @ApiProperty({ type: () => HeldResponse, nullable: true })
  held: HeldResponse | null;

  /** `null` while it is held. */
  @ApiProperty({ type: () => WhyNotResponse, nullable: true })
  whyNot: WhyNotResponse | null;

  /** What is the same for many lines, said once. */
  legend: LinesLegend;

  /** Questions to the client whose answers would settle a verdict; empty if there are none. */
  @ApiProperty({ type: () => ClientQuestionResponse, isArray: true })
  askClient: ClientQuestionResponse[];

  @EnglishOnlyPlaces('/whyNot/program')
  englishOnly: string[];
}
