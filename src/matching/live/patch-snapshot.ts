import type { EntityManager } from 'typeorm';
import { currentVersions, programsChangedSince } from '../../directory/program.queries.js';
import type { DirectorySnapshot } from './directory-snapshot.js';
import { readEvidence } from './read-evidence.js';
import { type PublishedProgram, readPrograms } from './read-programs.js';

/**
 * Above this number of changes, rebuilding the index is faster than patching: a fixed number, or half of all programs.
 */
const LEAST_REBUILT = 1000;
const REBUILT_SHARE = 0.5;
/** Number of programs that are read before other requests get a turn. */
const AT_ONCE = 200;

/** What changed since a snapshot was made. */
export interface SnapshotPatch extends Partial<Pick<DirectorySnapshot, 'guidance' | 'registry'>> {
  readonly versions: DirectorySnapshot['versions'];
  /** Programs that changed, including those that are no longer published. */
  readonly ids: readonly string[];
  readonly programs: readonly PublishedProgram[];
}

/**
 * Reads only what changed since a snapshot of the same day; undefined after too many changes. Run it in one REPEATABLE
 * READ transaction. Change numbers are in commit order, so nothing is missed.
 */
export async function readPatch(
  manager: EntityManager,
  held: DirectorySnapshot,
): Promise<SnapshotPatch | undefined> {
  const versions = await currentVersions(manager);
  const evidence =
    versions.evidence === held.versions.evidence ? {} : await readEvidence(manager, held.today);
  if (versions.directory === held.versions.directory) return { ...evidence, versions, ids: [], programs: [] };

  // Edits continue while an index is built: if they were too many to be patched in afterwards, the build would never
  // finish.
  const most = Math.max(LEAST_REBUILT, Math.floor(held.index.size * REBUILT_SHARE));
  const ids = await programsChangedSince(manager, held.versions.directory, most);
  if (ids.length > most) return undefined;
  const programs: PublishedProgram[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE)
    programs.push(...(await readPrograms(manager, held.today, ids.slice(at, at + AT_ONCE))));
  return { ...evidence, versions, ids, programs };
}

/**
 * The current state. The old snapshot stays valid, but shares its rows with the new one and can be patched only once:
 * call this only when nothing can fail any more.
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
