import { ApiProperty } from '@nestjs/swagger';
import { FOREIGN_SCHEMES, type ForeignScheme } from '../../core/evidence/foreign-grades.js';
import {
  type Certainty,
  CERTAINTIES,
  COMPARATOR_TYPES,
  type ComparatorType,
  type Direction,
  DIRECTIONS,
  OUTCOME_GROUPS,
  type OutcomeGroup,
} from '../../core/evidence/rating.js';
import { TREATED_CONDITIONS, type TreatedCondition } from '../../core/vocabulary/conditions.js';
import { Code } from '../../http/validation/codes.decorators.js';
import { NestedObjects } from '../../http/validation/nested.decorators.js';
import { DroppedFieldResponse } from './draft.dto.js';
import { Text, Uuids, YesNo } from '../../http/validation/value.decorators.js';

const WORDS = { max: 2000, optional: true };

/** A grade given by another scheme. */
export class ForeignGradeRequest {
  /** Code of the approach in this registry. */
  @Text({ max: 60 })
  approach: string;

  @Code(TREATED_CONDITIONS, { name: 'TreatedCondition' })
  condition: TreatedCondition;

  @Text({ max: 200 })
  outcome: string;

  @Code(OUTCOME_GROUPS, { name: 'OutcomeGroup' })
  outcomeGroup: OutcomeGroup;

  @Text({ max: 200 })
  comparator: string;

  @Code(COMPARATOR_TYPES, { name: 'ComparatorType' })
  comparatorType: ComparatorType;

  /** As the scheme writes it: `1`, `well-supported`, `Level 2` … */
  @Text({ max: 60, example: '1' })
  grade: string;

  /** Where the grade can be read. */
  @Text({
    max: 500,
    pattern: { matches: /^https?:\/\/\S+$/, message: 'must be an address that begins with http' },
    example: 'https://www.cebc4cw.org/program/a-program/',
  })
  url: string;

  /** For a scheme that grades certainty only (OCEBM, AHRQ); unknown if omitted. */
  @Code(DIRECTIONS, { name: 'Direction', optional: true })
  direction?: Direction;

  @Text(WORDS)
  population?: string;

  @Text(WORDS)
  effect?: string;

  @Uuids({ max: 50, optional: true })
  citations?: string[];
}

export class GradeImportRequest {
  @Code(FOREIGN_SCHEMES, { name: 'ForeignScheme' })
  scheme: ForeignScheme;

  @NestedObjects(() => ForeignGradeRequest, { min: 1, max: 200 })
  grades: ForeignGradeRequest[];

  /** Report what would be drafted, and write nothing. */
  @YesNo({ optional: true })
  dryRun?: boolean;
}

const OUTCOMES = ['drafted', 'version-drafted', 'unchanged', 'refused'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** The outcome for one grade. */
export class ImportedGradeResponse {
  /** Position of the grade in the request, from 0. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  position: number;

  /** `version-drafted`: a rating of this existed, and a new version of it was drafted. */
  @ApiProperty({ enum: OUTCOMES })
  outcome: Outcome;

  /** Id of the draft, or of the existing rating that says the same. */
  @ApiProperty({ format: 'uuid', required: false })
  rating?: string;

  @ApiProperty({ enum: CERTAINTIES, enumName: 'Certainty', required: false })
  certainty?: Certainty;

  @ApiProperty({ enum: DIRECTIONS, enumName: 'Direction', required: false })
  direction?: Direction;

  /** Of a new version: what the version before said and this one does not. */
  @ApiProperty({ type: () => DroppedFieldResponse, isArray: true, required: false })
  drops?: DroppedFieldResponse[];

  /** Why it was refused, or what a reviewer should know about the conversion of the grade. */
  message?: string;
}

export class GradeImportResponse {
  read: number;
  drafted: number;
  unchanged: number;
  refused: number;

  @ApiProperty({ type: () => ImportedGradeResponse, isArray: true })
  grades: ImportedGradeResponse[];
}
