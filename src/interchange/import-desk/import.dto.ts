import { ApiProperty } from '@nestjs/swagger';
import { Code } from '../../http/validation/codes.decorators.js';
import { NestedObject } from '../../http/validation/nested.decorators.js';
import { NumberWithin, QueryNumber, QueryYesNo, Text } from '../../http/validation/value.decorators.js';
import { BRAKE_KINDS, type BrakeKind } from '../import-run/brakes.js';
import { IMPORT_STATES, type ImportState } from '../import-run/import-run.entity.js';
import { IMPORT_KINDS, type ImportKindName } from '../import-kinds.js';

const KIND_NAMES = Object.keys(IMPORT_KINDS);
const MOST = 999_999_999;

/** What the file is, and what to do with it. */
export class NewImportQuery {
  /** The kind of file. */
  @Code(KIND_NAMES, { name: 'ImportKind' })
  kind: ImportKindName;

  /** The edition of the file, as `navigator import` takes it: the year of publication for `samhsa`, the day of the file for every other kind. */
  @Text({ max: 20, example: '2023' })
  edition: string;

  /** For `licences` and `hsds`: the mapping file of the state or of the source, by the name that it has in the project. */
  @Text({ optional: true, max: 40, example: 'ca' })
  map?: string;

  /** The name of the file, as the report shows it. */
  @Text({ optional: true, max: 200, example: 'national-directory-su-facilities-2023.xlsx' })
  fileName?: string;

  /** Reads and compares everything, and waits for `apply`. */
  @QueryYesNo()
  dryRun?: boolean;

  /** Withdraws the fictional demonstration directory in the same step. */
  @QueryYesNo()
  replaceDemo?: boolean;
}

/** Which runs to list. */
export class ImportsQuery {
  /** Runs per page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;

  /** `nextCursor` of the previous page. */
  @Text({ optional: true, max: 1000 })
  cursor?: string;
}

/** Which issues of a run to list. */
export class ImportIssuesQuery {
  /** Only issues after this position. */
  @QueryNumber({ min: 0, max: MOST, integer: true })
  since?: number;

  /** Issues per page. */
  @QueryNumber({ min: 1, max: 1000, integer: true })
  limit?: number;
}

/** Figures that stopped a run, and that are right. Each is the very figure of the brake. */
export class AcceptedFiguresRequest {
  @NumberWithin({ optional: true, min: 0, max: MOST, integer: true })
  withdrawn?: number;

  @NumberWithin({ optional: true, min: 0, max: MOST, integer: true })
  rows?: number;

  @NumberWithin({ optional: true, min: 0, max: MOST, integer: true })
  'unknown-codes'?: number;
}

export class ApplyImportRequest {
  @NestedObject(() => AcceptedFiguresRequest, { optional: true })
  accept?: AcceptedFiguresRequest;
}

/** A figure that looks like a broken file. */
export class ImportBrake {
  @ApiProperty({ enum: BRAKE_KINDS, enumName: 'ImportBrakeKind' })
  kind: BrakeKind;

  @ApiProperty({ type: 'integer', minimum: 0 })
  figure: number;

  /** What the figure is a part of. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  of: number;

  /** What is wrong and what may be the cause. */
  sentence: string;
}

/** What a run did, or would do. */
export class ImportCounts {
  /** Rows of the file, without the header and blank lines. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  read: number;

  /** Rows that are programs. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  programs: number;

  /** Rows that an issue excludes. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  refused: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  created: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  changed: number;

  /** The same facts in a newer edition. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  redated: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  unchanged: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  withdrawn: number;

  /** Rows that a rule linked with a program that was known under another name or address. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  linked: number;

  /** Rows of a source that only adds to listed programs, which are no known program: never listed. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  unlinked: number;

  /** Rows that may be a known program: a person is asked. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  asked: number;

  /** No longer in the file, but another source has records of them. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  keptByOtherSources: number;

  /** Demonstration programs that are withdrawn with it. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  demoWithdrawn: number;

  /** Issues by kind. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer', minimum: 1 } })
  issues: Record<string, number>;

  /** Columns of the file that are not used. */
  @ApiProperty({ type: String, isArray: true })
  extraColumns: string[];

  /** Whether the file is the published one of its edition; `null` if none is known. */
  @ApiProperty({ type: Boolean, nullable: true })
  isPublishedFile: boolean | null;

  /** Figures that stop it; accept them with `apply` if the file is right. */
  @ApiProperty({ type: () => ImportBrake, isArray: true })
  brakes: ImportBrake[];
}

/** One import. */
export class ImportRunResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** The source of its programs. */
  @ApiProperty({ example: 'samhsa' })
  source: string;

  @ApiProperty({ example: '2023' })
  edition: string;

  fileName: string;

  /** SHA-256 of the file, hexadecimal. */
  fileDigest: string;

  /**
   * `reading`: its rows are read; `ready`: it waits for `apply`, after a dry run or at a brake; `applying`: it is written;
   * `applied`; `unchanged`: the directory has all of it already; `failed`: `problem` says why, and nothing was written.
   */
  @ApiProperty({ enum: IMPORT_STATES, enumName: 'ImportState' })
  state: ImportState;

  /** Rows read, or programs written, of `total`. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  done: number;

  /** `null` until the file is opened. */
  @ApiProperty({ type: 'integer', minimum: 0, nullable: true })
  total: number | null;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  /** `null` while it runs. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: string | null;

  /** Who started it; `null` in a run of an earlier version. */
  @ApiProperty({ type: String, nullable: true })
  startedBy: string | null;

  /** Why it failed, and what to do; `null` otherwise. */
  @ApiProperty({ type: String, nullable: true })
  problem: string | null;

  /** The version of the directory with which its rows were compared; `null` until then. */
  @ApiProperty({ type: 'integer', minimum: 0, nullable: true })
  directoryVersion: number | null;

  /** `null` until its rows were compared with the directory. */
  @ApiProperty({ type: () => ImportCounts, nullable: true })
  report: ImportCounts | null;
}

export class ImportPage {
  @ApiProperty({ type: () => ImportRunResponse, isArray: true })
  imports: ImportRunResponse[];

  /** Absent on the last page. */
  nextCursor?: string;
}

/** Something in a row that could not be used unchanged. */
export class ImportIssueRow {
  /** Place among the issues of the run, from 1. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  position: number;

  /** Row number in a spreadsheet; the header is row 1. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  row: number;

  @ApiProperty({ example: 'unknown-code' })
  kind: string;

  /** The column. */
  @ApiProperty({ type: String, nullable: true })
  field: string | null;

  /** The content of the row, verbatim. */
  @ApiProperty({ type: String, nullable: true })
  value: string | null;

  message: string;
}

export class ImportIssuePage {
  @ApiProperty({ type: () => ImportIssueRow, isArray: true })
  issues: ImportIssueRow[];

  /** `since` of the next page; absent on the last page. */
  nextSince?: number;
}
