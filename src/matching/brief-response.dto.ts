import { ApiProperty, OmitType, PickType } from '@nestjs/swagger';
import { EnglishOnlyPlaces } from '../assessments/english-only.js';
import { ResourceResponse } from '../evidence/resource.dto.js';
import { BriefProgram } from './brief-program.dto.js';
import { AssessmentResponse, MatchAnswer, TrackResponse } from './match-answer.dto.js';
import { FailingConstraint, MatchResponse, NearMissResponse } from './match-response.dto.js';

/** One line of a short list. */
export class BriefMatch extends PickType(MatchResponse, [
  'tier',
  'place',
  'sharedBy',
  'levelWithPrevious',
  'score',
  'distanceMeters',
  'evidence',
  'warnings',
] as const) {
  program: BriefProgram;

  /** How long the way is, as in `travel` of a full answer; `null`: not known. */
  @ApiProperty({ type: Number, nullable: true, minimum: 5 })
  travelMinutes: number | null;

  /** For the person: the sentences of the three criteria that add most to the score, as far as they are known. */
  @ApiProperty({ type: String, isArray: true, maxItems: 3 })
  reasons: string[];

  /** To ask the provider before anything else: what has to be confirmed, questions of safety first. */
  @ApiProperty({ type: String, isArray: true })
  questions: string[];
}

/** A program that one constraint excludes. */
export class BriefNearMiss extends PickType(NearMissResponse, ['distanceMeters'] as const) {
  program: BriefProgram;
  failing: BriefFailing;
}

export class BriefFailing extends PickType(FailingConstraint, ['constraint', 'reason'] as const) {}

/** A national resource; the whole of it is at `/v1/resources/{id}`. */
export class BriefResource extends PickType(ResourceResponse, [
  'id',
  'name',
  'kind',
  'url',
  'contact',
] as const) {}

/** What the registry says about one way to help a loved one. */
export class BriefGuidance {
  says: string;

  /** At `/v1/approaches/{code}`. */
  @ApiProperty({ example: 'craft' })
  approach: string;
}

export class BriefTrack extends OmitType(TrackResponse, [
  'matches',
  'nearMisses',
  'excluded',
  'resources',
  'guidance',
] as const) {
  @ApiProperty({ type: () => BriefMatch, isArray: true })
  matches: BriefMatch[];

  @ApiProperty({ type: () => BriefNearMiss, isArray: true })
  nearMisses: BriefNearMiss[];

  /** National resources in addition to the programs; in the support tracks only. */
  @ApiProperty({ type: () => BriefResource, isArray: true, required: false })
  resources?: BriefResource[];

  /** For a family: what the registry says about CRAFT and about confrontation. */
  @ApiProperty({ type: () => BriefGuidance, isArray: true, required: false })
  guidance?: BriefGuidance[];
}

/** How the request was understood. */
export class BriefAssessment extends PickType(AssessmentResponse, [
  'conditions',
  'levelsOfCare',
  'levelFloor',
  'overlays',
  'opioidMedicationNeeded',
  'missing',
  'note',
] as const) {
  /** Each field of `missing` in words. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  words: Record<string, string>;
}

/** A match in short: what a person reads and whom they call. */
export class BriefMatchAnswer extends OmitType(MatchAnswer, [
  'detail',
  'assessment',
  'tracks',
  'legend',
  'englishOnly',
] as const) {
  @ApiProperty({ enum: ['brief'] })
  detail: 'brief';

  assessment: BriefAssessment;

  @ApiProperty({ type: () => BriefTrack, isArray: true })
  tracks: BriefTrack[];

  /** Every verdict, number and source behind a line: post the same body there with its `programId`. */
  @ApiProperty({ enum: ['/v1/matches/why-not'] })
  explainedAt: '/v1/matches/why-not';

  @EnglishOnlyPlaces('/tracks/*/matches/*/program')
  englishOnly: string[];
}
