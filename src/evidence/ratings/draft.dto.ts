import { ApiProperty } from '@nestjs/swagger';
import { missingFields } from '../../core/curation/missing-fields.js';
import { ANY_VALUE } from '../../http/validation/any-value.js';
import { RatingDetailResponse } from './rating.dto.js';
import { contentOf, toCitedWork, worksOf } from './rating-versions.js';
import type { Draft } from './write-draft.js';

/** A field that a rating needs before it can be reviewed, and what to do. */
export class MissingFieldResponse {
  /** JSON Pointer into the version. */
  @ApiProperty({ example: '/population' })
  pointer: string;

  message: string;
}

/** A field that the version before said and this one does not. */
export class DroppedFieldResponse {
  /** JSON Pointer into the version. */
  @ApiProperty({ example: '/reasons/imprecision' })
  pointer: string;

  /** What it said; for citations, the ids that were removed. */
  @ApiProperty(ANY_VALUE)
  before: unknown;
}

/** A draft as it was written, with what to look at before it is submitted. */
export class RatingDraftResponse extends RatingDetailResponse {
  /** What a submission would be refused for. */
  @ApiProperty({ type: () => MissingFieldResponse, isArray: true })
  missing: MissingFieldResponse[];

  /** What it no longer says: of the version that it was made from, or of itself before the edit. */
  @ApiProperty({ type: () => DroppedFieldResponse, isArray: true })
  drops: DroppedFieldResponse[];

  static ofDraft({ rating, drops }: Draft, day: string): RatingDraftResponse {
    return {
      ...RatingDetailResponse.of(rating, day),
      missing: missingFields(contentOf(rating), rating.edition, worksOf(rating).map(toCitedWork)),
      drops: drops.map((one) => ({ ...one })),
    };
  }
}

/** The rating itself, as a GET returns it. */
export function ratingOf({ missing: _missing, drops: _drops, ...rating }: RatingDraftResponse): object {
  return rating;
}
