import type { EntityManager } from 'typeorm';
import { currentVersions, programsChangedSince } from '../../directory/program.queries.js';
import type { DirectorySnapshot } from './directory-snapshot.js';
import { readEvidence } from './read-evidence.js';
import { readPrograms } from './read-programs.js';

/** After more changes than this, indexing everything anew is quicker than looking at each. */
const MOST_PATCHED = 1000;

/**
 * What is now, made from a snapshot of the same day by reading only what changed since; undefined after too many
 * changes. Run it in one REPEATABLE READ transaction. Change numbers are in the order of the commits, so that
 * nothing is missed. The old snapshot stays as it is.
 */
export async function patchSnapshot(
  manager: EntityManager,
  held: DirectorySnapshot,
): Promise<DirectorySnapshot | undefined> {
  const versions = await currentVersions(manager);
  const evidence =
    versions.evidence === held.versions.evidence ? {} : await readEvidence(manager, held.today);
  if (versions.directory === held.versions.directory) return { ...held, ...evidence, versions };

  const ids = await programsChangedSince(manager, held.versions.directory, MOST_PATCHED);
  if (ids.length > MOST_PATCHED) return undefined;
  const programs = await readPrograms(manager, held.today, ids);
  const index = held.index.with(
    programs.map(({ candidate }) => candidate),
    ids,
  );
  for (const program of programs) held.shown.add(program);
  return { ...held, ...evidence, index, versions };
}
