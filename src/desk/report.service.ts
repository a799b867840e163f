import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import { today } from '../config/today.js';
import { afterTicketAct, daysToClose, type TicketAct } from '../core/curation/ticket-life.js';
import { addDays } from '../core/directory/shelf-life.js';
import { PUBLIC, recordAudit } from '../database/audit-trail.js';
import { Cursors } from '../http/pages/cursors.js';
import { deleteAnswersTo } from '../http/writes/idempotency.js';
import { pageOf } from '../http/pages/page-of.js';
import { Problem } from '../http/problem.js';
import { Writes } from '../http/writes/writes.js';
import { actorOf, type WriteContext } from '../http/writes/write-context.js';
import {
  type CloseRequest,
  type ReportRequest,
  ReportStatus,
  type TakeRequest,
  type TicketPage,
  type TicketQuery,
  TicketResponse,
} from './report.dto.js';
import { MOST_REPORTS_OF_ONE, ReportSenders } from './report-senders.js';
import { refuseAbsent } from './statement.js';
import { Ticket } from './ticket.entity.js';
import { findTickets, openReportsOf, type TicketPosition } from './ticket.queries.js';

const DEFAULT_LIMIT = 50;
/** More open reports than this on one program give the desk no new information. */
const MOST_OPEN_REPORTS = 50;
const DAY_SECONDS = 86_400;

/** Reports of the public and other tickets on programs: received, taken, closed. */
@Injectable()
export class ReportService {
  private readonly senders = new ReportSenders();

  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: Writes,
    private readonly cursors: Cursors,
  ) {}

  /** The text is stored in the ticket only: not in the answer, and not in the audit trail. */
  receive(programId: string, request: ReportRequest, context: WriteContext): Promise<ReportStatus> {
    return this.writes.perform(context, async (manager) => {
      await refuseAbsent(manager, programId);
      if ((await openReportsOf(manager, programId)) >= MOST_OPEN_REPORTS)
        throw new Problem(
          'conflict',
          `There are ${MOST_OPEN_REPORTS} open reports on this program already; they are being reviewed.`,
        );
      if (!context.actor && !this.senders.mayReport(programId, context.network))
        throw new Problem(
          'too-many-requests',
          `Your network has sent ${MOST_REPORTS_OF_ONE} reports on this program today; they are being reviewed. A key has no such limit.`,
          [],
          { headers: { 'retry-after': String(DAY_SECONDS) } },
        );
      const day = today();
      const ticket = await manager.save(
        manager.create(Ticket, {
          id: uuidV4(),
          programId,
          origin: 'report',
          about: request.about,
          wrong: request.wrong,
          rightValue: request.right ?? null,
          state: 'open',
          receivedOn: day,
          dueOn: addDays(day, daysToClose(request.about)),
          takenBy: null,
          takenByName: null,
          closedOn: null,
          outcome: null,
        }),
      );
      const status = ReportStatus.of(ticket);
      await recordAudit(manager, {
        actor: context.actor ?? PUBLIC,
        action: 'report.receive',
        entity: 'report',
        entityId: ticket.id,
        after: status,
        requestId: context.requestId,
      });
      return status;
    });
  }

  async status(id: string): Promise<ReportStatus> {
    return ReportStatus.of(await find(this.dataSource.manager, id));
  }

  async list(query: TicketQuery): Promise<TicketPage> {
    const { state = ['open', 'taken'], overdue = false, programId, cursor, limit = DEFAULT_LIMIT } = query;
    const codec = await this.cursors.codec();
    const kind = `tickets ${JSON.stringify({ state, overdue, programId })}`;
    const day = today();
    const rows = await findTickets(this.dataSource.manager, {
      states: state,
      limit: limit + 1,
      ...(programId === undefined ? {} : { programId }),
      ...(overdue ? { overdueOn: day } : {}),
      ...(cursor === undefined ? {} : { after: codec.decode(kind, cursor) as TicketPosition }),
    });
    const { page, last } = pageOf(rows, limit);
    return {
      reports: page.map((ticket) => TicketResponse.of(ticket, day)),
      ...(last ? { nextCursor: codec.encode(kind, { dueOn: last.dueOn, id: last.id }) } : {}),
    };
  }

  take(id: string, { why }: TakeRequest, context: WriteContext): Promise<TicketResponse> {
    const { id: takenBy, name: takenByName } = actorOf(context);
    return this.act('take', id, context, { takenBy, takenByName }, why);
  }

  /** The text is erased even if it was an answer: it may name a person. */
  close(id: string, { outcome, why }: CloseRequest, context: WriteContext): Promise<TicketResponse> {
    return this.act('close', id, context, { outcome, closedOn: today(), wrong: null, rightValue: null }, why);
  }

  private act(
    act: TicketAct,
    id: string,
    context: WriteContext,
    changes: Partial<Ticket>,
    why?: string,
  ): Promise<TicketResponse> {
    return this.writes.perform(context, async (manager) => {
      const ticket = await find(manager, id);
      const before = ReportStatus.of(ticket);
      const next = afterTicketAct(act, ticket.state);
      if ('refused' in next) throw new Problem('conflict', next.refused);
      const saved = await manager.save(Object.assign(ticket, changes, { state: next.to }));
      // The answer to the editor who took it contains the text that is erased now.
      if (act === 'close') await deleteAnswersTo(manager, `POST /v1/reports/${id}/take`);
      await recordAudit(manager, {
        actor: actorOf(context),
        action: `report.${act}`,
        entity: 'report',
        entityId: id,
        before,
        after: ReportStatus.of(saved),
        ...(why === undefined ? {} : { why }),
        requestId: context.requestId,
      });
      return TicketResponse.of(saved, today());
    });
  }
}

async function find(manager: EntityManager, id: string): Promise<Ticket> {
  const ticket = await manager.findOneBy(Ticket, { id });
  if (!ticket) throw Problem.notFound('report', id);
  return ticket;
}
