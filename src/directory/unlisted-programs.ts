import type { EntityManager } from 'typeorm';
import { addDays } from '../core/directory/shelf-life.js';
import { takeWriterLock } from '../database/writer-lock.js';
import { withdrawPrograms } from './program-withdrawal.js';
import { SUPPLEMENTARY_SOURCES } from './supplementary-sources.js';

/** Days for which a report by a person keeps a program that its source no longer names (design of interchange, 3). */
const REPORTED_WITHIN_DAYS = 365;
/** Days for which such a program stays listed, so that an editor can ask whether it is still there. */
export const UNLISTED_DAYS = 90;

/**
 * Sorts programs that a source no longer names by what happens to them.
 *
 * @param today YYYY-MM-DD
 */
export async function apartUnlisted(
  manager: EntityManager,
  ids: readonly string[],
  today: string,
): Promise<{
  readonly withdrawn: readonly string[];
  /** They stay listed from today on, with a question whether they are still there. */
  readonly unlisted: readonly string[];
}> {
  const rows: { id: string; since: string | null; isReported: boolean }[] = await manager.query(
    `SELECT p.id, p.unlisted_on::text AS since,
            EXISTS (SELECT FROM program_source s
                     WHERE s.program_id = p.id AND s.ended_at IS NULL
                       AND (s.expires_on IS NULL OR s.expires_on > $2)
                       AND (s.source = ANY($3) OR s.source = $4 AND s.as_of > $5)) AS "isReported"
       FROM program p WHERE p.id = ANY($1) ORDER BY p.id`,
    [
      ids,
      today,
      [SUPPLEMENTARY_SOURCES.attestation, SUPPLEMENTARY_SOURCES.verification],
      SUPPLEMENTARY_SOURCES.observation,
      addDays(today, -REPORTED_WITHIN_DAYS),
    ],
  );
  const isOver = (since: string | null) => since !== null && addDays(since, UNLISTED_DAYS) <= today;
  return {
    withdrawn: rows.filter(({ since, isReported }) => !isReported || isOver(since)).map(({ id }) => id),
    unlisted: rows.filter(({ since, isReported }) => isReported && since === null).map(({ id }) => id),
  };
}

/** Marks programs that no edition names from this day on; the caller resolves them again. */
export async function markUnlisted(
  manager: EntityManager,
  ids: readonly string[],
  today: string,
): Promise<void> {
  await manager.query('UPDATE program SET unlisted_on = $2 WHERE id = ANY($1)', [ids, today]);
}

/** Withdraws the programs that no edition has named for 90 days. Returns how many. */
export async function withdrawUnlisted(manager: EntityManager, today: string): Promise<number> {
  await takeWriterLock(manager);
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM program WHERE status = 'published' AND unlisted_on <= $1 ORDER BY id`,
    [addDays(today, -UNLISTED_DAYS)],
  );
  await withdrawPrograms(
    manager,
    rows.map(({ id }) => id),
  );
  return rows.length;
}
