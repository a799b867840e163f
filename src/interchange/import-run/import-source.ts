import type { ProgramIntake } from '../../directory/program-intake.js';
import type { AddingScope } from './adding-scope.js';
import type { PublishedFile } from './import-report.js';
import type { NumberedIssue } from './row-issue.js';

/** One row of a source's file: a program, or without one if an issue excludes it. */
export interface ReadRow {
  readonly row: number;
  readonly intake?: ProgramIntake;
  readonly issues: readonly NumberedIssue[];
  /** Number of codes in the row, known or not; 0 in a source without codes. */
  readonly codes: number;
}

/** The mapping file of a source with the terms of its file that nobody has decided yet. */
export interface MapDraft {
  /** Terms of the file that state nothing yet. */
  readonly undecided: number;
  /** How many of them the mapping file did not have. */
  readonly added: number;
  /** The whole mapping file, YAML. */
  readonly text: string;
}

/** A file of a source, opened and recognised. Every import gets its programs from this. */
export interface SourceFile {
  /** As in the records of its programs. */
  readonly source: string;
  readonly edition: string;
  /** The day its facts are as of, YYYY-MM-DD. */
  readonly asOf: string;
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileDigest: string;
  /** The published file of this edition; `null` if none is known. */
  readonly published: PublishedFile | null;
  /** Columns of the file that are not used. */
  readonly extraColumns: readonly string[];
  /** Rows of the file, without the header and blank lines. */
  readonly rowCount: number;
  /**
   * The source only adds to programs that other sources list, and this is how its rows are compared with them; absent in a
   * source that lists programs.
   */
  readonly addsTo?: AddingScope;
  /** Absent where every term has a meaning, and in a source without a mapping file. */
  readonly mapDraft?: MapDraft;
  /** Reads the rows, each once, in the order of the file. Keys are unique. */
  readRows(): Iterable<ReadRow>;
}
