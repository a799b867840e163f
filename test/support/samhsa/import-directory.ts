import type { DataSource } from 'typeorm';
import type { ProgramIntake } from '../../../src/directory/program-intake.js';
import type { ImportReport } from '../../../src/interchange/import-run/import-report.js';
import type { TableFile } from '../../../src/interchange/import-run/read-table-file.js';
import { readTableFile } from '../../../src/interchange/import-run/read-table-file.js';
import type { NumberedIssue } from '../../../src/interchange/import-run/row-issue.js';
import { runImport, type RunOptions } from '../../../src/interchange/import-run/run-import.js';
import {
  type DirectoryFileOptions,
  openDirectoryFile,
} from '../../../src/interchange/samhsa/directory-file.js';
import {
  type Column,
  FACILITY_LIST,
  type FacilityRow,
} from '../../../src/interchange/samhsa/facility-row.js';
import type { IntakeContext } from '../../../src/interchange/samhsa/intake.js';
import { takeIn } from '../../../src/interchange/samhsa/take-in.js';

export type DirectoryImport = Omit<DirectoryFileOptions, 'file'> & RunOptions & { readonly file: string };

/** Imports a file of the national directory, as the command line does. */
export async function importDirectory(
  dataSource: DataSource,
  options: DirectoryImport,
): Promise<ImportReport> {
  return runImport(
    dataSource,
    await openDirectoryFile({ ...options, file: { path: options.file, name: options.file } }),
    options,
  );
}

/** A workbook or CSV of the national directory as a table. */
export function readDirectoryFile(file: string): Promise<TableFile<Column>> {
  return readTableFile({ path: file, name: file }, FACILITY_LIST);
}

/** What a list of facilities comes to; programs are sorted by key, issues by row. */
export function readIntakes(
  rows: readonly FacilityRow[],
  context: IntakeContext,
): { intakes: ProgramIntake[]; issues: NumberedIssue[]; read: number; refused: number } {
  const read = [...takeIn(rows, context)];
  const intakes = read.flatMap(({ intake }) => intake ?? []);
  return {
    intakes: intakes.sort((a, b) => (a.key < b.key ? -1 : 1)),
    issues: read.flatMap(({ issues }) => issues).sort((a, b) => a.row - b.row),
    read: rows.length,
    refused: rows.length - intakes.length,
  };
}
