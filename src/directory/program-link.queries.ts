import type { EntityManager } from 'typeorm';
import { rowLines, ROWS_OF_LINES } from '../database/row-lines.js';
import type { LinkRow, RecognizedKeys, StoredProgram } from './program-store-rows.js';

/** SQL of the links between the keys of sources and programs. At most one link of a key stands at a time. */

/**
 * The programs that keys of this source are linked with, by key.
 *
 * @param recognized links that are not stored yet, and links that are to end
 */
export async function storedPrograms(
  manager: EntityManager,
  source: string,
  { links, endedKeys }: RecognizedKeys = { links: [], endedKeys: [] },
): Promise<Map<string, StoredProgram>> {
  const rows: StoredProgram[] = await manager.query(
    `SELECT k.source_key AS "key", k.program_id AS "programId", r.digest, r.as_of::text AS "asOf", p.status,
            p.withdrawn_at_desk AS "withdrawnAtDesk", p.unlisted_on IS NOT NULL AS "isUnlisted", p.source AS "leadSource"
       FROM (SELECT source_key, program_id FROM program_link
              WHERE source = $1 AND ended_at IS NULL AND source_key <> ALL($2)
             UNION ALL
             SELECT source_key, program_id FROM jsonb_to_recordset($3) AS n(source_key text, program_id uuid)) k
       JOIN program p ON p.id = k.program_id
       LEFT JOIN program_source r ON r.source = $1 AND r.source_key = k.source_key AND r.program_id = k.program_id
                                 AND r.ended_at IS NULL`,
    [source, endedKeys, JSON.stringify(links)],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Ends the links of these keys; they stay, with the time. */
export async function endLinks(
  manager: EntityManager,
  source: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await manager.query(
    `UPDATE program_link SET ended_at = greatest(since, now())
      WHERE source = $1 AND source_key = ANY($2) AND ended_at IS NULL`,
    [source, keys],
  );
}

export async function insertLinks(manager: EntityManager, rows: readonly LinkRow[]): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO program_link (source, source_key, program_id, decided_by, rule, score)
     SELECT source, source_key, program_id, decided_by, rule, score
       FROM ${ROWS_OF_LINES}
         AS r(source text, source_key text, program_id uuid, decided_by text, rule text, score double precision)`,
    [rowLines(rows)],
  );
}
