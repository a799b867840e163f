import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import type { TicketOrigin, TicketOutcome, TicketState } from '../core/curation/ticket-life.js';

/** Something about a program that an editor must check. */
@Entity('ticket')
export class Ticket {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @Column('text')
  origin: TicketOrigin;

  /** A fact, or a matter of the listing such as `phone`. */
  @Column('text')
  about: string;

  /** What the public wrote; for the desk only, and erased when the ticket is closed. */
  @Column('text', { nullable: true })
  wrong: string | null;

  @Column('text', { name: 'right_value', nullable: true })
  rightValue: string | null;

  @Column('text')
  state: TicketState;

  @Column('date', { name: 'received_on' })
  receivedOn: string;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('uuid', { name: 'taken_by', nullable: true })
  takenBy: string | null;

  @Column('text', { name: 'taken_by_name', nullable: true })
  takenByName: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('text', { nullable: true })
  outcome: TicketOutcome | null;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
