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

/** A report by the public that something is wrong. Please name no person, and say nothing about anyone's treatment. */
export class ReportRequest {
  /** Name of a fact, or `name`, `phone`, `website`, `address`, `closed`, `other`. */
  @Code(TICKET_MATTERS, { name: 'Matter' })
  about: string;

  @Text({ max: 1000, description: 'What is wrong. Read by an editor, and erased when the report is closed.' })
  wrong: string;

  @Text({
    optional: true,
    max: 1000,
    description: 'What it should say instead. Erased when the report is closed.',
  })
  right?: string;
}

/** The public view of a report: its state, and never its text. */
export class ReportStatus {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  programId: string;

  @ApiProperty({ example: 'phone' })
  about: string;

  /**
   * `report`: reported by the public. `disagreement`, `dispute`: observers disagree. `unlisted`: its source names the
   * program no more; is it still there?
   */
  @ApiProperty({ enum: TICKET_ORIGINS })
  origin: TicketOrigin;

  @ApiProperty({ enum: TICKET_STATES })
  state: TicketState;

  @ApiProperty({ format: 'date' })
  receivedOn: string;

  /** The day by which it must be closed: after 14 days, or 3 if a wrong fact can cause harm. */
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
  /** What the public wrote; `null` if nothing was written, and once it is closed. */
  @ApiProperty({ type: String, nullable: true })
  wrong: string | null;

  @ApiProperty({ type: String, nullable: true })
  right: string | null;

  /** Past its due date and not closed. */
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

/** Which tickets to list; by default those that are not closed. */
export class TicketQuery {
  /** One or more, separated by commas. */
  @QueryCodes(TICKET_STATES)
  state?: TicketState[];

  /** Only overdue tickets. */
  @QueryYesNo()
  overdue?: boolean;

  /** Only tickets about this program. */
  @Uuid({ optional: true })
  programId?: string;

  /** `nextCursor` of the previous page. */
  @Text({ optional: true, max: 4096 })
  cursor?: string;

  /** Tickets per page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;
}

export class TicketPage {
  /** Earliest due date first. */
  @ApiProperty({ type: () => TicketResponse, isArray: true })
  reports: TicketResponse[];

  /** `cursor` of the next page; absent on the last page. */
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

  @Text({
    max: 500,
    description: 'For the audit trail. Do not repeat what the public wrote, and give no names.',
  })
  why: string;
}
