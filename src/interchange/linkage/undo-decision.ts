import type { EntityManager } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import { insertLinks } from '../../directory/program-link.queries.js';
import { type ResolutionOptions, resolveAgain } from '../../directory/program-resolution.js';
import { recordChanges } from '../../directory/program-store.queries.js';
import { Problem } from '../../http/problem.js';
import { type StoredDecision, laterDecision, markUndone } from './linkage-decision.queries.js';
import type { MergeTrace } from './merge-order.js';
import { insertState, readState, shownState, showsSame, writeState } from './program-state.queries.js';

/** Who undoes a decision, and why. */
export interface UndoTerms {
  readonly by: string;
  readonly reason: string;
}

/**
 * Undoes a decision in the caller's transaction: two programs again. What was moved goes back to the program that it was
 * made on. Returns the ids of both.
 *
 * @throws Problem 409 if it is undone already, or if a later decision rests on it
 */
export async function undoDecision(
  manager: EntityManager,
  decision: StoredDecision,
  terms: UndoTerms,
  options: ResolutionOptions,
): Promise<{ survivor: string; restored: string }> {
  await refuseUndo(manager, decision);
  const restored = decision.absorbed ?? uuidV4();
  await (decision.absorbed === null
    ? splitKey(manager, decision, restored)
    : splitPrograms(manager, decision, restored));
  await moveLinksBack(manager, decision, restored, terms);
  await markUndone(manager, decision.id, terms);
  const { survivor } = decision;
  await recordChanges(manager, [{ id: restored, kind: 'split', other: survivor }]);
  await resolveAgain(manager, [survivor, restored], options);
  const withdrawn: { id: string }[] = await manager.query(
    `SELECT id FROM program WHERE id = ANY($1) AND status = 'withdrawn' ORDER BY id`,
    [[survivor, restored]],
  );
  await recordChanges(
    manager,
    withdrawn.map(({ id }) => ({ id, kind: 'withdrawn' as const })),
  );
  return { survivor, restored };
}

async function refuseUndo(manager: EntityManager, decision: StoredDecision): Promise<void> {
  if (decision.undoneAt !== null) throw new Problem('conflict', 'This decision has been undone already.');
  const later = await laterDecision(manager, decision);
  if (later !== undefined)
    throw new Problem(
      'conflict',
      `A later decision on this program rests on this one. Undo that one first: ${later}.`,
    );
}

/** Two programs that became one: each gets its row back, or what the newest edition says of it. */
async function splitPrograms(
  manager: EntityManager,
  { survivor, before }: StoredDecision,
  restored: string,
): Promise<void> {
  const trace = before as MergeTrace;
  for (const table of ['program_source', 'observation'])
    await manager.query(
      `UPDATE ${table} SET program_id = $2, made_on_program = nullif(made_on_program, $2)
        WHERE program_id = $1 AND made_on_program IN (
          WITH RECURSIVE family(id) AS (
            SELECT $2::uuid UNION SELECT p.id FROM program p JOIN family f ON p.merged_into = f.id)
          SELECT id FROM family)`,
      [survivor, restored],
    );
  await manager.query('UPDATE program_source SET ended_at = NULL WHERE program_id = $1 AND id = ANY($2)', [
    survivor,
    trace.ended,
  ]);
  const now = await readState(manager, survivor);
  const isImportedSince = !showsSame(now, trace.after);
  await writeState(manager, restored, {
    ...trace.absorbed,
    ...(isImportedSince ? shownState(now, trace.absorbed['corrections'] as object) : {}),
    ...(now['status'] === 'withdrawn' && isImportedSince ? { status: 'withdrawn' } : {}),
  });
  await writeState(manager, survivor, trace.survivor);
}

/** A key that a rule linked: it becomes a program of its own, and the known one is as it was before the edition. */
async function splitKey(
  manager: EntityManager,
  { survivor, source, sourceKey, before }: StoredDecision,
  restored: string,
): Promise<void> {
  const now = await readState(manager, survivor);
  await insertState(manager, restored, { ...now, corrections: {}, unlisted_on: null });
  await manager.query(
    `UPDATE program_source SET program_id = $2
      WHERE program_id = $1 AND source_key = $4 AND (source = $3 OR starts_with(source, $3 || '-'))`,
    [survivor, restored, source, sourceKey],
  );
  await manager.query(
    `UPDATE program_source SET ended_at = NULL
      WHERE program_id = $1 AND (source = $2 OR starts_with(source, $2 || '-')) AND ended_at =
        (SELECT max(ended_at) FROM program_source WHERE program_id = $1 AND source = $2)`,
    [survivor, source],
  );
  const listed: unknown[] = await manager.query(
    `SELECT FROM program_source WHERE program_id = $1 AND source <> $2 AND ended_at IS NULL
        AND source IN (SELECT source FROM program_link WHERE program_id = $1 AND ended_at IS NULL)`,
    [survivor, source],
  );
  // No edition names it any more, as if a person had been asked from the start.
  await writeState(manager, survivor, {
    ...before.survivor,
    ...(listed.length > 0 ? {} : { status: 'withdrawn', unlisted_on: null }),
  });
}

async function moveLinksBack(
  manager: EntityManager,
  { survivor, source, sourceKey, before }: StoredDecision,
  restored: string,
  { by }: UndoTerms,
): Promise<void> {
  const keys = 'keys' in before ? before.keys : [{ source, key: sourceKey }];
  const [ended]: [{ source: string; source_key: string }[], number] = await manager.query(
    `UPDATE program_link k SET ended_at = greatest(since, now())
       FROM jsonb_to_recordset($2) AS r(source text, key text)
      WHERE k.program_id = $1 AND k.source = r.source AND k.source_key = r.key AND k.ended_at IS NULL
      RETURNING k.source, k.source_key`,
    [survivor, JSON.stringify(keys)],
  );
  await insertLinks(
    manager,
    ended.map((link) => ({ ...link, program_id: restored, decided_by: by, rule: 'told-apart' as const })),
  );
}
