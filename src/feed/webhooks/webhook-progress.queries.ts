import type { EntityManager } from 'typeorm';
import type { Attempt } from './webhook-post.js';

/**
 * How far each endpoint has come. One process at a time serves an endpoint: it holds a lease, says so with every
 * attempt, and writes nothing any more once the lease is somebody else's. Times are those of the database.
 */

/** So many attempts of an endpoint are remembered. */
const REMEMBERED = 1000;

export interface Lease {
  readonly webhookId: string;
  /** Of this lease and of no other. */
  readonly lease: string;
  /** Everything up to this change is delivered. */
  readonly position: number;
  /** How often the next one was tried. */
  readonly attempts: number;
}

/** An attempt, of what. */
export interface LoggedAttempt extends Attempt {
  readonly messageId: string;
  readonly event: string;
  readonly attempt: number;
}

const LATER = (milliseconds: string) => `now() + ${milliseconds} * interval '1 millisecond'`;

/** An endpoint begins with what is still to come. */
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
 * Leases endpoints that have something to be told of and are due, the longest due first. What another process is about
 * to lease is left to it.
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

/** It arrived, so that everything up to this change is delivered. False where the lease is lost. */
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

/** How long it has been failing, with this failure; `undefined` where the lease is lost. */
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

/** Gives an endpoint back, to be served again after a time. */
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
 * Begins anew with an endpoint that was changed at the desk: whoever serves it finds its lease gone, and every process
 * hears of it with the commit.
 *
 * @param position from where on; where it stood if not given
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

/** Forgets old attempts. */
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

/** Attempts of an endpoint, the latest first; `before` an id. */
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

/** Where an endpoint stands. `pending`: changes it asks for that it was not told of. */
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

/** TypeORM answers an UPDATE with its rows and their number. */
function changedOne([, count]: [unknown, number]): boolean {
  return count > 0;
}
