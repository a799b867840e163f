import type { EntityManager } from 'typeorm';
import { rowLines, ROWS_OF_LINES } from '../database/row-lines.js';
import type { LinkRow, StoredProgram } from './program-store-rows.js';

/** SQL of the links between the keys of sources and programs. At most one link of a key stands at a time. */

/** The programs that keys of this source are linked with, by key. */
export async function storedPrograms(
  manager: EntityManager,
  source: string,
): Promise<Map<string, StoredProgram>> {
  const rows: StoredProgram[] = await manager.query(
    `SELECT k.source_key AS "key", k.program_id AS "programId", r.digest, r.as_of::text AS "asOf", p.status,
            p.withdrawn_at_desk AS "withdrawnAtDesk"
       FROM program_link k
       JOIN program p ON p.id = k.program_id
       LEFT JOIN program_source r ON r.source = k.source AND r.source_key = k.source_key
      WHERE k.source = $1 AND k.ended_at IS NULL`,
    [source],
  );
  return new Map(rows.map((row) => [row.key, row]));
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
