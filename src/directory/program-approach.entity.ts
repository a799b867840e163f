import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Standing } from '../core/directory/source-record.js';

/** A program's claim to deliver an approach of the registry: resolved, with its source and date. */
@Entity('program_approach')
export class ProgramApproach {
  @PrimaryColumn('uuid', { name: 'program_id' })
  programId: string;

  @PrimaryColumn('text', { name: 'approach_code' })
  approachCode: string;

  @Column('text')
  provenance: Standing;

  @Column('text')
  source: string;

  @Column('date', { name: 'as_of' })
  asOf: string;
}
