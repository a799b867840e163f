import { ApiProperty } from '@nestjs/swagger';
import { APPROACH_NAMES } from '../core/language/words/approach-names.js';
import { LISTING_WORDS } from '../core/language/words/approaches.js';
import { type Badge, BADGES } from '../core/evidence/badge.js';
import {
  APPROACH_KINDS,
  type ApproachKind,
  type Listing,
  LISTINGS,
  OUTCOME_GROUPS,
} from '../core/evidence/rating.js';
import { TREATED_CONDITIONS, type TreatedCondition } from '../core/vocabulary/conditions.js';
import { QueryCodes } from '../http/validation/codes.decorators.js';
import type { Approach } from './approach.entity.js';
import { CitationResponse } from './citations/citation.dto.js';
import type { Rating } from './ratings/rating.entity.js';
import { RatingResponse, RatingSummaryResponse } from './ratings/rating.dto.js';

/** Which approaches to list; by default all. */
export class ApproachQuery {
  @QueryCodes(TREATED_CONDITIONS, {
    name: 'TreatedCondition',
    description: 'Approaches for one of these conditions, or for any condition',
  })
  condition?: TreatedCondition[];

  @QueryCodes(APPROACH_KINDS, { name: 'ApproachKind', description: 'Approaches of one of these kinds' })
  kind?: ApproachKind[];

  @QueryCodes(BADGES, {
    name: 'Badge',
    description: 'Approaches with a rating that has one of these badges',
  })
  badge?: Badge[];
}

/** Common fields of an approach in every response. */
class ApproachHead {
  @ApiProperty({ example: 'methadone' })
  code: string;

  @ApiProperty({ example: 'Methadone maintenance (OTP)' })
  name: string;

  /** What a Spanish sentence calls it: a draft of ours, not reviewed. `null` if there is none. */
  @ApiProperty({ type: String, nullable: true, example: 'metadona' })
  nameEs: string | null;

  @ApiProperty({ enum: APPROACH_KINDS, enumName: 'ApproachKind' })
  kind: ApproachKind;

  /** Conditions it is for; `any`: several or all substances. */
  @ApiProperty({ enum: TREATED_CONDITIONS, enumName: 'TreatedCondition', isArray: true })
  conditions: TreatedCondition[];

  /** People it was studied in. */
  @ApiProperty({ example: 'adults' })
  population: string;

  @ApiProperty({ enum: ['treatment', 'prevention'] })
  scope: 'treatment' | 'prevention';

  /** Applied before any score. */
  @ApiProperty({ enum: LISTINGS, enumName: 'Listing' })
  listing: Listing;

  /** What the listing means, in a sentence. */
  listingMeaning: string;
}

/** Summary of an approach. */
export class ApproachSummaryResponse extends ApproachHead {
  @ApiProperty({ type: [RatingSummaryResponse] })
  ratings: RatingSummaryResponse[];

  static of(approach: Approach): ApproachSummaryResponse {
    return {
      ...headOf(approach),
      ratings: inOrder(approach.ratings).map((rating) => RatingSummaryResponse.of(rating)),
    };
  }
}

export class ApproachListResponse {
  @ApiProperty({ type: 'integer', minimum: 0, example: 73 })
  total: number;

  /** Sorted by code; the order is not a ranking. */
  @ApiProperty({ type: [ApproachSummaryResponse] })
  approaches: ApproachSummaryResponse[];
}

/** An approach with everything known about it, including what is not supported. */
export class ApproachResponse extends ApproachHead {
  /** What it is, in plain words. */
  @ApiProperty({
    example: 'Daily dosing under a licensed opioid treatment programme; blocks withdrawal and craving.',
  })
  description: string;

  cautions: string[];

  /** The current ratings, by condition and outcome: drafts until a named person has reviewed them. */
  @ApiProperty({ type: [RatingResponse] })
  ratings: RatingResponse[];

  /** The works its ratings are based on, newest first. */
  @ApiProperty({ type: [CitationResponse] })
  citations: CitationResponse[];

  @ApiProperty({ type: 'integer', minimum: 1 })
  version: number;

  /**
   * Needs the ratings of the approach with their citations, and its own.
   *
   * @param day YYYY-MM-DD; decides what is overdue
   */
  static of(approach: Approach, day: string): ApproachResponse {
    const { description, cautions, version } = approach;
    const works = [...approach.citations, ...approach.ratings.flatMap((rating) => rating.citations)];
    const citations = [...new Map(works.map((work) => [work.id, work])).values()];
    return {
      ...headOf(approach),
      description,
      cautions,
      ratings: inOrder(approach.ratings).map((rating) => RatingResponse.of(rating, day)),
      citations: CitationResponse.listOf(citations),
      version,
    };
  }
}

function headOf({ code, name, kind, conditions, population, scope, listing }: Approach) {
  const listingMeaning = LISTING_WORDS.en[listing][1];
  const nameEs = APPROACH_NAMES.es[code] ?? null;
  return { code, name, nameEs, kind, conditions, population, scope, listing, listingMeaning };
}

/** By condition, with `any` last, then by outcome: independent of the order of the database. */
function inOrder(ratings: readonly Rating[]): Rating[] {
  const place = (rating: Rating) => [
    rating.condition === 'any' ? TREATED_CONDITIONS.length : TREATED_CONDITIONS.indexOf(rating.condition),
    OUTCOME_GROUPS.indexOf(rating.outcomeGroup),
    rating.outcome,
    rating.comparator,
  ];
  return ratings
    .map((rating) => ({ rating, key: place(rating) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ rating }) => rating);
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
