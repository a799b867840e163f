import { ApiProperty } from '@nestjs/swagger';
import { RATING_STATUSES, type RatingStatus } from '../../core/evidence/rating.js';
import { TREATED_CONDITIONS, type TreatedCondition } from '../../core/vocabulary/conditions.js';
import { ANY_VALUE_OR_NULL } from '../../http/validation/any-value.js';
import { QueryCodes } from '../../http/validation/codes.decorators.js';
import { QueryNumber, QueryYesNo, Text } from '../../http/validation/value.decorators.js';
import { RatingDetailResponse } from './rating.dto.js';

/** Which ratings of the desk to list. */
export class RatingQuery {
  /** Where they stand in their life. */
  @QueryCodes(RATING_STATUSES, { name: 'RatingStatus' })
  status?: RatingStatus[];

  /** Code of the approach. */
  @Text({ optional: true, max: 60 })
  approach?: string;

  /** Only published ones whose review is overdue. */
  @QueryYesNo()
  overdue?: boolean;

  /** Ratings of a page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;

  /** Where to go on: what the page before gave as `nextCursor`. */
  @Text({ optional: true, max: 1000 })
  cursor?: string;
}

export class RatingListResponse {
  /** Those whose review is due first. */
  @ApiProperty({ type: () => RatingDetailResponse, isArray: true })
  ratings: RatingDetailResponse[];

  /** Continues the list; absent at the end. */
  nextCursor?: string;
}

/** One field that a version says differently from the one before. */
export class FieldDifferenceResponse {
  /** JSON Pointer into the version. */
  @ApiProperty({ example: '/certainty' })
  pointer: string;

  /** Of citations, the ids that were dropped. */
  @ApiProperty({
    ...ANY_VALUE_OR_NULL,
    description: 'As the version before says it; of citations, those dropped',
  })
  before: unknown;

  @ApiProperty({
    ...ANY_VALUE_OR_NULL,
    description: 'As this version says it; of citations, those added',
  })
  after: unknown;
}

/** One version, with what it says differently from the one before. */
export class RatingVersionResponse extends RatingDetailResponse {
  /** Id of the impact that the reviewer had seen; `null` where nobody reviewed it. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  impact: string | null;

  @ApiProperty({ type: () => FieldDifferenceResponse, isArray: true })
  differences: FieldDifferenceResponse[];
}

/** Every version of one rating, side by side. */
export class RatingHistoryResponse {
  @ApiProperty({ format: 'uuid' })
  claimId: string;

  /** Code of the approach. */
  approach: string;

  @ApiProperty({ enum: TREATED_CONDITIONS, enumName: 'TreatedCondition' })
  condition: TreatedCondition;

  outcome: string;

  /** The first one first. */
  @ApiProperty({ type: () => RatingVersionResponse, isArray: true })
  versions: RatingVersionResponse[];
}
