import { ApiProperty } from '@nestjs/swagger';
import { CONDITIONS, type Condition } from '../core/vocabulary/conditions.js';
import { LEVELS_OF_CARE, type LevelOfCare } from '../core/vocabulary/levels-of-care.js';
import { type Medication, MEDICATIONS } from '../core/vocabulary/medications.js';
import { type Payer, PAYERS } from '../core/vocabulary/payment.js';
import { type Population, POPULATIONS } from '../core/vocabulary/people.js';
import { type State, STATES } from '../core/vocabulary/places.js';
import { MODALITIES, type Modality } from '../core/vocabulary/services.js';
import { Code, QueryCodes } from '../http/validation/codes.decorators.js';
import { LanguageTag } from '../http/validation/language.decorators.js';
import { PostalCodeText } from '../http/validation/postal-code.decorator.js';
import { CalendarDate, QueryNumber, Text } from '../http/validation/value.decorators.js';
import { ProgramSummary } from './program-summary.dto.js';

export const PROGRAM_SORTS = ['relevance', 'distance', 'evidence', 'name'] as const;
export type ProgramSort = (typeof PROGRAM_SORTS)[number];

/** Filters of the program search. Codes of one filter are alternatives; all filters must match. */
export class ProgramQuery {
  /** Words to search for in names, places, medications and approaches; small misspellings are tolerated. */
  @Text({ optional: true, max: 200, example: 'methadon new haven' })
  q?: string;

  /** `latitude,longitude` in degrees. */
  @Text({
    optional: true,
    max: 60,
    pattern: {
      matches: /^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/,
      message: 'must be latitude,longitude such as 41.3,-72.9',
    },
  })
  near?: string;

  /** Distances are measured from the center of this ZIP code area. */
  @PostalCodeText({ optional: true })
  postalCode?: string;

  /** Needs `near` or `postalCode`. */
  @QueryNumber({ min: 0, max: 20_000 })
  radiusKm?: number;

  /** Offered by the program. */
  @QueryCodes(LEVELS_OF_CARE, { name: 'LevelOfCare' })
  levelOfCare?: LevelOfCare[];

  /** Code of an approach in the evidence registry. */
  @Text({
    optional: true,
    max: 60,
    pattern: {
      matches: /^[a-z0-9]+(-[a-z0-9]+)*$/,
      message: 'must be a code such as contingency-management',
    },
  })
  approach?: string;

  /** Treated by the program. */
  @QueryCodes(CONDITIONS, { name: 'Condition' })
  condition?: Condition[];

  /** Started, or continued for people who already take it. */
  @QueryCodes(MEDICATIONS, { name: 'Medication' })
  medication?: Medication[];

  /** Accepted by the program. */
  @QueryCodes(PAYERS, { name: 'Payer' })
  payer?: Payer[];

  /** US cents per week. Free programs are included; programs without a known price are not. */
  @QueryNumber({ min: 0, max: 100_000_000, integer: true })
  maxCost?: number;

  /**
   * Spoken by staff: a BCP 47 tag in any letters. A region is not asked for (`es-MX` finds `es`), and a language that may be
   * meant is found too: `yue` finds `zh`, any Chinese language, and `zh` finds `yue`.
   */
  @LanguageTag({ optional: true })
  language?: string;

  /** Served by a dedicated program. */
  @QueryCodes(POPULATIONS, { name: 'Population' })
  population?: Population[];

  /** On site, or by telehealth. */
  @QueryCodes(MODALITIES)
  modality?: Modality[];

  /** State of the location; with `modality=telehealth`, a state in which the program treats people by telehealth. */
  @QueryCodes(STATES, { name: 'State' })
  state?: State[];

  /** Programs with a fact verified on or after this day. */
  @CalendarDate({ optional: true })
  verifiedSince?: string;

  /**
   * The default is `relevance` with `q`, else `distance` with a place, else `name`. `evidence` uses the first condition
   * given.
   */
  @Code(PROGRAM_SORTS, { optional: true })
  sort?: ProgramSort;

  /** Programs per page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;

  /** `nextCursor` of the previous page. */
  @Text({ optional: true, max: 1000 })
  cursor?: string;
}

export class FoundProgram extends ProgramSummary {
  /** From the place in the request; `null` without one, or if the program's location is not known. */
  @ApiProperty({ type: Number, nullable: true })
  distanceMeters: number | null;

  /** Strength of evidence for the condition in the request, or for any; 0 to 1. Drafts, not reviewed. */
  evidenceStrength: number;
}

/** What was made of a word of `q`. */
export class WordReadAs {
  @ApiProperty({ example: 'suboxone' })
  word: string;

  /** Codes (`medication:buprenorphine`), states (`state:IN`), or words of the directory that are spelt alike. */
  @ApiProperty({ type: String, isArray: true, example: ['medication:buprenorphine'] })
  as: string[];

  /** The word itself is searched for no more, since the directory does not know it: these are spelt alike. */
  instead: boolean;
}

export class ProgramPage {
  /** Number of programs found. */
  total: number;

  @ApiProperty({ type: () => FoundProgram, isArray: true })
  programs: FoundProgram[];

  /** For each facet, how many of the programs found have a yes for each code. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'integer' } },
    example: { levelOfCare: { op: 12, iop: 7 } },
  })
  facets: Record<string, Record<string, number>>;

  /** Words of `q` that stand for something else too, or that were replaced; others are searched for as they are. */
  @ApiProperty({ type: () => WordReadAs, isArray: true })
  readAs: WordReadAs[];

  /** The database is away, and this is what is in memory; absent otherwise. */
  @ApiProperty({ required: false })
  stale?: boolean;

  /** Since when it may lack changes; absent if it is up to date. */
  @ApiProperty({ required: false, format: 'date-time' })
  staleSince?: string;

  /** `cursor` of the next page; absent on the last page. Also in the `Link` header. */
  nextCursor?: string;
}
