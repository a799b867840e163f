import type { EntityManager } from 'typeorm';
import type { ListScope } from '../../core/linkage/linkage-policy.js';
import { takeWriterLock } from '../../database/writer-lock.js';
import type { IntakeResult, ProgramIntake } from '../../directory/program-intake.js';
import { type SyncOptions, syncSource } from '../../directory/program-store.js';
import { openTicketsOfUnlisted } from './unlisted-ticket.queries.js';
import { recordLinkDecisions } from './linkage-decision.queries.js';
import { readLinkagePolicy } from './linkage-policy-file.js';
import { askQuestions, reviseQuestions } from './linkage-question.queries.js';
import { recognizePrograms } from './recognize-programs.js';

/** The result of storing the programs of a source, with what linkage did. */
export interface LinkedIntakeResult extends IntakeResult {
  /** Keys without a link that are programs which were known under another key, by a rule. */
  readonly linked: number;
  /** Keys that are listed as programs of their own until a person has answered whether they are known ones. */
  readonly asked: number;
}

/**
 * Updates the directory to the content of one source, as `syncSource` does, after looking for its keys without a link
 * among the programs that are known. What a rule links keeps its program; what is in doubt becomes a program of its own
 * and a question. In the caller's transaction.
 */
export async function syncLinkedSource(
  manager: EntityManager,
  source: string,
  intakes: readonly ProgramIntake[],
  { scope, ...options }: Omit<SyncOptions, 'recognized'> & { readonly scope?: ListScope },
): Promise<LinkedIntakeResult> {
  if (!options.dryRun) await takeWriterLock(manager);
  const policy = readLinkagePolicy();
  const recognized = await recognizePrograms(manager, source, intakes, policy, scope);
  if (!options.dryRun)
    await recordLinkDecisions(manager, recognized.links, policy.version, options.importRunId);
  const result = await syncSource(manager, source, intakes, { ...options, recognized });
  if (!options.dryRun) {
    await askQuestions(manager, source, recognized.questions, policy.version);
    await reviseQuestions(manager, source);
    await openTicketsOfUnlisted(manager, options.today);
  }
  return {
    ...result,
    linked: recognized.links.length,
    asked: new Set(recognized.questions.map(({ incoming }) => incoming)).size,
  };
}
