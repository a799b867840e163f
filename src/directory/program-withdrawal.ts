import type { EntityManager } from 'typeorm';
import { markWithdrawn, recordChanges } from './program-store.queries.js';

/** Withdraws programs that no source lists any more. */
export async function withdrawPrograms(
  manager: EntityManager,
  ids: readonly string[],
  importRunId?: string,
): Promise<void> {
  if (ids.length === 0) return;
  await markWithdrawn(manager, ids);
  await recordChanges(
    manager,
    ids.map((id) => ({ id, kind: 'withdrawn' as const })),
    importRunId,
  );
}
