import { ApiProperty } from '@nestjs/swagger';
import { type Badge, BADGES } from '../core/evidence/badge.js';
import { type Purpose, PURPOSES } from '../core/matching/codes.js';
import { type Tier, TIERS } from '../core/matching/ranking.js';
import { Code } from '../http/validation/codes.decorators.js';
import { NestedObject, NestedObjects } from '../http/validation/nested.decorators.js';
import { NumberWithin, Text } from '../http/validation/value.decorators.js';
import { MatchRequest } from './match-request.dto.js';

/** A need to rank in addition to the golden ones. It is not stored. */
export class ImpactCaseRequest {
  @Text({ max: 80 })
  name: string;

  @NestedObject(() => MatchRequest)
  request: MatchRequest;
}

export class ImpactRequest {
  static readonly bodyMayBeLeftOut = true;

  /** Additional needs, in the format of `POST /v1/matches`. They are not stored. */
  @NestedObjects(() => ImpactCaseRequest, { optional: true, max: 20 })
  cases?: ImpactCaseRequest[];
}

/** One list of which to see every move: of a golden need, or of a need in the request, which is not stored. */
export class ImpactMovesRequest {
  /** Name of a golden need, as the impact lists it. */
  @Text({ max: 80, optional: true })
  golden?: string;

  /** Or a need, in the format of `POST /v1/matches`. */
  @NestedObject(() => MatchRequest, { optional: true })
  request?: MatchRequest;

  @Code(PURPOSES)
  purpose: Purpose;

  /** How many moves to pass over; `nextFrom` of the page before. */
  @NumberWithin({ min: 0, max: 1_000_000, integer: true, optional: true })
  from?: number;

  /** Moves per page; 50 if omitted. */
  @NumberWithin({ min: 1, max: 50, integer: true, optional: true })
  limit?: number;
}

/** The place of a program. */
export class StandingResponse {
  @ApiProperty({ type: 'integer', minimum: 1 })
  rank: number;

  @ApiProperty({ enum: TIERS })
  tier: Tier;

  score: number;
}

/** A program that would have another place or score. */
export class MoveResponse {
  @ApiProperty({ format: 'uuid' })
  programId: string;

  name: string;

  /** `null`: it is not a match now. */
  @ApiProperty({ type: StandingResponse, nullable: true })
  before: StandingResponse | null;

  /** `null`: it would not be a match. */
  @ApiProperty({ type: StandingResponse, nullable: true })
  after: StandingResponse | null;

  /** Places gained (positive) or lost (negative); `null` if it enters or leaves the list. */
  @ApiProperty({ type: 'integer', nullable: true })
  places: number | null;
}

export class MovedProgramResponse {
  @ApiProperty({ format: 'uuid' })
  programId: string;

  name: string;
}

/** A list of which another program would be the first. */
export class FirstPlaceResponse {
  /** Name of the case. */
  case: string;

  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;

  /** `null`: there is no match now. */
  @ApiProperty({ type: MovedProgramResponse, nullable: true })
  before: MovedProgramResponse | null;

  /** `null`: there would be no match. */
  @ApiProperty({ type: MovedProgramResponse, nullable: true })
  after: MovedProgramResponse | null;
}

/** One of the farthest moves. */
export class ImpactExampleResponse extends MoveResponse {
  /** Name of the case. */
  case: string;

  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;
}

/** What to look at first. Counts are over all lists: a program counts once in each list in which it moves. */
export class ImpactSummaryResponse {
  /** How many lists would have another first program. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  firstPlacesChanged: number;

  /** Those lists, ten at most. */
  @ApiProperty({ type: () => FirstPlaceResponse, isArray: true })
  firstPlaces: FirstPlaceResponse[];

  /** How many programs would have a different place. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  movedPlaces: number;

  /** How many of them by more than three places, or into the list or out of it. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  movedFar: number;

  /** The farthest moves, five at most: one of each list before a second. */
  @ApiProperty({ type: () => ImpactExampleResponse, isArray: true })
  farthest: ImpactExampleResponse[];
}

export class ImpactTrackResponse {
  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;

  /** Matches now. */
  total: number;

  /** How many programs would have a different place or score; `POST /v1/ratings/{id}/impact/moves` lists them. */
  moved: number;

  /** How many programs would have a different place. */
  movedPlaces: number;

  /** How many of them by more than three places, or into the list or out of it. */
  movedFar: number;
}

export class ImpactCaseResponse {
  name: string;

  /** Whether the case is one of the golden needs in `seed-data/impact`, rather than from the request. */
  golden: boolean;

  @ApiProperty({ type: () => ImpactTrackResponse, isArray: true })
  tracks: ImpactTrackResponse[];
}

/** A badge that publishing would change. */
export class BadgeChangeResponse {
  approach: string;
  condition: string;
  outcome: string;

  /** `null`: there is no current badge. */
  @ApiProperty({ enum: BADGES, nullable: true })
  before: Badge | null;

  @ApiProperty({ enum: BADGES })
  after: Badge;

  /** Whether the current rating has been reviewed. */
  reviewedBefore: boolean;
}

/** What publishing a version would change, calculated before its approval. */
export class ImpactResponse {
  /** Give this id in the approval, to record what the reviewer saw. */
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: ImpactSummaryResponse })
  summary: ImpactSummaryResponse;

  @ApiProperty({ type: () => BadgeChangeResponse, isArray: true })
  badges: BadgeChangeResponse[];

  @ApiProperty({ format: 'uuid' })
  rating: string;

  edition: number;

  policy: string;

  directoryVersion: number;

  /** The impact is valid as long as this is the evidence version. */
  evidenceVersion: number;

  @ApiProperty({ type: () => ImpactCaseResponse, isArray: true })
  cases: ImpactCaseResponse[];
}

/** A page of the programs that would have another place or score in one list. */
export class ImpactMovesResponse {
  directoryVersion: number;

  /** Pages of one list belong together as long as both versions are the same. */
  evidenceVersion: number;

  /** Matches now. */
  total: number;

  /** How many programs would have a different place or score. */
  moved: number;

  /** In the new order, those that drop out last. */
  @ApiProperty({ type: () => MoveResponse, isArray: true })
  moves: MoveResponse[];

  /** `from` of the next page; `null` on the last page. */
  @ApiProperty({ type: 'integer', nullable: true })
  nextFrom: number | null;
}
