import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import type { AuthorName, CitationRecord, Retraction } from '../../core/evidence/citation-record.js';

/** A published work that a rating is based on. */
@Entity('citation')
export class Citation implements CitationRecord {
  @PrimaryColumn('uuid')
  id: string;

  /** DOI, else PMID, else Cochrane number, else the text: normalised, one citation each. */
  @Column('text')
  key: string;

  /** Authors, title or journal in one line, as far as recorded. */
  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  title: string | null;

  /** In the order given by the work. */
  @Column('jsonb', { nullable: true })
  authors: AuthorName[] | null;

  @Column('text', { nullable: true })
  journal: string | null;

  @Column('integer', { nullable: true })
  year: number | null;

  @Column('text', { nullable: true })
  volume: string | null;

  @Column('text', { nullable: true })
  issue: string | null;

  /** Pages, or the number of the article. */
  @Column('text', { nullable: true })
  pages: string | null;

  @Column('text', { nullable: true })
  url: string | null;

  /** Kind of study, in the source's words. */
  @Column('text', { nullable: true })
  design: string | null;

  /** Who was studied. */
  @Column('text', { nullable: true })
  population: string | null;

  /** Who paid for the work. */
  @Column('text', { nullable: true })
  funding: string | null;

  /** Interests declared by the authors of the work. */
  @Column('text', { name: 'conflict_of_interest', nullable: true })
  conflictOfInterest: string | null;

  @Column('text', { nullable: true })
  doi: string | null;

  /** `false`: the DOI was not seen in a source and must be resolved before release. */
  @Column('boolean', { name: 'doi_seen' })
  doiSeen: boolean;

  @Column('text', { nullable: true })
  pmid: string | null;

  @Column('text', { nullable: true })
  cochrane: string | null;

  /** Where the work, and its result as far as recorded, was seen; `null` if it was not. */
  @Column('text', { name: 'verified_at', nullable: true })
  verifiedAt: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Formatted in the default style, updated with every change of its fields; `null` without a title. */
  @Column('text', { nullable: true })
  reference: string | null;

  @Column('text', { default: 'none' })
  retraction: Retraction;

  @Column('date', { name: 'retraction_on', nullable: true })
  retractionOn: string | null;

  /** URL or DOI of the notice. */
  @Column('text', { name: 'retraction_notice', nullable: true })
  retractionNotice: string | null;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
