import type { EntityManager } from 'typeorm';
import { linkPrograms, type ProposedLink } from '../../core/linkage/link-programs.js';
import type { LinkagePolicy, ListScope } from '../../core/linkage/linkage-policy.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
import { storedPrograms } from '../../directory/program-link.queries.js';
import type { LinkRow, RecognizedKeys, StoredProgram } from '../../directory/program-store-rows.js';
import { linkableIntake, linkablePrograms } from './linkable-programs.js';

/** What an edition's keys without a link are, and what a person is to be asked. */
export interface Recognition extends RecognizedKeys {
  /** `listed` is the id of a program, `incoming` a key of the source. */
  readonly questions: readonly ProposedLink[];
}

/**
 * Compares the rows of a source that have no link with the listed programs that no other row of it is linked with.
 * Rows and programs that are linked are compared too, so that the best of two is the best of all, and are never linked
 * again. Reads only.
 */
export async function recognizePrograms(
  manager: EntityManager,
  source: string,
  intakes: readonly ProgramIntake[],
  policy: LinkagePolicy,
  scope: ListScope = 'programs',
): Promise<Recognition> {
  const stored = await storedPrograms(manager, source);
  const { known, endedKeys } = knownKeys(intakes, stored);
  const knownIds = new Set(known.map(({ listed }) => listed));
  const fictional = intakes.some((intake) => intake.fictional);
  if (known.length === intakes.length) return { links: [], endedKeys, questions: [] };
  const listed = await linkablePrograms(manager, { fictional });
  if (listed.every(({ key }) => knownIds.has(key))) return { links: [], endedKeys, questions: [] };
  const { same, review } = linkPrograms(listed, intakes.map(linkableIntake), policy, scope, known);
  return {
    links: same.map((link): LinkRow => ({
      source,
      source_key: link.incoming,
      program_id: link.listed,
      decided_by: 'rule',
      rule: link.rule,
      score: link.likeness.score,
    })),
    endedKeys,
    questions: review,
  };
}

/**
 * The rows whose keys have links. If the edition has two keys of one program, the one with the program's current record
 * keeps it: two rows of one edition are never one program.
 */
function knownKeys(intakes: readonly ProgramIntake[], stored: ReadonlyMap<string, StoredProgram>) {
  const byProgram = new Map<string, StoredProgram>();
  const endedKeys: string[] = [];
  for (const { key } of intakes) {
    const program = stored.get(key);
    if (!program) continue;
    const rival = byProgram.get(program.programId);
    const [keeps, ends] =
      rival && (rival.digest !== null || program.digest === null) ? [rival, program] : [program, rival];
    byProgram.set(program.programId, keeps);
    if (ends) endedKeys.push(ends.key);
  }
  const known = [...byProgram.values()].map(({ key, programId }) => ({ listed: programId, incoming: key }));
  return { known, endedKeys };
}
