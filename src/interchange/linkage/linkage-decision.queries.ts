import type { EntityManager } from 'typeorm';
import { rowLines, ROWS_OF_LINES } from '../../database/row-lines.js';
import type { LinkRow, LinkRule } from '../../directory/program-store-rows.js';
import type { MergeOrder, MergeTrace } from './merge-order.js';
import { PROGRAM_STATE, type ProgramState } from './program-state.queries.js';

/** SQL of what was decided on links, so that it can be looked up and undone. */

/** A decision as it is stored. */
export interface StoredDecision {
  readonly id: string;
  readonly survivor: string;
  /** `null` if a rule linked a key that was no program. */
  readonly absorbed: string | null;
  readonly source: string;
  readonly sourceKey: string;
  readonly rule: LinkRule;
  readonly score: number;
  readonly policy: string;
  readonly decidedBy: string;
  readonly secondedBy: string | null;
  readonly reason: string | null;
  readonly decidedAt: Date;
  readonly before: MergeTrace | { readonly survivor: ProgramState };
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
}

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
            jsonb_build_object('survivor', ${PROGRAM_STATE})
       FROM ${ROWS_OF_LINES}
         AS r(source text, source_key text, program_id uuid, decided_by text, rule text, score double precision)
       JOIN program p ON p.id = r.program_id`,
    [rowLines(links), policy, importRunId ?? null],
  );
}

export async function recordMerge(
  manager: EntityManager,
  order: MergeOrder,
  trace: MergeTrace,
): Promise<string> {
  const { survivor, absorbed, source, sourceKey, rule, score, policy, decidedBy, secondedBy, reason } = order;
  const [row]: [{ id: string }] = await manager.query(
    `INSERT INTO linkage_decision (survivor_id, absorbed_id, source, source_key, rule, score, policy, decided_by,
                                   seconded_by, reason, before)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      survivor,
      absorbed,
      source,
      sourceKey,
      rule,
      score,
      policy,
      decidedBy,
      secondedBy ?? null,
      reason,
      JSON.stringify(trace),
    ],
  );
  return row.id;
}

const DECISION = `
  SELECT id, survivor_id AS survivor, absorbed_id AS absorbed, source, source_key AS "sourceKey", rule, score, policy,
         decided_by AS "decidedBy", seconded_by AS "secondedBy", reason, decided_at AS "decidedAt", before,
         undone_at AS "undoneAt", undone_by AS "undoneBy"
    FROM linkage_decision d`;

export async function findDecision(manager: EntityManager, id: string): Promise<StoredDecision | undefined> {
  const [row]: StoredDecision[] = await manager.query(`${DECISION} WHERE id = $1`, [id]);
  return row;
}

/** The decisions on a program, and on what became it; newest first. */
export async function decisionsOn(manager: EntityManager, programId: string): Promise<StoredDecision[]> {
  return manager.query(
    `${DECISION} WHERE survivor_id = $1 OR absorbed_id = $1 ORDER BY decided_at DESC, id LIMIT 200`,
    [programId],
  );
}

/** The id of the newest decision that rests on this one and stands: on its survivor, or of its survivor. */
export async function laterDecision(
  manager: EntityManager,
  { id, survivor, decidedAt }: StoredDecision,
): Promise<string | undefined> {
  const [row]: { id: string }[] = await manager.query(
    `SELECT id FROM linkage_decision
      WHERE id <> $1 AND undone_at IS NULL AND (survivor_id = $2 OR absorbed_id = $2) AND decided_at > $3
      ORDER BY decided_at DESC LIMIT 1`,
    [id, survivor, decidedAt],
  );
  return row?.id;
}

export async function markUndone(
  manager: EntityManager,
  id: string,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  await manager.query(
    'UPDATE linkage_decision SET undone_at = now(), undone_by = $2, undone_reason = $3 WHERE id = $1',
    [id, by, reason],
  );
  await manager.query(
    `UPDATE linkage_question q SET state = 'different', version = q.version + 1, answered_by_name = $2, reason = $3,
            answered_at = now()
       FROM linkage_decision d
      WHERE d.id = $1 AND q.listed_id = d.survivor_id AND q.incoming_id = d.absorbed_id`,
    [id, by, reason],
  );
}
