import { ApiProperty } from '@nestjs/swagger';
import { type Badge, BADGES } from '../core/evidence/badge.js';
import { type Purpose, PURPOSES } from '../core/matching/codes.js';
import { type Tier, TIERS } from '../core/matching/ranking.js';
import { NestedObject, NestedObjects } from '../http/validation/nested.decorators.js';
import { Text } from '../http/validation/value.decorators.js';
import { MatchRequest } from './match-request.dto.js';

/** A need to rank in addition to the golden ones. It is not stored. */
export class ImpactCaseRequest {
  @Text({ max: 200 })
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

export class ImpactTrackResponse {
  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;

  /** Matches now. */
  total: number;

  /** How many programs would have a different place or score. */
  moved: number;

  /** How many programs would have a different place. */
  movedPlaces: number;

  /** In the new order; at most 500. */
  @ApiProperty({ type: () => MoveResponse, isArray: true })
  moves: MoveResponse[];
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

  @ApiProperty({ format: 'uuid' })
  rating: string;

  edition: number;

  policy: string;

  directoryVersion: number;

  /** The impact is valid as long as this is the evidence version. */
  evidenceVersion: number;

  @ApiProperty({ type: () => BadgeChangeResponse, isArray: true })
  badges: BadgeChangeResponse[];

  @ApiProperty({ type: () => ImpactCaseResponse, isArray: true })
  cases: ImpactCaseResponse[];
}
