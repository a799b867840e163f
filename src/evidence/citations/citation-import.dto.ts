import { ApiProperty } from '@nestjs/swagger';

export const IMPORT_OUTCOMES = ['created', 'completed', 'unchanged', 'refused'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** The outcome for one record of the file. */
export class ImportedRecord {
  /** Place in the file, from 1. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  position: number;

  @ApiProperty({ enum: IMPORT_OUTCOMES, enumName: 'ImportOutcome' })
  outcome: ImportOutcome;

  /** Id of the created or existing citation; absent if the record was refused or would only be created. */
  @ApiProperty({ required: false, format: 'uuid' })
  citationId?: string;

  /** Its identifier, in words; `null`: it has none. */
  @ApiProperty({ type: String, nullable: true, example: 'doi:10.1136/bmj.j1550' })
  identifier: string | null;

  /** Why it was refused and what to do, or a note about it. */
  @ApiProperty({ required: false })
  message?: string;
}

/** The result of an import, or with `dryRun` of a trial. */
export class CitationImportResponse {
  dryRun: boolean;

  /** Records in the file: the sum of the four below. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  read: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  created: number;

  /** Existing citations to which fields were added; nothing was overwritten. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  completed: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  unchanged: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  refused: number;

  @ApiProperty({ type: [ImportedRecord] })
  records: ImportedRecord[];
}
