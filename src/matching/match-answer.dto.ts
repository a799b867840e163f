import { ApiProperty, PickType } from '@nestjs/swagger';
import {
  CONSTRAINT_CODES,
  type ConstraintCode,
  CLIENT_QUESTIONS,
  type ClientQuestion,
  type Purpose,
  PURPOSES,
} from '../core/matching/codes.js';
import { type TierCounts } from '../core/matching/ranking.js';
import {
  LEVELS_OF_CARE,
  type LevelOfCare,
  type Overlay,
  OVERLAYS,
} from '../core/vocabulary/levels-of-care.js';
import type { Language } from '../core/vocabulary/languages.js';
import { AnswerLanguage, EnglishOnlyPlaces } from '../assessments/english-only.js';
import { ResourceResponse } from '../evidence/resource.dto.js';
import { AssessmentReading, NotAskedResponse } from '../assessments/assessment-response.dto.js';
import { SafetyMessageResponse } from '../assessments/safety-message.dto.js';
import { ApproachResponse } from '../evidence/approach.dto.js';
import { Legend } from './legend.dto.js';
import { ExclusionResponse, LeaveOption, MatchResponse, NearMissResponse } from './match-response.dto.js';

/** A change that would add matches. */
export class RelaxationResponse {
  @ApiProperty({ enum: CONSTRAINT_CODES })
  constraint: ConstraintCode;

  /** A JSON merge patch (RFC 7396) of the body of the request: merge it and send the request again. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { constraints: { maxDistanceKm: 48.3 } },
  })
  change: Record<string, unknown>;

  /** What the change shows in addition, and how many programs: for the person who may choose it. */
  @ApiProperty({ example: 'Also show places up to 30 miles away: 12 more.' })
  label: string;

  /** Exactly how many matches the changed request adds. */
  wouldAdd: number;

  bestScore: number;
}

/** What the registry says about one way to help a loved one, with its ratings and citations. */
export class FamilyGuidanceResponse {
  says: string;
  approach: ApproachResponse;
}

/** How many matches are near by their site, and how many only by telehealth. */
export class ReachResponse {
  /** Their site is within the distance. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  within: number;

  /** Beyond the distance, but they reach the client by telehealth, known or to be asked. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  byTelehealth: number;

  /** Metres to the nearest program beyond the distance that meets all else; only if none is within it. */
  @ApiProperty({ type: 'integer', required: false })
  nearestMeters?: number;

  /** That none is within the distance, and how far the nearest is, for the person; only if it is so. */
  says?: string;
}

/** How many matches of the whole track are in each tier, on whatever page. Together they are `total`. */
export class TierCountsResponse implements TierCounts {
  /** Everything that is required is known to be met. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  meets_all: number;

  /** Something that is required has to be confirmed first. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  confirm_first: number;
}

/** A national resource; the whole of it, with how it was confirmed, is at `/v1/resources/{id}`. */
export class TrackResource extends PickType(ResourceResponse, [
  'id',
  'name',
  'kind',
  'description',
  'caution',
  'populations',
  'modalities',
  'languages',
  'cost',
  'orientation',
  'approach',
  'url',
  'finderUrl',
  'contact',
] as const) {}

export class TrackResponse {
  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;

  /** Number of matches. */
  total: number;

  /** Number of programs considered. */
  universe: number;

  tiers: TierCountsResponse;

  /** `null` if no distance is asked, or only as a preference. */
  @ApiProperty({ type: () => ReachResponse, nullable: true })
  reach: ReachResponse | null;

  /** `cursor` of the next page of this track; absent on the last page. */
  nextCursor?: string;

  @ApiProperty({ type: () => MatchResponse, isArray: true })
  matches: MatchResponse[];

  @ApiProperty({ type: () => ExclusionResponse, isArray: true })
  excluded: ExclusionResponse[];

  @ApiProperty({ type: () => NearMissResponse, isArray: true })
  nearMisses: NearMissResponse[];

  @ApiProperty({ type: () => RelaxationResponse, isArray: true })
  relaxations: RelaxationResponse[];

  /** Where round-the-clock care is what fits, or all that is left, and the client cannot leave work; also if `total` is 0. */
  @ApiProperty({ type: () => LeaveOption, isArray: true })
  leaveOptions: LeaveOption[];

  /** National resources in addition to the programs, of more than one kind; in the support tracks only. */
  @ApiProperty({ type: () => TrackResource, isArray: true, required: false })
  resources?: TrackResource[];

  /** For a family: what the registry says about CRAFT and about confrontation, with ratings and citations. */
  @ApiProperty({ type: () => FamilyGuidanceResponse, isArray: true, required: false })
  guidance?: FamilyGuidanceResponse[];

  /** Likely options for the loved one, for when they are ready. They must not be pressed to accept any of them. */
  whenReady?: boolean;
}

/** In one list of the answer, how many programs an answer of the client settles. */
export class ClientQuestionTrack {
  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;

  /** Of all matches of the list, on whatever page. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  programs: number;
}

/** A question to the client, not to a program. It is asked once, however many programs hang on the answer. */
export class ClientQuestionResponse {
  @ApiProperty({ enum: CLIENT_QUESTIONS, enumName: 'ClientQuestion' })
  code: ClientQuestion;

  /** The field of the request that takes the answer. Omit it if the client would rather not say. */
  @ApiProperty({ example: 'client.gender' })
  field: string;

  ask: string;

  @ApiProperty({ type: () => ClientQuestionTrack, isArray: true })
  tracks: ClientQuestionTrack[];
}

/** How the request was understood, and the result of its answers. */
export class AssessmentResponse extends AssessmentReading {
  /** Levels a program may offer; `null` if none were named. */
  @ApiProperty({ enum: LEVELS_OF_CARE, isArray: true, nullable: true })
  levelsOfCare: LevelOfCare[] | null;

  /** No program below it is shown, whatever the request says. */
  @ApiProperty({ enum: [...LEVELS_OF_CARE, null], type: String, nullable: true })
  levelFloor: LevelOfCare | null;

  @ApiProperty({ enum: OVERLAYS, isArray: true })
  overlays: Overlay[];

  /** Whether a program must offer medication for opioid use disorder. */
  opioidMedicationNeeded: boolean;

  /** Fields of the request that would make the match more precise if they were given; `words` has each in words. */
  @ApiProperty({ type: String, isArray: true, example: ['constraints.payers'] })
  missing: string[];

  note: string;
}

/** Why no list is shown yet, and what to acknowledge. */
export class HeldResponse {
  /**
   * Ids of the messages in `safety` that have to be acknowledged. Show each, then send the same request with the `token`
   * of each as `assessment.acknowledged`.
   */
  @ApiProperty({ type: String, isArray: true, example: ['SF-OD'] })
  acknowledge: string[];
  why: string;
}

/** What the response is based on. */
export class RankingResponse {
  /** Published at `/v1/policies/{version}`. */
  @ApiProperty({ example: '2026-11.4' })
  policy: string;
  directoryVersion: number;
  evidenceVersion: number;

  /** The database is unavailable, and this is the last version that was read. */
  stale: boolean;

  /** Since when the database has been unavailable; only while it is. */
  @ApiProperty({ format: 'date-time', required: false })
  staleSince?: string;

  @ApiProperty({ enum: [false] })
  paidPlacement: false;
}

export class MatchAnswer {
  @ApiProperty({ enum: ['full'] })
  detail: 'full';

  /** Messages to show before anything else; empty if there are none. */
  @ApiProperty({ type: () => SafetyMessageResponse, isArray: true })
  safety: SafetyMessageResponse[];

  /**
   * Safety messages that may still apply because their questions were not asked. Present if the request has answers.
   */
  @ApiProperty({ type: () => NotAskedResponse, isArray: true, required: false })
  notAsked?: NotAskedResponse[];

  /** The message comes first: there is no list until it is acknowledged. `null` if the list is not held. */
  @ApiProperty({ type: () => HeldResponse, nullable: true })
  held: HeldResponse | null;

  assessment: AssessmentResponse;

  /** Questions to the client whose answers would settle matches; empty if there are none. */
  @ApiProperty({ type: () => ClientQuestionResponse, isArray: true })
  askClient: ClientQuestionResponse[];

  @ApiProperty({ type: () => TrackResponse, isArray: true })
  tracks: TrackResponse[];

  /** What is the same for many lines of the lists, said once. */
  legend: Legend;

  ranking: RankingResponse;

  @AnswerLanguage()
  language: Language;

  @EnglishOnlyPlaces('/tracks/*/matches/*/program')
  englishOnly: string[];
}
