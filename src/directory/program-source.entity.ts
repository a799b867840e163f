import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';
import type { Standing, StatedFacts } from '../core/directory/source-record.js';
import { Program } from './program.entity.js';

/** The record of one source about one program, unchanged. Resolving never changes it. */
@Entity('program_source')
export class ProgramSource {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @ManyToOne(() => Program)
  @JoinColumn({ name: 'program_id' })
  program: Relation<Program>;

  @Column('text')
  source: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('date', { name: 'as_of' })
  asOf: string;

  @Column('text')
  standing: Standing;

  @Column('jsonb')
  facts: StatedFacts;

  /** The original text of the source by column. */
  @Column('jsonb')
  verbatim: Record<string, string>;

  /** Who stated it, as shown; if a person or a representative did. */
  @Column('text', { name: 'said_by', nullable: true })
  saidBy: string | null;

  /** The key of the observer; never shown. */
  @Column('uuid', { nullable: true })
  observer: string | null;

  /** How it was learned: a call, a visit, a certificate. */
  @Column('text', { nullable: true })
  how: string | null;

  /** The first day on which it no longer counts, if it expires by itself. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: string | null;

  /** Digest of everything that this record contributes to its program; if equal, there is nothing to write. */
  @Column('text')
  digest: string;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
