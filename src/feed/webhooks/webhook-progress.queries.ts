import type { EntityManager } from 'typeorm';
import type { Attempt } from './webhook-post.js';

/**
 * The progress of each endpoint. One process at a time serves an endpoint: it holds a lease, renews it with every
 * attempt, and writes nothing once another process has the lease. Times are those of the database.
 */

/** Number of attempts that are kept per endpoint. */
const REMEMBERED = 1000;

export interface Lease {
  readonly webhookId: string;
  /** Identifies exactly this lease. */
  readonly lease: string;
  /** Everything up to this change is delivered. */
  readonly position: number;
  /** Number of attempts for the next change. */
  readonly attempts: number;
}

/** An attempt, with the message it was for. */
export interface LoggedAttempt extends Attempt {
  readonly messageId: string;
  readonly event: string;
  readonly attempt: number;
}

const LATER = (milliseconds: string) => `now() + ${milliseconds} * interval '1 millisecond'`;

/** An endpoint starts with future changes. */
export async function beginProgress(
  manager: EntityManager,
  webhookId: string,
  position: number,
): Promise<void> {
  await manager.query('INSERT INTO webhook_progress (webhook_id, position) VALUES ($1, $2)', [
    webhookId,
    position,
  ]);
}

/**
 * Leases endpoints that have pending changes and are due, the longest due first. Endpoints that another process is
 * about to lease are skipped.
 */
export async function leaseDue(
  manager: EntityManager,
  { lease, leaseMs, most }: { readonly lease: string; readonly leaseMs: number; readonly most: number },
): Promise<Lease[]> {
  const [rows]: [{ webhookId: string; position: string; attempts: number }[], number] = await manager.query(
    `WITH due AS MATERIALIZED (
       SELECT p.webhook_id FROM webhook_progress p JOIN webhook w ON w.id = p.webhook_id
        WHERE w.status = 'enabled' AND p.next_attempt_at <= now()
          AND (p.leased_until IS NULL OR p.leased_until < now())
          AND p.position < (SELECT max(seq) FROM change)
        ORDER BY p.next_attempt_at, p.webhook_id LIMIT $3 FOR UPDATE OF p SKIP LOCKED)
     UPDATE webhook_progress p SET lease = $1, leased_until = ${LATER('$2::int')}
       FROM due WHERE p.webhook_id = due.webhook_id
     RETURNING p.webhook_id AS "webhookId", p.position, p.attempts`,
    [lease, leaseMs, most],
  );
  return rows.map(({ position, ...row }) => ({ ...row, lease, position: Number(position) }));
}

/** The delivery succeeded, so everything up to this change is delivered. False if the lease is lost. */
export async function moveOn(
  manager: EntityManager,
  { webhookId, lease }: Lease,
  position: number,
  leaseMs: number,
): Promise<boolean> {
  return changedOne(
    await manager.query(
      `UPDATE webhook_progress
          SET position = $3, attempts = 0, failing_since = NULL, next_attempt_at = now(),
              leased_until = ${LATER('$4::int')}
        WHERE webhook_id = $1 AND lease = $2`,
      [webhookId, lease, position, leaseMs],
    ),
  );
}

/** For how long it has been failing, including this failure; `undefined` if the lease is lost. */
export async function countFailure(
  manager: EntityManager,
  { webhookId, lease }: Lease,
): Promise<number | undefined> {
  const [rows]: [{ milliseconds: number }[], number] = await manager.query(
    `UPDATE webhook_progress SET attempts = attempts + 1, failing_since = coalesce(failing_since, now())
      WHERE webhook_id = $1 AND lease = $2
     RETURNING (1000 * extract(epoch FROM now() - failing_since))::float8 AS milliseconds`,
    [webhookId, lease],
  );
  return rows[0]?.milliseconds;
}

/** Releases an endpoint, to be served again after a time. */
export async function endLease(
  manager: EntityManager,
  { webhookId, lease }: Lease,
  waitMs: number,
): Promise<void> {
  await manager.query(
    `UPDATE webhook_progress SET lease = NULL, leased_until = NULL, next_attempt_at = ${LATER('$3::float8')}
      WHERE webhook_id = $1 AND lease = $2`,
    [webhookId, lease, waitMs],
  );
}

/**
 * Restarts an endpoint that was changed at the desk: the process that serves it loses its lease, and every process is
 * notified at the commit.
 *
 * @param position where to continue; unchanged if omitted
 */
export async function beginAnew(manager: EntityManager, webhookId: string, position?: number): Promise<void> {
  await manager.query(
    `UPDATE webhook_progress
        SET lease = NULL, leased_until = NULL, attempts = 0, failing_since = NULL, next_attempt_at = now(),
            position = coalesce($2, position)
      WHERE webhook_id = $1`,
    [webhookId, position ?? null],
  );
  await manager.query(`SELECT pg_notify('change', '')`);
}

export async function logAttempt(
  manager: EntityManager,
  webhookId: string,
  attempt: LoggedAttempt,
): Promise<void> {
  await manager.query(
    `INSERT INTO webhook_delivery (webhook_id, message_id, event, attempt, at, duration_ms, status, error)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      webhookId,
      attempt.messageId,
      attempt.event,
      attempt.attempt,
      attempt.at,
      attempt.durationMs,
      attempt.status ?? null,
      attempt.error ?? null,
    ],
  );
}

/** Deletes old attempts. */
export async function forgetAttempts(manager: EntityManager, webhookId: string): Promise<void> {
  await manager.query(
    `DELETE FROM webhook_delivery WHERE webhook_id = $1 AND id <=
       (SELECT id FROM webhook_delivery WHERE webhook_id = $1 ORDER BY id DESC OFFSET $2 LIMIT 1)`,
    [webhookId, REMEMBERED],
  );
}

export interface DeliveryRow {
  readonly id: string;
  readonly messageId: string;
  readonly event: string;
  readonly attempt: number;
  readonly at: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
}

/** Attempts for an endpoint, newest first; `before` is an id. */
export async function findAttempts(
  manager: EntityManager,
  webhookId: string,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<DeliveryRow[]> {
  return manager.query(
    `SELECT id, message_id AS "messageId", event, attempt, at, duration_ms AS "durationMs", status, error
       FROM webhook_delivery WHERE webhook_id = $1 AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [webhookId, before ?? null, limit],
  );
}

export interface ProgressRow {
  readonly position: number;
  readonly pending: number;
  readonly attempts: number;
  readonly failingSince: Date | null;
  readonly nextAttemptAt: Date | null;
}

/** The progress of an endpoint. `pending`: changes it is subscribed to that are not delivered yet. */
export async function readProgress(manager: EntityManager, webhookId: string): Promise<ProgressRow> {
  const [row]: [Omit<ProgressRow, 'position'> & { position: string }] = await manager.query(
    `SELECT p.position, p.attempts, p.failing_since AS "failingSince",
            CASE WHEN p.attempts > 0 AND w.status = 'enabled' THEN p.next_attempt_at END AS "nextAttemptAt",
            (SELECT count(*)::int FROM change
              WHERE seq > p.position AND entity || '.' || kind = ANY(w.events)) AS pending
       FROM webhook_progress p JOIN webhook w ON w.id = p.webhook_id WHERE p.webhook_id = $1`,
    [webhookId],
  );
  return { ...row, position: Number(row.position) };
}

/** TypeORM returns the rows of an UPDATE together with their number. */
function changedOne([, count]: [unknown, number]): boolean {
  return count > 0;
}
