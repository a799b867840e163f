import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { today } from '../config/today.js';
import { afterObservationAct, type ObservationAct, whyNoDispute } from '../core/curation/observation-life.js';
import type { Actor } from '../core/curation/role.js';
import { recordAudit } from '../database/audit-trail.js';
import { loadEvidenceView } from '../evidence/evidence-view.js';
import { Problem } from '../http/problem.js';
import { Writes } from '../http/writes/writes.js';
import { actorOf, type WriteContext } from '../http/writes/write-context.js';
import { Observation } from './observation.entity.js';
import {
  type ObservationList,
  type ObservationRequest,
  ObservationResponse,
  type StatementResponse,
} from './observation.dto.js';
import { readFact, refuseImpossibleDay } from './read-facts.js';
import { refuseAbsent, excludeStatement, recordStatement } from './statement.js';
import { openTicketOfFact } from './ticket.queries.js';

/** More than this for one program help no one; the facts that count are shown with the program itself. */
const MOST_LISTED = 200;

/** Observations of programs by coaches and editors, disputes and undoing. */
@Injectable()
export class ObservationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: Writes,
  ) {}

  observe(
    programId: string,
    { fact, value, how, learnedOn, note }: ObservationRequest,
    context: WriteContext,
  ): Promise<StatementResponse> {
    const actor = actorOf(context);
    return this.writes.perform(context, async (manager) => {
      await refuseAbsent(manager, programId);
      const evidence = await loadEvidenceView(manager);
      const facts = readFact(fact, value, evidence);
      refuseImpossibleDay(learnedOn, facts, today());
      const { observation, tickets } = await recordStatement(
        manager,
        {
          programId,
          standing: 'confirmed',
          facts,
          how,
          learnedOn,
          observerId: actor.id,
          by: actor.name,
          ...(note === undefined ? {} : { note }),
        },
        evidence,
      );
      await recordAudit(manager, {
        actor,
        action: 'observation.tell',
        entity: 'program',
        entityId: programId,
        after: { observation: observation.id, facts, how, learnedOn, tickets },
        requestId: context.requestId,
      });
      return { ...ObservationResponse.of(observation), tickets };
    });
  }

  /** Someone else says that it is wrong: it no longer counts, and an editor must check. */
  dispute(programId: string, id: string, why: string, context: WriteContext): Promise<StatementResponse> {
    const actor = actorOf(context);
    return this.takeBack('dispute', programId, id, why, context, async (manager, observation) => {
      const refused = whyNoDispute(actor, observation);
      if (refused !== undefined) throw new Problem('forbidden', refused);
      const tickets: string[] = [];
      for (const fact of Object.keys(observation.facts)) {
        const ticket = await openTicketOfFact(manager, programId, fact, 'dispute');
        if (ticket !== undefined) tickets.push(ticket);
      }
      return tickets;
    });
  }

  /** An editor undoes it for good. */
  undo(programId: string, id: string, why: string, context: WriteContext): Promise<StatementResponse> {
    return this.takeBack('undo', programId, id, why, context, async () => []);
  }

  /** All observations of a program; the note is for editors only. */
  async list(programId: string, actor: Actor | undefined): Promise<ObservationList> {
    const isKnown = await this.dataSource.query('SELECT 1 FROM program WHERE id = $1', [programId]);
    if (isKnown.length === 0) throw Problem.notFound('program', programId);
    const rows = await this.dataSource.manager.find(Observation, {
      where: { programId },
      order: { learnedOn: 'DESC', createdAt: 'DESC', id: 'ASC' },
      take: MOST_LISTED,
    });
    const isEditor = actor?.roles.includes('directory-editor') === true;
    return {
      observations: rows.map((row) => ({
        ...ObservationResponse.of(row),
        ...(isEditor && row.note !== null ? { note: row.note } : {}),
      })),
    };
  }

  private takeBack(
    act: ObservationAct,
    programId: string,
    id: string,
    why: string,
    context: WriteContext,
    before: (manager: EntityManager, observation: Observation) => Promise<string[]>,
  ): Promise<StatementResponse> {
    return this.writes.perform(context, async (manager) => {
      const observation = await manager.findOneBy(Observation, { id, programId });
      if (!observation) throw Problem.notFound('observation of this program', id);
      const next = afterObservationAct(act, observation.status);
      if ('refused' in next) throw new Problem('conflict', next.refused);
      const tickets = await before(manager, observation);
      const { status } = observation;
      observation.status = next.to;
      const saved = await manager.save(observation);
      await excludeStatement(manager, saved, await loadEvidenceView(manager));
      await recordAudit(manager, {
        actor: actorOf(context),
        action: `observation.${act}`,
        entity: 'program',
        entityId: programId,
        before: { observation: id, status },
        after: { observation: id, status: next.to, tickets },
        why,
        requestId: context.requestId,
      });
      return { ...ObservationResponse.of(saved), tickets };
    });
  }
}
