import { ApiProperty } from '@nestjs/swagger';
import { RATING_STATUSES, type RatingStatus } from '../../core/evidence/rating.js';
import { TREATED_CONDITIONS, type TreatedCondition } from '../../core/vocabulary/conditions.js';
import { ANY_VALUE_OR_NULL } from '../../http/validation/any-value.js';
import { QueryCodes } from '../../http/validation/codes.decorators.js';
import { QueryNumber, QueryYesNo, Text } from '../../http/validation/value.decorators.js';
import { RatingDetailResponse } from './rating.dto.js';

/** Which ratings to list for the desk. */
export class RatingQuery {
  /** Status of the rating. */
  @QueryCodes(RATING_STATUSES, { name: 'RatingStatus' })
  status?: RatingStatus[];

  /** Code of the approach. */
  @Text({ optional: true, max: 60 })
  approach?: string;

  /** Only published ratings whose review is overdue. */
  @QueryYesNo()
  overdue?: boolean;

  /** Ratings per page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;

  /** `nextCursor` of the previous page. */
  @Text({ optional: true, max: 1000 })
  cursor?: string;
}

export class RatingListResponse {
  /** Earliest review date first. */
  @ApiProperty({ type: () => RatingDetailResponse, isArray: true })
  ratings: RatingDetailResponse[];

  /** `cursor` of the next page; absent on the last page. */
  nextCursor?: string;
}

/** One field that differs from the previous version. */
export class FieldDifferenceResponse {
  /** JSON Pointer into the version. */
  @ApiProperty({ example: '/certainty' })
  pointer: string;

  /** For citations, the ids that were removed. */
  @ApiProperty({
    ...ANY_VALUE_OR_NULL,
    description: 'The value in the previous version; for citations, those removed',
  })
  before: unknown;

  @ApiProperty({
    ...ANY_VALUE_OR_NULL,
    description: 'The value in this version; for citations, those added',
  })
  after: unknown;
}

/** One version, with its changes from the previous one. */
export class RatingVersionResponse extends RatingDetailResponse {
  /** Id of the impact that the reviewer saw; `null` if not reviewed. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  impact: string | null;

  @ApiProperty({ type: () => FieldDifferenceResponse, isArray: true })
  differences: FieldDifferenceResponse[];
}

/** All versions of one rating. */
export class RatingHistoryResponse {
  @ApiProperty({ format: 'uuid' })
  claimId: string;

  /** Code of the approach. */
  approach: string;

  @ApiProperty({ enum: TREATED_CONDITIONS, enumName: 'TreatedCondition' })
  condition: TreatedCondition;

  outcome: string;

  /** Oldest first. */
  @ApiProperty({ type: () => RatingVersionResponse, isArray: true })
  versions: RatingVersionResponse[];
}
