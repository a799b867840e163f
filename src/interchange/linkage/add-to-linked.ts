import type { EntityManager } from 'typeorm';
import type { ListScope } from '../../core/linkage/linkage-policy.js';
import { takeWriterLock } from '../../database/writer-lock.js';
import { storedPrograms } from '../../directory/program-link.queries.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
import { type SyncOptions, syncSource } from '../../directory/program-store.js';
import { recordLinkDecisions } from './linkage-decision.queries.js';
import { readLinkagePolicy } from './linkage-policy-file.js';
import { recognizePrograms } from './recognize-programs.js';
import type { LinkedIntakeResult } from './sync-linked-source.js';

/**
 * Adds the records of a source to the programs that its rows are, by a link or by a rule. A row that is no known program, or may
 * be one, is counted and never listed, and raises no question. In the caller's transaction.
 */
export async function addToLinkedPrograms(
  manager: EntityManager,
  source: string,
  intakes: readonly ProgramIntake[],
  { scope, ...options }: Omit<SyncOptions, 'recognized'> & { readonly scope: ListScope },
): Promise<LinkedIntakeResult & { readonly unlinked: number }> {
  if (!options.dryRun) await takeWriterLock(manager);
  const policy = readLinkagePolicy();
  const { links, endedKeys } = await recognizePrograms(manager, source, intakes, policy, scope);
  const recognized = { links, endedKeys };
  const stored = await storedPrograms(manager, source, recognized);
  // A program that was withdrawn since is not brought back by a source that only adds.
  const known = intakes.filter(({ key }) => stored.get(key)?.status === 'published');
  if (!options.dryRun) await recordLinkDecisions(manager, links, policy.version, options.importRunId);
  const result = await syncSource(manager, source, known, { ...options, recognized });
  return { ...result, linked: links.length, asked: 0, unlinked: intakes.length - known.length };
}
