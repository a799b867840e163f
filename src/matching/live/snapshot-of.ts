import type { DataSource } from 'typeorm';
import { ProgramIndex } from '../../core/matching/index/program-index.js';
import { currentVersions } from '../../directory/program.queries.js';
import { currentPolicy } from '../../evidence/policy-files.js';
import type { ReadyPrograms } from './build-programs.js';
import type { DirectorySnapshot } from './directory-snapshot.js';
import { readEvidence } from './read-evidence.js';
import { ShownPrograms } from './shown-programs.js';

/** Adds the evidence, as it is now, to the programs of a build; `began` is when it did, by `performance.now()`. */
export async function snapshotOf(
  dataSource: DataSource,
  { index, shown, version }: ReadyPrograms,
  day: string,
  { began, timeline }: { readonly began: number; readonly timeline: number | undefined },
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
    timeline,
    built: { at: new Date(), ms: performance.now() - began },
    today: day,
  };
}
