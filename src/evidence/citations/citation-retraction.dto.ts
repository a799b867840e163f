import { ApiProperty } from '@nestjs/swagger';
import { CitationResponse } from './citation.dto.js';
import { RatingDetailResponse } from '../ratings/rating.dto.js';

/** A work with its retraction status, and the consequences for the ratings based on it. */
export class CitationRetractionResponse {
  @ApiProperty({ type: () => CitationResponse })
  citation: CitationResponse;

  /** Ratings that were published and are now in review, by id. */
  @ApiProperty({ type: () => RatingDetailResponse, isArray: true })
  reopened: RatingDetailResponse[];
}
