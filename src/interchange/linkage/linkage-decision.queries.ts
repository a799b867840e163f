import type { EntityManager } from 'typeorm';
import { rowLines, ROWS_OF_LINES } from '../../database/row-lines.js';
import type { LinkRow } from '../../directory/program-store-rows.js';

/** SQL of what was decided on links, so that it can be looked up and undone. */

/** A program's row as it is kept with a decision. */
export const KEPT_PROGRAM = `(to_jsonb(p) - 'id' - 'search_vector' - 'version' - 'created_at' - 'updated_at')`;

/** Records the links that a rule decided, each with the row of its program before the edition changes it. */
export async function recordLinkDecisions(
  manager: EntityManager,
  links: readonly LinkRow[],
  policy: string,
  importRunId?: string,
): Promise<void> {
  if (links.length === 0) return;
  await manager.query(
    `INSERT INTO linkage_decision (survivor_id, source, source_key, rule, score, policy, decided_by, import_run_id,
                                   before)
     SELECT p.id, r.source, r.source_key, r.rule, r.score, $2, r.decided_by, $3,
            jsonb_build_object('survivor', ${KEPT_PROGRAM})
       FROM ${ROWS_OF_LINES}
         AS r(source text, source_key text, program_id uuid, decided_by text, rule text, score double precision)
       JOIN program p ON p.id = r.program_id`,
    [rowLines(links), policy, importRunId ?? null],
  );
}
