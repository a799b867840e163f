import { digestOf } from './intake-rows.js';
import type { ProgramIntake } from './program-intake.js';
import type { StoredProgram } from './program-store-rows.js';

/** What an edition of a source changes. */
export interface SourceDifferences {
  readonly created: readonly ProgramIntake[];
  readonly changed: readonly ProgramIntake[];
  /** The same facts with a newer date. */
  readonly redated: readonly ProgramIntake[];
  readonly unchanged: number;
  /** Ids of published programs that no key of the edition names. */
  readonly vanished: readonly string[];
  /** Of every intake, by key. */
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * The differences between the content of a source and what is stored of it.
 *
 * @param stored the programs that keys of the source are linked with
 * @throws Error if two intakes have the same key
 */
export function sourceDifferences(
  source: string,
  intakes: readonly ProgramIntake[],
  stored: ReadonlyMap<string, StoredProgram>,
): SourceDifferences {
  const digests = new Map(intakes.map((intake) => [intake.key, digestOf(intake)]));
  if (digests.size !== intakes.length) throw new Error(`Two programs of ${source} have the same key.`);
  const created: ProgramIntake[] = [];
  const changed: ProgramIntake[] = [];
  const redated: ProgramIntake[] = [];
  let unchanged = 0;
  for (const intake of intakes) {
    const known = stored.get(intake.key);
    if (!known) created.push(intake);
    else if (isListedAgain(known) || known.digest !== digests.get(intake.key)) changed.push(intake);
    else if (known.asOf !== intake.records[0].asOf) redated.push(intake);
    else unchanged += 1;
  }
  return { created, changed, redated, unchanged, vanished: vanishedPrograms(intakes, stored), digests };
}

/** Published programs with a record of this source that no key of the edition names. */
function vanishedPrograms(
  intakes: readonly ProgramIntake[],
  stored: ReadonlyMap<string, StoredProgram>,
): string[] {
  const named = new Set(intakes.map(({ key }) => stored.get(key)?.programId));
  const vanished = [...stored.values()].filter(
    ({ programId, status, digest }) => status === 'published' && digest !== null && !named.has(programId),
  );
  return [...new Set(vanished.map(({ programId }) => programId))];
}

/** A row lists its program again, unless an editor withdrew it. */
function isListedAgain({ status, withdrawnAtDesk, isUnlisted }: StoredProgram): boolean {
  return isUnlisted || (status === 'withdrawn' && !withdrawnAtDesk);
}
