import type { DataSource } from 'typeorm';
import { ProgramIndex } from '../../core/matching/index/program-index.js';
import { currentVersions } from '../../directory/program.queries.js';
import { currentPolicy } from '../../evidence/policy-files.js';
import type { ReadyPrograms } from './build-programs.js';
import type { DirectorySnapshot } from './directory-snapshot.js';
import { readEvidence } from './read-evidence.js';
import { ShownPrograms } from './shown-programs.js';

/**
 * Adds the evidence, as it is now, to the programs of a build.
 *
 * @param began when the build did, by `performance.now()`
 */
export async function snapshotOf(
  dataSource: DataSource,
  { index, shown, version }: ReadyPrograms,
  day: string,
  began: number,
): Promise<DirectorySnapshot> {
  const evidence = await dataSource.transaction('REPEATABLE READ', async (manager) => ({
    ...(await readEvidence(manager, day)),
    version: (await currentVersions(manager)).evidence,
  }));
  const { guidance, registry } = evidence;
  return {
    index: ProgramIndex.of(index),
    shown: new ShownPrograms(shown),
    guidance,
    registry,
    policy: currentPolicy(),
    versions: { directory: version, evidence: evidence.version },
    built: { at: new Date(), ms: performance.now() - began },
    today: day,
  };
}
