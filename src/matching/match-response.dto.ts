import { ApiProperty } from '@nestjs/swagger';
import { FACT_KEYS } from '../core/directory/fact-keys.js';
import { type FactKey, STANDINGS, type Standing } from '../core/directory/source-record.js';
import {
  CONSTRAINT_CODES,
  type ConstraintCode,
  CRITERION_CODES,
  type CriterionCode,
  CLIENT_QUESTIONS,
  type ClientQuestion,
  type Purpose,
  PURPOSES,
} from '../core/matching/codes.js';
import { QUALITY_SIGN_CODES, type QualitySign } from '../core/evidence/quality-signs.js';
import { SIGN_STATES, type SignState } from '../core/matching/rules/criterion.js';
import { ABSENCES, type Absence } from '../core/evidence/strength.js';
import { ACCESS_WAYS, type AccessWay } from '../core/vocabulary/medication-access.js';
import { type Badge, BADGES } from '../core/evidence/badge.js';
import { EVIDENCE_BANDS, type EvidenceBand } from '../core/matching/evidence-summary.js';
import type { EvidencePurpose } from '../core/evidence/evidence-policy.js';
import { type Tier, type TierCounts, TIERS } from '../core/matching/ranking.js';
import { TRAVEL_MODES, type TravelMode } from '../core/matching/facts/travel.js';
import type { Outcome } from '../core/matching/verdict.js';
import {
  LEVELS_OF_CARE,
  type LevelOfCare,
  type Overlay,
  OVERLAYS,
} from '../core/vocabulary/levels-of-care.js';
import type { Language } from '../core/vocabulary/languages.js';
import { AnswerLanguage, EnglishOnlyPlaces } from '../assessments/english-only.js';
import { ProgramSummary } from '../directory/program-summary.dto.js';
import { ResourceResponse } from '../evidence/resource.dto.js';
import { AssessmentResult, NotAskedResponse } from '../assessments/assessment-response.dto.js';
import { SafetyMessageResponse } from '../assessments/safety-message.dto.js';
import { ApproachResponse } from '../evidence/approach.dto.js';

const OUTCOMES = ['meets', 'fails', 'unknown'] as const;

/** The source of a fact that a constraint uses. */
export class VerdictOrigin {
  @ApiProperty({ enum: FACT_KEYS, enumName: 'Fact' })
  fact: FactKey;

  @ApiProperty({ example: 'observation' })
  source: string;

  @ApiProperty({ enum: STANDINGS })
  standing: Standing;

  @ApiProperty({ format: 'date' })
  asOf: string;

  /** Who reported it, if a person or a representative of the provider did. */
  by?: string;

  /** How many observers confirm it, if it was confirmed by people. */
  confirmedBy?: number;
}

/** A body to post once the program has answered, with its answer as `value`. */
export class ObserveBody {
  @ApiProperty({ enum: FACT_KEYS, enumName: 'Fact' })
  fact: FactKey;

  /** Always `null`, which is refused: insert what the program said, in the form that `format` lists for the fact. */
  @ApiProperty({ type: 'null' as never })
  value: null;

  @ApiProperty({ example: 'call' })
  how: string;

  @ApiProperty({ format: 'date' })
  learnedOn: string;
}

/** How to record the program's answer in the directory; it needs a key of a coach. */
export class ObserveResponse {
  /** Where to post it. */
  @ApiProperty({ example: '/v1/programs/{id}/observations' })
  href: string;

  /** The facts that settle it, the most likely first; post one observation for each fact that the provider reports. */
  @ApiProperty({ enum: FACT_KEYS, enumName: 'Fact', isArray: true })
  facts: FactKey[];

  /** Where the schema of each fact's value and an example are. */
  @ApiProperty({ example: '/v1/facts' })
  format: string;

  body: ObserveBody;
}

/** The verdict on a program for one constraint. */
export class ConstraintVerdict {
  @ApiProperty({ enum: CONSTRAINT_CODES })
  code: ConstraintCode;

  @ApiProperty({ enum: OUTCOMES })
  verdict: Outcome;

  /** Relevant to safety: never relaxed, and never presented as suitable while unknown. */
  safety: boolean;

  /** For the person or the family, in plain words: what a fact of the program means here. */
  reason: string;

  /** The same for a professional, in the terms of the field. */
  detail: string;

  /** The question to ask the provider, if the verdict is unknown. */
  ask?: string;

  /** The verdict is unknown because of what the client has not stated: the question is in `askClient` of the answer. */
  @ApiProperty({ enum: CLIENT_QUESTIONS, enumName: 'ClientQuestion', required: false })
  askClient?: ClientQuestion;

  /** What to post after the provider has answered, so that the next match uses it. */
  observe?: ObserveResponse;

  /** Origins of the facts that this constraint uses; empty if none is known. */
  @ApiProperty({ type: () => VerdictOrigin, isArray: true })
  origins: readonly VerdictOrigin[];
}

/** One component of good care, and the approach that earned it. */
export class EvidenceComponentResponse {
  /** A condition, `any`, or the purpose of the track. */
  @ApiProperty({ type: String })
  purpose: EvidencePurpose;

  component: string;

  /** Share of the criterion, 0 to 1. */
  weight: number;

  /** 0 to 1. */
  value: number;

  /** Code of the approach; absent if none of this kind was reported. */
  approach?: string;

  /** Name of the approach; absent if none of this kind was reported. */
  name?: string;

  /** Badge of the rating that counts most; of several that count the same, the weakest. */
  @ApiProperty({ enum: BADGES, enumName: 'Badge', required: false })
  badge?: Badge;

  /** The named person who reviewed that rating; absent if it is an unreviewed draft. */
  reviewedBy?: string;

  /** Provenance of the claim that the program delivers it. */
  @ApiProperty({ enum: STANDINGS, required: false })
  provenance?: Standing;

  /** Of a medication: how people get it at this program. */
  @ApiProperty({ enum: ACCESS_WAYS, enumName: 'AccessWay', required: false })
  way?: AccessWay;

  /** Ids of the ratings, at `/v1/ratings/{id}`. */
  @ApiProperty({ type: String, isArray: true })
  ratings: readonly string[];

  /** Ids of the approach's citations. */
  @ApiProperty({ type: String, isArray: true })
  citations: readonly string[];

  /** `false`: the ratings are unreviewed drafts. */
  reviewed?: boolean;

  /** The program reports that it delivers none of this kind. */
  declined: boolean;

  /**
   * Why nothing is counted: the program says that it does not (`declined`), it answered the list without it
   * (`not-listed`), or it is not reported (`not-reported`). Absent if something was earned.
   */
  @ApiProperty({ enum: ABSENCES, enumName: 'Absence', required: false })
  absence?: Absence;

  /** The question to ask the provider by telephone; absent if the answer is known, or no question is known. */
  ask?: string;

  /** What to post after the provider has answered, so that the next match uses it. */
  observe?: ObserveResponse;
}

/** One sign of quality: something that the program reports of how it gives care, or does not. */
export class QualitySignResponse {
  @ApiProperty({ enum: QUALITY_SIGN_CODES, enumName: 'QualitySign' })
  sign: QualitySign;

  /** Share of the criterion, 0 to 1. */
  weight: number;

  /** 0 to 1. */
  value: number;

  /**
   * `declined`: the program says that it does not. `not-listed`: it answered the list without it. `not-reported`: it
   * did not answer the list.
   */
  @ApiProperty({ enum: SIGN_STATES, enumName: 'QualitySignState' })
  state: SignState;

  /** Provenance of the surest report; absent if nothing is reported. */
  @ApiProperty({ enum: STANDINGS, required: false })
  provenance?: Standing;

  /** The question to ask the provider by telephone; absent if the answer is known. */
  ask?: string;

  /** What to post after the provider has answered, so that the next match uses it. */
  observe?: ObserveResponse;
}

/** The contribution of one criterion to the score. */
export class CriterionContribution {
  @ApiProperty({ enum: CRITERION_CODES })
  code: CriterionCode;

  /**
   * Policy weight × the client's priority; of the distance twice that where methadone is asked for or taken, of continuity
   * three times that for a client who has been in treatment before.
   */
  weight: number;

  /** 0 to 1. */
  value: number;

  /** Share of the value that is based on known facts, 0 to 1. */
  known: number;

  /** weight × value ÷ sum of weights; contributions add up to the score. */
  contribution: number;

  /** For the person or the family, in plain words. */
  reason: string;

  /** The same for a professional, in the terms of the field. */
  detail: string;

  /** For `evidence`: the result for each component of good care. */
  @ApiProperty({ type: () => EvidenceComponentResponse, isArray: true, required: false })
  components?: readonly EvidenceComponentResponse[];

  /** For `quality`: each sign that counts for the client's conditions. */
  @ApiProperty({ type: () => QualitySignResponse, isArray: true, required: false })
  signs?: readonly QualitySignResponse[];
}

/** What a program reports of the essentials of good care for one problem, summed up. It moves no score. */
export class EvidenceSummaryResponse {
  /** A condition, `any`, or the purpose of the track. */
  @ApiProperty({ type: String })
  purpose: EvidencePurpose;

  /**
   * `strong`: what matters most is given on site and confirmed by somebody else. `good`: it is reported, with at least half
   * of the essentials. `partly`: something is reported, or a part of it. `little-reported`: nothing is, and the program does
   * not say no to all. `none`: it says no to all.
   */
  @ApiProperty({ enum: EVIDENCE_BANDS, enumName: 'EvidenceBand' })
  band: EvidenceBand;

  /** The band in words. */
  @ApiProperty({ example: 'Good, by its own word' })
  label: string;

  /** How many essentials are reported in full. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  reported: number;

  /** How many essentials there are; the policy names them. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  of: number;

  /** One line: how much is reported, how medication comes, what is not reported, and whether somebody else has checked it. */
  @ApiProperty({
    example:
      'It reports 4 of 4 essentials for problems with opioids. It starts medicine on site. Not verified.',
  })
  says: string;
}

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

  /** Rounded up to the next five; `null`: not known. */
  @ApiProperty({ type: Number, nullable: true, minimum: 5 })
  minutes: number | null;

  /** `route`: from a routing service. `null`: nothing was estimated. */
  @ApiProperty({ enum: ['estimate', 'route', null], type: String, nullable: true })
  basis: 'estimate' | 'route' | null;

  /** How the minutes were estimated, or why there are none: for the person or the family, in plain words. */
  assumption: string;

  /** The same for a professional, with each number that the estimate uses. */
  detail: string;
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

  @ApiProperty({ enum: OUTCOMES })
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
  program: ProgramSummary;
  score: number;

  @ApiProperty({ type: Number, nullable: true })
  distanceMeters: number | null;

  /** `null` if the location of the client or of the program is not known. */
  @ApiProperty({ type: () => TravelResponse, nullable: true })
  travel: TravelResponse | null;

  failing: FailingConstraint;
}

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
  @ApiProperty({ type: () => ResourceResponse, isArray: true, required: false })
  resources?: ResourceResponse[];

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
export class AssessmentResponse extends AssessmentResult {
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

  ranking: RankingResponse;

  @AnswerLanguage()
  language: Language;

  @EnglishOnlyPlaces('/tracks/*/matches/*/program')
  englishOnly: string[];
}
