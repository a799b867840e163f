import { v4 as uuidV4 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { today } from '../config/today.js';
import type { LearnedBy, ObservedStanding } from '../core/curation/observation-life.js';
import type { DisputedFact } from '../core/directory/resolved-facts.js';
import type { FactKey, StatedFacts } from '../core/directory/source-record.js';
import { recordRow } from '../directory/intake-rows.js';
import type { EvidenceView } from '../directory/program-intake.js';
import { resolveAgain } from '../directory/program-resolution.js';
import { deleteRecord, upsertRecords } from '../directory/program-store.queries.js';
import type { ProgramStatus } from '../directory/program.entity.js';
import { SUPPLEMENTARY_SOURCES } from '../directory/supplementary-sources.js';
import { Problem } from '../http/problem.js';
import { Observation } from './observation.entity.js';
import { openTicketOfFact } from './ticket.queries.js';

/** A statement about a program. */
export interface Statement {
  readonly programId: string;
  readonly standing: ObservedStanding;
  readonly facts: StatedFacts;
  readonly how: LearnedBy;
  readonly learnedOn: string;
  readonly expiresOn?: string;
  /** Id of the key; absent for a provider with a signed link. */
  readonly observerId?: string;
  /** As it is shown. */
  readonly by: string;
  readonly note?: string;
}

const SOURCE_OF: Readonly<Record<ObservedStanding, string>> = {
  confirmed: SUPPLEMENTARY_SOURCES.observation,
  attested: SUPPLEMENTARY_SOURCES.attestation,
  verified: SUPPLEMENTARY_SOURCES.verification,
};

/**
 * Adds a statement to the directory in the caller's transaction: it is stored, becomes a record of the program, and the
 * facts are resolved again. A resulting disagreement opens a ticket for each fact that has none yet.
 */
export async function recordStatement(
  manager: EntityManager,
  statement: Statement,
  evidence: EvidenceView,
): Promise<{ observation: Observation; tickets: string[] }> {
  const { programId, standing, facts, how, learnedOn, expiresOn, observerId, by, note } = statement;
  const id = uuidV4();
  const observation = await manager.save(
    manager.create(Observation, {
      id,
      programId,
      standing,
      facts,
      how,
      learnedOn,
      expiresOn: expiresOn ?? null,
      observerId: observerId ?? null,
      observerName: by,
      note: note ?? null,
      status: 'standing',
    }),
  );
  const record = {
    source: SOURCE_OF[standing],
    asOf: learnedOn,
    standing,
    facts,
    verbatim: {},
    by,
    how,
    ...(observerId === undefined ? {} : { observer: observerId }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
  await upsertRecords(manager, [recordRow(record, { id, programId, key: id, digest: id })]);
  await resolveAgain(manager, [programId], { evidence, today: today() });
  return { observation, tickets: await openTicketsOfDisagreement(manager, programId, facts) };
}

/** Removes a statement from the records that are resolved; the fact is again what others state. */
export async function excludeStatement(
  manager: EntityManager,
  { id, programId, standing }: Observation,
  evidence: EvidenceView,
): Promise<void> {
  await deleteRecord(manager, SOURCE_OF[standing], id);
  await resolveAgain(manager, [programId], { evidence, today: today() });
}

/** Refuses a program that does not exist or is withdrawn. */
export async function refuseAbsent(manager: EntityManager, programId: string): Promise<void> {
  const [row]: { status: ProgramStatus }[] = await manager.query('SELECT status FROM program WHERE id = $1', [
    programId,
  ]);
  if (!row) throw Problem.notFound('program', programId);
  if (row.status === 'withdrawn')
    throw new Problem(
      'conflict',
      'This program is withdrawn: nothing can be added to it, and nobody is referred to it.',
    );
}

async function openTicketsOfDisagreement(
  manager: EntityManager,
  programId: string,
  stated: StatedFacts,
): Promise<string[]> {
  const [row]: { disputed: DisputedFact[] | null }[] = await manager.query(
    `SELECT facts -> 'disputed' AS disputed FROM program WHERE id = $1`,
    [programId],
  );
  const facts = new Set((row?.disputed ?? []).map(({ fact }) => fact));
  const opened: string[] = [];
  for (const fact of Object.keys(stated) as FactKey[]) {
    const ticket = facts.has(fact)
      ? await openTicketOfFact(manager, programId, fact, 'disagreement')
      : undefined;
    if (ticket !== undefined) opened.push(ticket);
  }
  return opened;
}
