import type { EntityManager } from 'typeorm';
import { insertLinks } from '../../directory/program-link.queries.js';
import { type ResolutionOptions, resolveAgain } from '../../directory/program-resolution.js';
import { recordChanges } from '../../directory/program-store.queries.js';
import { SUPPLEMENTARY_SOURCES } from '../../directory/supplementary-sources.js';
import { recordMerge } from './linkage-decision.queries.js';
import type { MergeOrder } from './merge-order.js';
import { type ProgramState, readState, shownState, writeState } from './program-state.queries.js';

/**
 * Makes two programs one, in the caller's transaction: the survivor gets the links, records and observations of the other
 * one, each with the program that it was made on, and is shown as the newer record of the leading source shows it. The
 * other one is withdrawn and names the survivor. Returns the id of the decision.
 */
export async function mergePrograms(
  manager: EntityManager,
  order: MergeOrder,
  options: ResolutionOptions,
): Promise<string> {
  const { survivor: to, absorbed: from } = order;
  const [survivor, absorbed] = [await readState(manager, to), await readState(manager, from)];
  const keys = await moveLinks(manager, order);
  await moveStatements(manager, from, to);
  const ended = await endOlderRecords(manager, to);
  const after = mergedState(survivor, absorbed);
  await writeState(manager, to, after);
  await writeState(manager, from, {
    status: 'withdrawn',
    merged_into: to,
    unlisted_on: null,
  });
  const id = await recordMerge(manager, order, { survivor, absorbed, after, keys, ended });
  await recordChanges(manager, [{ id: from, kind: 'merged', other: to }]);
  await resolveAgain(manager, [to], options);
  return id;
}

function mergedState(survivor: ProgramState, absorbed: ProgramState): ProgramState {
  const isNewer =
    survivor['source'] === absorbed['source'] &&
    String(survivor['source_as_of']) <= String(absorbed['source_as_of']);
  const isPublished = [survivor, absorbed].some(({ status }) => status === 'published');
  const isListed = [survivor, absorbed].some(
    (one) => one['status'] === 'published' && one['unlisted_on'] === null,
  );
  const corrections = { ...(absorbed['corrections'] as object), ...(survivor['corrections'] as object) };
  const shown = isNewer || survivor['status'] === 'withdrawn' ? absorbed : survivor;
  return {
    ...shownState(shown, corrections),
    corrections,
    status: isPublished && survivor['withdrawn_at_desk'] !== true ? 'published' : 'withdrawn',
    unlisted_on: isListed ? null : survivor['unlisted_on'],
  };
}

async function moveLinks(
  manager: EntityManager,
  { survivor, absorbed, rule, score, decidedBy }: MergeOrder,
): Promise<{ source: string; key: string }[]> {
  const keys: { source: string; key: string }[] = await manager.query(
    `SELECT source, source_key AS key FROM program_link WHERE program_id = $1 AND ended_at IS NULL ORDER BY 1, 2`,
    [absorbed],
  );
  await manager.query(
    `UPDATE program_link SET ended_at = greatest(since, now()) WHERE program_id = $1 AND ended_at IS NULL`,
    [absorbed],
  );
  await insertLinks(
    manager,
    keys.map(({ source, key }) => ({
      source,
      source_key: key,
      program_id: survivor,
      decided_by: decidedBy,
      rule,
      score,
    })),
  );
  return keys;
}

async function moveStatements(manager: EntityManager, from: string, to: string): Promise<void> {
  for (const table of ['program_source', 'observation'])
    await manager.query(
      `UPDATE ${table} SET made_on_program = coalesce(made_on_program, program_id), program_id = $2
        WHERE program_id = $1`,
      [from, to],
    );
}

/** Of each source that lists programs, the newest record stays. */
async function endOlderRecords(manager: EntityManager, id: string): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await manager.query(
    `UPDATE program_source s SET ended_at = now()
       FROM (SELECT id, row_number() OVER (PARTITION BY source
                          ORDER BY as_of DESC, made_on_program IS NULL, source_key) AS place
               FROM program_source
              WHERE program_id = $1 AND ended_at IS NULL AND source <> ALL($2)) r
      WHERE r.id = s.id AND r.place > 1
      RETURNING s.id`,
    [id, Object.values(SUPPLEMENTARY_SOURCES)],
  );
  return rows.map((row) => row.id).sort();
}
