import { ApiProperty } from '@nestjs/swagger';
import {
  TICKET_MATTERS,
  TICKET_ORIGINS,
  TICKET_OUTCOMES,
  TICKET_STATES,
  type TicketOrigin,
  type TicketOutcome,
  type TicketState,
} from '../core/curation/ticket-life.js';
import { Code, QueryCodes } from '../http/validation/codes.decorators.js';
import { QueryNumber, QueryYesNo, Text, Uuid } from '../http/validation/value.decorators.js';
import type { Ticket } from './ticket.entity.js';

/** "This is wrong": a report of the public. Please name no person, and tell nothing about anybody's treatment. */
export class ReportRequest {
  /** A fact by its name, or `name`, `phone`, `website`, `address`, `closed`, `other`. */
  @Code(TICKET_MATTERS, { name: 'Matter' })
  about: string;

  @Text({ max: 1000, description: 'What is wrong. Read by an editor, and erased once the report is closed.' })
  wrong: string;

  @Text({ optional: true, max: 1000, description: 'What it should say. Erased with the rest.' })
  right?: string;
}

/** A report as anybody may see it: where it stands, and never what was written in it. */
export class ReportStatus {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  programId: string;

  @ApiProperty({ example: 'phone' })
  about: string;

  /** `report`: somebody told us; `disagreement`, `dispute`: people who asked the program do not agree. */
  @ApiProperty({ enum: TICKET_ORIGINS })
  origin: TicketOrigin;

  @ApiProperty({ enum: TICKET_STATES })
  state: TicketState;

  @ApiProperty({ format: 'date' })
  receivedOn: string;

  /** By when it is to be closed: 14 days, and 3 where a wrong word can hurt somebody. */
  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  closedOn: string | null;

  @ApiProperty({ enum: [...TICKET_OUTCOMES, null], type: String, nullable: true })
  outcome: TicketOutcome | null;

  static of(ticket: Ticket): ReportStatus {
    const { id, programId, about, origin, state, receivedOn, dueOn, closedOn, outcome } = ticket;
    return { id, programId, about, origin, state, receivedOn, dueOn, closedOn, outcome };
  }
}

/** A ticket as the desk sees it. */
export class TicketResponse extends ReportStatus {
  /** What the public wrote; `null` where nobody wrote, and once it is closed. */
  @ApiProperty({ type: String, nullable: true })
  wrong: string | null;

  @ApiProperty({ type: String, nullable: true })
  right: string | null;

  /** Past its day and not closed. */
  overdue: boolean;

  /** Who took it. */
  @ApiProperty({ type: String, nullable: true })
  takenBy: string | null;

  /** @param today YYYY-MM-DD */
  static override of(ticket: Ticket, today = ''): TicketResponse {
    return {
      ...ReportStatus.of(ticket),
      wrong: ticket.wrong,
      right: ticket.rightValue,
      overdue: ticket.state !== 'closed' && ticket.dueOn < today,
      takenBy: ticket.takenByName,
    };
  }
}

/** Which tickets to read; those that are not closed when nothing is asked. */
export class TicketQuery {
  /** Several may be given, separated by commas. */
  @QueryCodes(TICKET_STATES)
  state?: TicketState[];

  /** Only those past their day. */
  @QueryYesNo()
  overdue?: boolean;

  /** Only tickets about this program. */
  @Uuid({ optional: true })
  programId?: string;

  /** Where to go on: what the page before gave as `nextCursor`. */
  @Text({ optional: true, max: 4096 })
  cursor?: string;

  /** Tickets of a page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;
}

export class TicketPage {
  /** What is due first comes first. */
  @ApiProperty({ type: () => TicketResponse, isArray: true })
  reports: TicketResponse[];

  /** Continues the list; absent at the end. */
  nextCursor?: string;
}

export class TakeRequest {
  static readonly bodyMayBeLeftOut = true;

  @Text({ optional: true, max: 500, description: 'For the audit trail.' })
  why?: string;
}

export class CloseRequest {
  @Code(TICKET_OUTCOMES)
  outcome: TicketOutcome;

  @Text({ max: 500, description: 'For the audit trail. Nothing of what the public wrote, and no name.' })
  why: string;
}
