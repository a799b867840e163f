import type { EntityManager } from 'typeorm';
import type { RunReport } from '../import-run/apply-run.js';
import type { ImportState } from '../import-run/import-run.entity.js';
import type { ImportIssueRow } from './import.dto.js';

/** A run as it is stored; `report` is `{}` until its rows were compared. */
export interface StoredRun {
  readonly id: string;
  readonly source: string;
  readonly edition: string;
  readonly asOf: string | null;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly state: ImportState;
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly startedBy: string | null;
  readonly directoryVersion: string | null;
  readonly problem: string | null;
  readonly report: RunReport | Record<string, never>;
}

/** Whether the rows of the run were compared. */
export function isReport(report: StoredRun['report']): report is RunReport {
  return 'created' in report;
}

/** Where a list of runs goes on. */
export interface RunPosition {
  /** Microseconds since 1970, as text: a Date has only milliseconds. */
  readonly startedAt: string;
  readonly id: string;
}

const RUN = `id, source, edition, as_of::text AS "asOf", file_name AS "fileName", file_digest AS "fileDigest", state,
  done, total, started_at AS "startedAt", finished_at AS "finishedAt", started_by AS "startedBy",
  directory_version AS "directoryVersion", problem, report`;
const MICROSECONDS = `(extract(epoch FROM started_at) * 1000000)::bigint`;

/** Newest first; one more than `limit` if there are more. */
export async function findRuns(
  manager: EntityManager,
  limit: number,
  after?: RunPosition,
): Promise<(StoredRun & { position: string })[]> {
  return manager.query(
    `SELECT ${RUN}, ${MICROSECONDS}::text AS position FROM import_run
      WHERE $2::bigint IS NULL OR (${MICROSECONDS}, id) < ($2, $3::uuid)
      ORDER BY started_at DESC, id DESC LIMIT $1`,
    [limit + 1, after?.startedAt ?? null, after?.id ?? null],
  );
}

export async function findRun(manager: EntityManager, id: string): Promise<StoredRun | undefined> {
  const [run]: StoredRun[] = await manager.query(`SELECT ${RUN} FROM import_run WHERE id = $1`, [id]);
  return run;
}

/** The id of the run that is under way, if one is. */
export async function runUnderWay(manager: EntityManager): Promise<string | undefined> {
  const [run]: { id: string }[] = await manager.query(
    `SELECT id FROM import_run WHERE state IN ('reading', 'applying') LIMIT 1`,
  );
  return run?.id;
}

/** In their order; one more than `limit` if there are more. */
export async function findIssues(
  manager: EntityManager,
  runId: string,
  since: number,
  limit: number,
): Promise<ImportIssueRow[]> {
  return manager.query(
    `SELECT position, row_number AS row, kind, field, value, message FROM import_issue
      WHERE run_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
    [runId, since, limit + 1],
  );
}
