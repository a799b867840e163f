import type { EntityManager } from 'typeorm';
import { rowChunks } from '../database/row-lines.js';
import { recordIdOf } from './directory-ids.js';
import { recordRow, recordsOf } from './intake-rows.js';
import type { ProgramIntake } from './program-intake.js';
import { type ResolutionOptions, resolveAgain } from './program-resolution.js';
import * as queries from './program-store.queries.js';
import type { RecordRow } from './program-store-rows.js';
import { checkStatedFacts } from './stated-facts.check.js';
import { isSupplementary } from './supplementary-sources.js';

/** What a source says of a program that is known. */
export interface ProgramStatement {
  readonly intake: ProgramIntake;
  /** Of the program. */
  readonly id: string;
  readonly digest: string;
}

/**
 * Adds the records of a source to programs that another source leads: their names and places stay as that source has them. In
 * the caller's transaction, with the writer lock.
 */
export async function addRecords(
  manager: EntityManager,
  source: string,
  statements: readonly ProgramStatement[],
  options: ResolutionOptions,
): Promise<void> {
  for (const { intake } of statements)
    for (const record of recordsOf(intake))
      checkStatedFacts(record.facts, `"${intake.name}" (${record.source})`);
  for (const chunk of rowChunks(statements))
    await queries.replaceRecords(manager, source, chunk.flatMap(recordRows));
  const ids = statements.map(({ id }) => id);
  // A source that only adds never keeps a program listed.
  if (!isSupplementary(source)) await queries.markListed(manager, ids);
  await resolveAgain(manager, ids, options);
}

export function recordRows({ intake, id, digest }: ProgramStatement): RecordRow[] {
  return recordsOf(intake).map((record) =>
    recordRow(record, {
      id: recordIdOf(id, `${record.source}:${intake.key}`),
      programId: id,
      key: intake.key,
      digest,
    }),
  );
}
