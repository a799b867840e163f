import type { EntityManager } from 'typeorm';

const WRITER_LOCK = 7_240_004;

/**
 * Makes this transaction the only one that writes to the directory or the registry, until it ends. Take it before
 * anything else: then there are no deadlocks, and the numbers of the change table are in commit order, so that a reader
 * that continues from a number misses nothing. The change table takes it by itself (migration 10) if it was forgotten;
 * then two transactions may wait for each other, and PostgreSQL ends one.
 */
export async function takeWriterLock(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [WRITER_LOCK]);
}

/** The same for a write that a person waits for: it gives up after this time (SQLSTATE 55P03). */
export async function takeWriterLockOrTimeOut(manager: EntityManager, timeoutMs: number): Promise<void> {
  await manager.query(`SET LOCAL lock_timeout = ${Math.max(1, Math.round(timeoutMs))}`);
  await takeWriterLock(manager);
}
