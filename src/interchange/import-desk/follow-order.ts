import type { DataSource, QueryRunner } from 'typeorm';
import { applyRun, type StagedRun } from '../import-run/apply-run.js';
import * as log from '../import-run/import-log.js';
import { ImportRefused } from '../import-run/import-refused.js';
import { holdingImports, readIntoRun } from '../import-run/run-import.js';
import { deleteStaged } from '../import-run/staging.queries.js';
import { IMPORT_KINDS, type ImportKind, namedMap } from '../import-kinds.js';
import { findRun, isReport } from './import.queries.js';
import type { ImportOrder } from './import-thread.js';

/**
 * Carries out an order. How it went is stored with the run; an error that is no fault of the file is thrown as well, so that
 * it is logged.
 */
export async function followOrder(dataSource: DataSource, order: ImportOrder): Promise<void> {
  const { run } = order;
  try {
    await holdingImports(dataSource, (runner) => follow(dataSource, runner, order), run);
  } catch (error) {
    const isRefused = error instanceof ImportRefused;
    const problem = isRefused
      ? error.message
      : 'The service failed in the middle. Nothing was imported; send the file again.';
    await log.markState(dataSource.manager, run, 'failed', { problem });
    await deleteStaged(dataSource.manager, run);
    if (!isRefused) throw error;
  }
}

async function follow(dataSource: DataSource, runner: QueryRunner, order: ImportOrder): Promise<void> {
  const { run, actor, today, task } = order;
  if ('apply' in task) {
    const staged = await stagedRun(runner, run);
    const onProgress = progressOf(dataSource, run);
    await log.markProgress(runner.manager, run, 0, staged.staged.programs);
    const { accept } = task;
    await applyRun(runner, staged, { actor, today, accept, onlyTo: staged.directoryVersion, onProgress });
    return;
  }
  const { edition, fileName, dryRun, replaceDemo } = task;
  const kind: ImportKind = IMPORT_KINDS[task.kind];
  const map = namedMap(kind, task.map);
  const file = await kind.open({ path: task.read, name: fileName }, edition, map);
  const onProgress = progressOf(dataSource, run);
  await readIntoRun(dataSource, runner, run, file, { actor, today, dryRun, replaceDemo, onProgress });
}

async function stagedRun(
  runner: QueryRunner,
  id: string,
): Promise<StagedRun & { readonly directoryVersion: number }> {
  const run = await findRun(runner.manager, id);
  if (!run || run.asOf === null || !isReport(run.report)) throw new Error(`Run ${id} was never read.`);
  const { source, asOf, report } = run;
  return { id, source, asOf, staged: report, directoryVersion: Number(run.directoryVersion) };
}

/** Written over another connection than that of the import, whose transaction is not visible yet. */
function progressOf(dataSource: DataSource, run: string): (done: number, total: number) => void {
  return (done, total) => {
    // A figure that is not written is followed by the next one.
    log.markProgress(dataSource.manager, run, done, total).catch(() => undefined);
  };
}
