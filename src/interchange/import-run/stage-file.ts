import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { ProgramIntake } from '../../directory/program-intake.js';
import type { StagedReport } from './apply-run.js';
import * as log from './import-log.js';
import { ImportRefused } from './import-refused.js';
import { countByKind } from './import-report.js';
import type { SourceFile } from './import-source.js';
import type { NumberedIssue } from './row-issue.js';
import { stageIntakes } from './staging.queries.js';

const BATCH = 500;

/** A file whose rows are staged. */
export interface StagedFile {
  readonly staged: StagedReport;
  readonly issues: readonly NumberedIssue[];
}

/**
 * Reads the rows of a file and stores their programs and issues with the run, in batches. The directory
 * is not touched, and no lock of a writer is held.
 *
 * Throws `ImportRefused` for a file without a program: it would withdraw the whole directory, which is certainly a mistake.
 *
 * @param onProgress called after each batch with the rows that are read
 */
export async function stageFile(
  manager: EntityManager,
  runId: string,
  file: SourceFile,
  { replaceDemo = false, onProgress }: StageOptions = {},
): Promise<StagedFile> {
  const issues: NumberedIssue[] = [];
  let batch: ProgramIntake[] = [];
  let [programs, rows, codes, stored] = [0, 0, 0, 0];
  const flush = async () => {
    await stageIntakes(manager, runId, batch);
    await log.recordIssues(manager, runId, issues.slice(stored), stored);
    programs += batch.length;
    stored = issues.length;
    batch = [];
    await onProgress?.(rows, file.rowCount);
  };
  for (const row of file.readRows()) {
    rows += 1;
    if (row.intake) batch.push(row.intake);
    issues.push(...row.issues);
    codes += row.codes;
    if (rows % BATCH === 0) {
      await flush();
      await yieldToEventLoop();
    }
  }
  await flush();
  if (programs === 0) throw new ImportRefused(emptySentence(file, issues));
  return {
    staged: {
      edition: file.edition,
      fileName: file.fileName,
      fileDigest: file.fileDigest,
      published: file.published,
      read: file.rowCount,
      programs,
      refused: file.rowCount - programs,
      codes,
      issues: countByKind(issues),
      extraColumns: file.extraColumns,
      addsTo: file.addsTo ?? null,
      replaceDemo,
    },
    issues,
  };
}

export interface StageOptions {
  /** Withdraws the demonstration directory when the run is applied. */
  readonly replaceDemo?: boolean;
  readonly onProgress?: (rows: number, total: number) => Promise<void>;
}

function emptySentence({ fileName, rowCount }: SourceFile, [first]: readonly NumberedIssue[]): string {
  if (rowCount === 0)
    return `${fileName} has a header and no rows; importing it would withdraw every program.`;
  return `None of the ${rowCount} rows of ${fileName} can be imported. Row ${first?.row}: ${first?.message}`;
}
