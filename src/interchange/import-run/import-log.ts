import type { EntityManager } from 'typeorm';
import { rowLines, ROWS_OF_LINES } from '../../database/row-lines.js';
import type { ImportReport } from './import-report.js';
import type { ImportState } from './import-run.entity.js';
import type { SourceFile } from './import-source.js';
import type { NumberedIssue } from './row-issue.js';

/** SQL of runs and their issues, and of what is stored of a source. */

/** Any fixed number; all imports use the same one. */
const IMPORT_LOCK = 7_263_411;
/** A run that changed nothing is kept for so long. */
const KEPT_UNAPPLIED = '30 days';
/** Between the opening of a run and its thread. */
const LONGEST_START = '1 minute';

/** Takes the import lock for this session; `false` if another import holds it. */
export async function lockImports(manager: EntityManager): Promise<boolean> {
  const [row]: { locked: boolean }[] = await manager.query('SELECT pg_try_advisory_lock($1) AS locked', [
    IMPORT_LOCK,
  ]);
  return row?.locked === true;
}

export async function unlockImports(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_unlock($1)', [IMPORT_LOCK]);
}

/** The newest date of a source's records (YYYY-MM-DD), or `null` before its first import. */
export async function newestDate(manager: EntityManager, source: string): Promise<string | null> {
  const [row]: { newest: string | null }[] = await manager.query(
    'SELECT max(as_of)::text AS newest FROM program_source WHERE source = $1',
    [source],
  );
  return row?.newest ?? null;
}

export async function countPublishedOfSource(manager: EntityManager, source: string): Promise<number> {
  const [row]: { count: number }[] = await manager.query(
    `SELECT count(*)::integer AS count FROM program WHERE source = $1 AND status = 'published'`,
    [source],
  );
  return row?.count ?? 0;
}

/** Rows of the last file of a source that changed the directory; `null` before the first. */
export async function rowsOfLastRun(manager: EntityManager, source: string): Promise<number | null> {
  const [row]: { rows: number | null }[] = await manager.query(
    `SELECT (report ->> 'read')::integer AS rows FROM import_run
      WHERE source = $1 AND state = 'applied' ORDER BY finished_at DESC LIMIT 1`,
    [source],
  );
  return row?.rows ?? null;
}

/** A run when it begins. */
export interface NewRun {
  readonly id: string;
  readonly source: string;
  readonly edition: string;
  readonly fileName: string;
  readonly fileDigest: string;
  /** The public name of the person who started it. */
  readonly startedBy: string;
}

export async function openRun(manager: EntityManager, run: NewRun): Promise<void> {
  await manager.query(
    `INSERT INTO import_run (id, source, edition, file_name, file_digest, started_by, state, report, started_at,
                             finished_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'reading', '{}', now(), now())`,
    [run.id, run.source, run.edition, run.fileName, run.fileDigest, run.startedBy],
  );
}

/** What is known of a run when its file is opened. */
export async function describeRun(
  manager: EntityManager,
  id: string,
  { source, edition, asOf, rowCount }: Pick<SourceFile, 'source' | 'edition' | 'asOf' | 'rowCount'>,
): Promise<void> {
  await manager.query(
    'UPDATE import_run SET edition = $2, as_of = $3, total = $4, source = $5 WHERE id = $1',
    [id, edition, asOf, rowCount, source],
  );
}

/** How far a run is; what a caller of the API sees of it. */
export async function markProgress(
  manager: EntityManager,
  id: string,
  done: number,
  total: number | null,
): Promise<void> {
  await manager.query(
    `UPDATE import_run SET done = $2, total = $3 WHERE id = $1 AND state IN ('reading', 'applying')`,
    [id, done, total],
  );
}

export async function markState(
  manager: EntityManager,
  id: string,
  state: ImportState,
  more: {
    readonly report?: Omit<ImportReport, 'issueList'>;
    readonly directoryVersion?: number;
    readonly problem?: string;
  } = {},
): Promise<void> {
  await manager.query(
    `UPDATE import_run
        SET state = $2, report = coalesce($3, report), directory_version = coalesce($4, directory_version),
            -- Progress is written beside the run, and may come late or not at all.
            done = CASE WHEN $2 IN ('ready', 'unchanged', 'applied') THEN coalesce(total, done) ELSE done END,
            problem = $5, finished_at = greatest(started_at, clock_timestamp())
      WHERE id = $1`,
    [
      id,
      state,
      more.report === undefined ? null : JSON.stringify(more.report),
      more.directoryVersion ?? null,
      more.problem ?? null,
    ],
  );
}

/**
 * Marks runs whose process ended in the middle, and deletes old ones that changed nothing. Needs the import lock. A run
 * without a total has not begun: its thread may still be waiting for the lock.
 */
export async function closeAbandonedRuns(manager: EntityManager, except?: string): Promise<void> {
  const abandoned: { id: string }[] = await manager.query(
    `SELECT id FROM import_run
      WHERE state IN ('reading', 'applying') AND id IS DISTINCT FROM $1
        AND (total IS NOT NULL OR finished_at < now() - interval '${LONGEST_START}')`,
    [except ?? null],
  );
  for (const { id } of abandoned) {
    await markState(manager, id, 'failed', {
      problem:
        'The process that ran this import ended in the middle. Nothing was imported; send the file again.',
    });
    await manager.query('DELETE FROM staged_program WHERE run_id = $1', [id]);
  }
  await manager.query(
    `DELETE FROM import_run WHERE state <> 'applied' AND finished_at < now() - interval '${KEPT_UNAPPLIED}'`,
  );
}

export async function deleteRun(manager: EntityManager, id: string): Promise<void> {
  await manager.query('DELETE FROM import_run WHERE id = $1', [id]);
}

/** @param before how many issues the run already has */
export async function recordIssues(
  manager: EntityManager,
  runId: string,
  issues: readonly NumberedIssue[],
  before: number,
): Promise<void> {
  if (issues.length === 0) return;
  const rows = issues.map((issue, i) => ({ ...issue, position: before + i + 1, row_number: issue.row }));
  await manager.query(
    `INSERT INTO import_issue (run_id, position, row_number, kind, field, value, message)
     SELECT $2, position, row_number, kind, field, value, message
       FROM ${ROWS_OF_LINES}
         AS r(position integer, row_number integer, kind text, field text, value text, message text)`,
    [rowLines(rows), runId],
  );
}
