import { ApiProperty } from '@nestjs/swagger';
import { CONDITIONS, type Condition } from '../core/vocabulary/conditions.js';
import { LEVELS_OF_CARE, type LevelOfCare } from '../core/vocabulary/levels-of-care.js';
import { type Medication, MEDICATIONS } from '../core/vocabulary/medications.js';
import { type Payer, PAYERS } from '../core/vocabulary/payment.js';
import { type Population, POPULATIONS } from '../core/vocabulary/people.js';
import { type State, STATES } from '../core/vocabulary/places.js';
import { MODALITIES, type Modality } from '../core/vocabulary/services.js';
import { Code, QueryCodes } from '../http/validation/codes.decorators.js';
import { CalendarDate, QueryNumber, Text } from '../http/validation/value.decorators.js';
import { ProgramSummary } from './program-summary.dto.js';

export const PROGRAM_SORTS = ['relevance', 'distance', 'evidence', 'name'] as const;
export type ProgramSort = (typeof PROGRAM_SORTS)[number];

/** Filters of the program search. Codes of one filter are alternatives; filters add up. */
export class ProgramQuery {
  /** Words to look for in names, places, medications and approaches; small mistakes are forgiven. */
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

  /** Distances are from the middle of this ZIP code area. */
  @Text({
    optional: true,
    max: 5,
    pattern: { matches: /^\d{5}$/, message: 'must be a ZIP code of five digits' },
  })
  postalCode?: string;

  /** Needs `near` or `postalCode`. */
  @QueryNumber({ min: 0, max: 20_000 })
  radiusKm?: number;

  /** Offered by the program. */
  @QueryCodes(LEVELS_OF_CARE, { name: 'LevelOfCare' })
  levelOfCare?: LevelOfCare[];

  /** Code of the evidence registry. */
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

  /** Started, or continued for people who come on it. */
  @QueryCodes(MEDICATIONS, { name: 'Medication' })
  medication?: Medication[];

  /** Taken by the program. */
  @QueryCodes(PAYERS, { name: 'Payer' })
  payer?: Payer[];

  /** US cents per week; free programs are in, those without a known price are left out. */
  @QueryNumber({ min: 0, max: 100_000_000, integer: true })
  maxCost?: number;

  /** Spoken by staff: a BCP 47 tag such as `es`. */
  @Text({
    optional: true,
    max: 20,
    pattern: {
      matches: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
      message: 'must be a language tag such as en or es',
    },
  })
  language?: string;

  /** With a program of its own for them. */
  @QueryCodes(POPULATIONS, { name: 'Population' })
  population?: Population[];

  /** At the place, or from afar. */
  @QueryCodes(MODALITIES)
  modality?: Modality[];

  /** Where it stands; telehealth programs where they may treat. */
  @QueryCodes(STATES, { name: 'State' })
  state?: State[];

  /** Programs with a fact verified on or after this day. */
  @CalendarDate({ optional: true })
  verifiedSince?: string;

  /** `relevance` with `q`, else `distance` with a place, else `name`. `evidence` reads the first condition named. */
  @Code(PROGRAM_SORTS, { optional: true })
  sort?: ProgramSort;

  /** Programs of a page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;

  /** Where to go on: what the page before gave as `nextCursor`. */
  @Text({ optional: true, max: 1000 })
  cursor?: string;
}

export class FoundProgram extends ProgramSummary {
  /** From the place that was asked; `null` without one, or where the program's is not known. */
  @ApiProperty({ type: Number, nullable: true })
  distanceMeters: number | null;

  /** Strength of evidence for the condition asked, or for any; 0 to 1. Drafts, not reviewed. */
  evidenceStrength: number;
}

export class ProgramPage {
  /** Programs found in all. */
  total: number;

  @ApiProperty({ type: () => FoundProgram, isArray: true })
  programs: FoundProgram[];

  /** How many of those found stand at yes for each code, by facet. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'integer' } },
    example: { levelOfCare: { op: 12, iop: 7 } },
  })
  facets: Record<string, Record<string, number>>;

  /** Continues the list; absent at the end. Also in the `Link` header. */
  nextCursor?: string;
}
