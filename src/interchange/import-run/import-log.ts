import type { EntityManager } from 'typeorm';
import { rowLines, ROWS_OF_LINES } from '../../database/row-lines.js';
import type { ImportReport } from './import-report.js';
import type { NumberedIssue } from './row-issue.js';

/** SQL of an import: the lock, what is already stored, the run and its issues. */

/** Any fixed number; all imports use the same one. */
const IMPORT_LOCK = 7_263_411;
const CHUNK = 5_000;

/** Takes the import lock until the transaction ends; `false` if another import holds it. */
export async function lockImports(manager: EntityManager): Promise<boolean> {
  const [row]: { locked: boolean }[] = await manager.query('SELECT pg_try_advisory_xact_lock($1) AS locked', [
    IMPORT_LOCK,
  ]);
  return row?.locked === true;
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
      WHERE source = $1 ORDER BY started_at DESC LIMIT 1`,
    [source],
  );
  return row?.rows ?? null;
}

/** Creates the row of the run, so that changes can refer to it; `closeRun` completes it. */
export async function openRun(
  manager: EntityManager,
  run: { id: string; source: string; edition: string; fileName: string; fileDigest: string; startedAt: Date },
): Promise<void> {
  await manager.query(
    `INSERT INTO import_run (id, source, edition, file_name, file_digest, started_at, finished_at, report)
     VALUES ($1, $2, $3, $4, $5, $6, $6, '{}')`,
    [run.id, run.source, run.edition, run.fileName, run.fileDigest, run.startedAt],
  );
}

export async function closeRun(
  manager: EntityManager,
  id: string,
  report: Omit<ImportReport, 'issueList'>,
): Promise<void> {
  await manager.query(
    'UPDATE import_run SET report = $2, finished_at = greatest(started_at, clock_timestamp()) WHERE id = $1',
    [id, JSON.stringify(report)],
  );
}

export async function recordIssues(
  manager: EntityManager,
  runId: string,
  issues: readonly NumberedIssue[],
): Promise<void> {
  for (let start = 0; start < issues.length; start += CHUNK) {
    const rows = issues
      .slice(start, start + CHUNK)
      .map((issue, i) => ({ ...issue, position: start + i + 1, row_number: issue.row }));
    await manager.query(
      `INSERT INTO import_issue (run_id, position, row_number, kind, field, value, message)
       SELECT $2, position, row_number, kind, field, value, message
         FROM ${ROWS_OF_LINES}
           AS r(position integer, row_number integer, kind text, field text, value text, message text)`,
      [rowLines(rows), runId],
    );
  }
}
