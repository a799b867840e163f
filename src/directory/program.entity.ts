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
import type { ResolvedFacts } from '../core/directory/resolved-facts.js';
import { Location } from './location.entity.js';
import { Organization } from './organization.entity.js';

export const PROGRAM_STATUSES = ['published', 'withdrawn'] as const;
export type ProgramStatus = (typeof PROGRAM_STATUSES)[number];

/** Fields that an editor may correct in place of the source; `null` removes the value of the source. */
export interface ContactCorrections {
  readonly name?: string;
  readonly nameDetail?: string | null;
  readonly phone?: string | null;
  readonly intakePhones?: readonly string[];
  readonly website?: string | null;
}

/** A treatment offer at a place or by telehealth, with the one set of facts resolved from its sources. */
@Entity('program')
export class Program {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @ManyToOne(() => Organization)
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;

  @Column('uuid', { name: 'location_id' })
  locationId: string;

  @ManyToOne(() => Location)
  @JoinColumn({ name: 'location_id' })
  location: Relation<Location>;

  @Column('text')
  name: string;

  /** Second line of the name, as printed by the source. */
  @Column('text', { name: 'name_detail', nullable: true })
  nameDetail: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'intake_phones', array: true })
  intakePhones: string[];

  @Column('text', { nullable: true })
  website: string | null;

  @Column('text')
  status: ProgramStatus;

  /** Fictional, for demonstration; every response that shows it says so. */
  @Column('boolean')
  fictional: boolean;

  @Column('jsonb')
  facts: ResolvedFacts;

  /** The day on which the next fact passes its shelf life. */
  @Column('date', { name: 'resolve_again_on', nullable: true })
  resolveAgainOn: string | null;

  /** Strength of evidence by condition, 0 to 1, by the current policy; used only to sort searches. */
  @Column('jsonb', { name: 'evidence_strength', select: false })
  evidenceStrength: Record<string, number>;

  @Column('text', { name: 'search_text', select: false })
  searchText: string;

  /** Codes that are yes for the program, as `payer:medicaid`: for filters and facets only. */
  @Column('text', { array: true, select: false })
  tags: string[];

  /** The lowest known price per week, in US cents; for the filter only. */
  @Column('integer', { name: 'lowest_weekly_price', nullable: true, select: false })
  lowestWeeklyPrice: number | null;

  /** Names and contacts as corrected by an editor: they replace those of the source at every import. */
  @Column('jsonb', { select: false })
  corrections: ContactCorrections;

  /** An editor withdrew it: no import brings it back. */
  @Column('boolean', { name: 'withdrawn_at_desk', select: false })
  withdrawnAtDesk: boolean;

  @Column('text')
  source: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('date', { name: 'source_as_of' })
  sourceAsOf: string;

  /** When a curator or a visit last verified any fact; not the same as `updatedAt`. */
  @Column('date', { name: 'verified_on', nullable: true })
  verifiedOn: string | null;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
