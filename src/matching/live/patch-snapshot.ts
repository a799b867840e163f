import type { EntityManager } from 'typeorm';
import { currentVersions, programsChangedSince } from '../../directory/program.queries.js';
import type { DirectorySnapshot } from './directory-snapshot.js';
import { readEvidence } from './read-evidence.js';
import { type PublishedProgram, readPrograms } from './read-programs.js';

/** After more changes than this, indexing everything anew is quicker than looking at each. */
const MOST_PATCHED = 1000;

/** What changed since a snapshot was made. */
export interface SnapshotPatch extends Partial<Pick<DirectorySnapshot, 'guidance' | 'registry'>> {
  readonly versions: DirectorySnapshot['versions'];
  /** Programs that changed, also those that are published no longer. */
  readonly ids: readonly string[];
  readonly programs: readonly PublishedProgram[];
}

/**
 * Reads only what changed since a snapshot of the same day; undefined after too many changes. Run it in one
 * REPEATABLE READ transaction. Change numbers are in the order of the commits, so that nothing is missed.
 */
export async function readPatch(
  manager: EntityManager,
  held: DirectorySnapshot,
): Promise<SnapshotPatch | undefined> {
  const versions = await currentVersions(manager);
  const evidence =
    versions.evidence === held.versions.evidence ? {} : await readEvidence(manager, held.today);
  if (versions.directory === held.versions.directory) return { ...evidence, versions, ids: [], programs: [] };

  const ids = await programsChangedSince(manager, held.versions.directory, MOST_PATCHED);
  if (ids.length > MOST_PATCHED) return undefined;
  return { ...evidence, versions, ids, programs: await readPrograms(manager, held.today, ids) };
}

/**
 * What is now. The old snapshot stays as it is, but shares its rows with the new one and can be patched only once: so
 * call it when nothing can fail any more.
 */
export function patchSnapshot(
  held: DirectorySnapshot,
  { ids, programs, ...rest }: SnapshotPatch,
): DirectorySnapshot {
  if (ids.length === 0) return { ...held, ...rest };
  const index = held.index.with(
    programs.map(({ candidate }) => candidate),
    ids,
  );
  for (const program of programs) held.shown.add(program);
  return { ...held, ...rest, index };
}
