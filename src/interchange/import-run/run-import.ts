import { randomUUID } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import type { AuditActor } from '../../database/audit-trail.js';
import { applyRun, type ApplyOptions, type RunReport } from './apply-run.js';
import * as log from './import-log.js';
import { ImportRefused } from './import-refused.js';
import type { ImportReport } from './import-report.js';
import type { SourceFile } from './import-source.js';
import type { NumberedIssue } from './row-issue.js';
import { stageFile } from './stage-file.js';

export type RunOptions = Omit<ApplyOptions, 'actor' | 'onlyTo'> & {
  readonly actor?: AuditActor;
  /** Withdraws the demonstration directory in the same transaction. */
  readonly replaceDemo?: boolean;
};

const COMMAND_LINE: AuditActor = { name: 'the command line' };

/**
 * Updates the directory to one file of a source. Its rows are staged in tables of the run, then applied in one
 * transaction: an import that is interrupted leaves the directory unchanged. The same file again writes nothing at all.
 * Figures that look like a broken file stop the import before anything is written: they are the `brakes` of the report. A
 * run that changed nothing, or was a dry run, leaves no record.
 *
 * Throws `ImportRefused` for an older file than the directory has, for one without a program, and while another import
 * runs.
 */
export async function runImport(
  dataSource: DataSource,
  file: SourceFile,
  options: RunOptions,
): Promise<ImportReport> {
  const id = randomUUID();
  const actor = options.actor ?? COMMAND_LINE;
  return holdingImports(dataSource, async (runner) => {
    await log.openRun(runner.manager, {
      id,
      source: file.source,
      edition: file.edition,
      fileName: file.fileName,
      fileDigest: file.fileDigest,
      startedBy: actor.name,
    });
    let written = false;
    try {
      const { report, issues } = await readIntoRun(dataSource, runner, id, file, { ...options, actor });
      written = report.run !== null;
      return { ...report, issueList: issues };
    } finally {
      if (!written) await log.deleteRun(runner.manager, id).catch(() => undefined);
    }
  });
}

/** Stages a file in a run that is open, and applies it unless it is a dry run or a brake stops it. */
export async function readIntoRun(
  dataSource: DataSource,
  runner: QueryRunner,
  id: string,
  file: SourceFile,
  options: RunOptions & { readonly actor: AuditActor },
): Promise<{ report: RunReport; issues: readonly NumberedIssue[] }> {
  await log.describeRun(runner.manager, id, file);
  const { staged, issues } = await stageFile(runner.manager, id, file, {
    replaceDemo: options.replaceDemo,
    onProgress: (rows, total) => log.markProgress(dataSource.manager, id, rows, total),
  });
  const run = { id, source: file.source, asOf: file.asOf, staged };
  if (!options.dryRun) await log.markState(runner.manager, id, 'applying');
  return { report: await applyRun(runner, run, options), issues };
}

/**
 * Holds the import lock on a connection of its own; throws `ImportRefused` while another import holds it.
 *
 * @param run a run that is already open
 */
export async function holdingImports<Result>(
  dataSource: DataSource,
  work: (runner: QueryRunner) => Promise<Result>,
  run?: string,
): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await log.lockImports(runner.manager)))
      throw new ImportRefused('Another import is running on this database; try again when it has ended.');
    try {
      await log.closeAbandonedRuns(runner.manager, run);
      return await work(runner);
    } finally {
      // A connection that is lost has lost its lock too.
      await log.unlockImports(runner.manager).catch(() => undefined);
    }
  } finally {
    await runner.release();
  }
}
