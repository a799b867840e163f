import { Injectable } from '@nestjs/common';
import { v4 as uuidV4 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { today } from '../config/today.js';
import type { Actor } from '../core/curation/role.js';
import { canonical } from '../core/directory/agreement.js';
import type { StatedFacts } from '../core/directory/source-record.js';
import { recordAudit } from '../database/audit-trail.js';
import { recordIdOf } from '../directory/directory-ids.js';
import { recordRow } from '../directory/intake-rows.js';
import { currentDetail } from '../directory/current-detail.js';
import type { ProgramDetail } from '../directory/program-detail.dto.js';
import { resolveAgain } from '../directory/program-resolution.js';
import { addProgram } from '../directory/program-store.js';
import { deleteRecord, upsertRecords } from '../directory/program-store.queries.js';
import type { ContactCorrections } from '../directory/program.entity.js';
import { SUPPLEMENTARY_SOURCES } from '../directory/supplementary-sources.js';
import { loadEvidenceView } from '../evidence/evidence-view.js';
import { requireMatch } from '../http/writes/precondition.js';
import { Problem } from '../http/problem.js';
import { Writes } from '../http/writes/writes.js';
import { actorOf, type WriteContext } from '../http/writes/write-context.js';
import { contactEdits } from './contact-edits.js';
import { mergeProgram } from './merge-program.js';
import { DESK_SOURCE, intakeOf } from './new-program.js';
import type { NewProgramRequest } from './program-desk.dto.js';
import {
  editsOf,
  isWithdrawnAtDesk,
  programAt,
  publishAgain,
  updateContacts,
  withdrawAtDesk,
} from './program-desk.queries.js';
import { readFacts } from './read-facts.js';

/** Editors create programs, correct them, and withdraw them. */
@Injectable()
export class ProgramDeskService {
  constructor(private readonly writes: Writes) {}

  create(request: NewProgramRequest, context: WriteContext): Promise<ProgramDetail> {
    const actor = actorOf(context);
    return this.writes.perform(context, async (manager) => {
      const evidence = await loadEvidenceView(manager);
      const facts = readFacts(request.facts, evidence);
      const { street1, postalCode } = request.location;
      const twin = await programAt(manager, { name: request.name, street1, postalCode });
      if (twin !== undefined)
        throw new Problem('conflict', `A program of this name at this address is listed already: ${twin}.`);
      const intake = intakeOf({ ...request, facts }, { key: uuidV4(), actor, today: today() });
      const id = await addProgram(manager, DESK_SOURCE, intake, { evidence, today: today() });
      const { why, ...listed } = { ...request, facts };
      await recordAudit(manager, {
        actor,
        action: 'program.create',
        entity: 'program',
        entityId: id,
        after: listed,
        why,
        requestId: context.requestId,
      });
      return currentDetail(manager, id);
    });
  }

  edit(id: string, patch: unknown, context: WriteContext): Promise<ProgramDetail> {
    const actor = actorOf(context);
    return this.writes.perform(context, async (manager) => {
      const current = await this.matched(manager, id, context);
      const edits = await editsOf(manager, id);
      const { contacts, restated, takenBack, why } = await mergeProgram(current, edits.facts, patch);
      const evidence = await loadEvidenceView(manager);
      const own = Object.keys(restated).length > 0 ? readFacts(restated, evidence) : {};
      const changed = changesOf(current, contacts);
      const facts = [...Object.keys(own), ...takenBack];
      const edited = contactEdits(edits.corrections, changed);
      if (Object.keys(changed).length > 0) await updateContacts(manager, id, contacts, edited.corrections);
      await restate(manager, id, {
        own: { ...own, ...edited.stated },
        takenBack: [...takenBack, ...edited.takenBack],
        actor,
      });
      if (Object.keys(changed).length + facts.length > 0)
        await resolveAgain(manager, [id], { evidence, today: today() });
      const before = Object.entries(edits.facts).filter(([fact]) => facts.includes(fact));
      await recordAudit(manager, {
        actor,
        action: 'program.edit',
        entity: 'program',
        entityId: id,
        before: {
          ...changesOf(contacts, current, changed),
          ...(facts.length > 0 ? { facts: Object.fromEntries(before) } : {}),
        },
        after: { ...changed, ...(facts.length > 0 ? { facts: own } : {}) },
        ...(why === undefined ? {} : { why }),
        requestId: context.requestId,
      });
      return currentDetail(manager, id);
    });
  }

  withdraw(id: string, why: string, context: WriteContext): Promise<ProgramDetail> {
    return this.writes.perform(context, async (manager) => {
      await this.matched(manager, id, context);
      await withdrawAtDesk(manager, id);
      await recordAudit(manager, {
        actor: actorOf(context),
        action: 'program.withdraw',
        entity: 'program',
        entityId: id,
        before: { status: 'published' },
        after: { status: 'withdrawn' },
        why,
        requestId: context.requestId,
      });
      return currentDetail(manager, id);
    });
  }

  /** Ends a withdrawal by the desk. If its source no longer lists the program, the next import withdraws it. */
  restore(id: string, why: string, context: WriteContext): Promise<ProgramDetail> {
    return this.writes.perform(context, async (manager) => {
      requireMatch(context, await currentDetail(manager, id));
      if (!(await isWithdrawnAtDesk(manager, id)))
        throw new Problem(
          'conflict',
          'This program was not withdrawn by an editor: it is published, or will be once its source lists it again.',
        );
      await publishAgain(manager, id);
      await resolveAgain(manager, [id], { evidence: await loadEvidenceView(manager), today: today() });
      await recordAudit(manager, {
        actor: actorOf(context),
        action: 'program.restore',
        entity: 'program',
        entityId: id,
        before: { status: 'withdrawn' },
        after: { status: 'published' },
        why,
        requestId: context.requestId,
      });
      return currentDetail(manager, id);
    });
  }

  /** The program as the editor has read it; no one else can write until this transaction ends. */
  private async matched(manager: EntityManager, id: string, context: WriteContext): Promise<ProgramDetail> {
    const current = await currentDetail(manager, id);
    requireMatch(context, current);
    if (current.status === 'withdrawn')
      throw new Problem('conflict', 'This program is withdrawn and can no longer be edited.');
    return current;
  }
}

const CONTACTS = ['name', 'nameDetail', 'phone', 'intakePhones', 'website'] as const;
type Contacts = Pick<ProgramDetail, (typeof CONTACTS)[number]> | Required<ContactCorrections>;

/** The fields of `to` that differ from `from`; only those that are also in `among`. */
function changesOf(from: Contacts, to: Contacts, among?: ContactCorrections): ContactCorrections {
  return Object.fromEntries(
    CONTACTS.filter((key) => canonical(from[key]) !== canonical(to[key]))
      .filter((key) => among === undefined || key in among)
      .map((key) => [key, to[key]]),
  );
}

/** The desk's corrections: one record per fact, verified by its editor as of the day on which it was stated. */
async function restate(
  manager: EntityManager,
  programId: string,
  { own, takenBack, actor }: { own: StatedFacts; takenBack: readonly string[]; actor: Actor },
): Promise<void> {
  const source = SUPPLEMENTARY_SOURCES.correction;
  const keyOf = (fact: string) => `${programId}:${fact}`;
  for (const fact of takenBack) await deleteRecord(manager, source, keyOf(fact));
  await upsertRecords(
    manager,
    Object.entries(own).map(([fact, value]) => {
      const id = recordIdOf(programId, `${source}:${fact}`);
      const record = {
        source,
        asOf: today(),
        standing: 'verified' as const,
        facts: { [fact]: value as unknown },
        verbatim: {},
        by: actor.name,
        observer: actor.id,
      };
      return recordRow(record, { id, programId, key: keyOf(fact), digest: id });
    }),
  );
}
