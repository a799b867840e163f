import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import type { LearnedBy, ObservationStatus, ObservedStanding } from '../core/curation/observation-life.js';
import type { StatedFacts } from '../core/directory/source-record.js';

/** What one person reported about one program: a coach who phoned, an editor who checked, the provider in writing. */
@Entity('observation')
export class Observation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @Column('text')
  standing: ObservedStanding;

  @Column('jsonb')
  facts: StatedFacts;

  @Column('text')
  how: LearnedBy;

  @Column('date', { name: 'learned_on' })
  learnedOn: string;

  /** The first day on which none of it counts any more, if that is before the shelf lives of the facts. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: string | null;

  /** Id of the key; `null` for a provider with a signed link. */
  @Column('uuid', { name: 'observer_id', nullable: true })
  observerId: string | null;

  /** As it is shown. */
  @Column('text', { name: 'observer_name' })
  observerName: string;

  /** For the desk only. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  status: ObservationStatus;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
