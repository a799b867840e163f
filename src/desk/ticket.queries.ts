import { v4 as uuidV4 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { today } from '../config/today.js';
import { daysToClose, type TicketOrigin, type TicketState } from '../core/curation/ticket-life.js';
import { addDays } from '../core/directory/shelf-life.js';
import { Ticket } from './ticket.entity.js';

/** Opens a ticket without a report, unless one on this fact is open. Returns its id if it is new. */
export async function openTicketOfFact(
  manager: EntityManager,
  programId: string,
  about: string,
  origin: Exclude<TicketOrigin, 'report' | 'unlisted'>,
): Promise<string | undefined> {
  const day = today();
  const [row]: { id: string }[] = await manager.query(
    `INSERT INTO ticket (id, program_id, origin, about, received_on, due_on) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (program_id, about) WHERE origin <> 'report' AND state <> 'closed' DO NOTHING RETURNING id`,
    [uuidV4(), programId, origin, about, day, addDays(day, daysToClose(about))],
  );
  return row?.id;
}

/** Number of open reports by the public on this program. */
export async function openReportsOf(manager: EntityManager, programId: string): Promise<number> {
  return manager
    .createQueryBuilder(Ticket, 't')
    .where(`t.programId = :programId AND t.origin = 'report' AND t.state <> 'closed'`, { programId })
    .getCount();
}

/** The position at which a page of tickets ended. */
export interface TicketPosition {
  readonly dueOn: string;
  readonly id: string;
}

/** Tickets from a position on, earliest due date first. `overdueOn`: only those due before that day. */
export async function findTickets(
  manager: EntityManager,
  wanted: {
    readonly states: readonly TicketState[];
    readonly programId?: string;
    readonly overdueOn?: string;
    readonly after?: TicketPosition;
    readonly limit: number;
  },
): Promise<Ticket[]> {
  const { states, programId, overdueOn, after, limit } = wanted;
  const query = manager
    .createQueryBuilder(Ticket, 't')
    .where('t.state IN (:...states)', { states })
    .orderBy('t.dueOn')
    .addOrderBy('t.id')
    .limit(limit);
  if (programId !== undefined) query.andWhere('t.programId = :programId', { programId });
  if (overdueOn !== undefined) query.andWhere(`t.dueOn < :overdueOn AND t.state <> 'closed'`, { overdueOn });
  if (after) query.andWhere('(t.dueOn, t.id) > (:dueOn, :id)', after);
  return query.getMany();
}
