import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** A published work that a rating stands on. */
@Entity('citation')
export class Citation {
  @PrimaryColumn('uuid')
  id: string;

  /** DOI, else PMID, else Cochrane number, else the text: normalised, one citation each. */
  @Column('text')
  key: string;

  @Column('text')
  text: string;

  @Column('integer', { nullable: true })
  year: number | null;

  /** Kind of study, in the source's words. */
  @Column('text', { nullable: true })
  design: string | null;

  @Column('text', { nullable: true })
  doi: string | null;

  /** `false`: the DOI was not seen in a source and has to be resolved before release. */
  @Column('boolean', { name: 'doi_seen' })
  doiSeen: boolean;

  @Column('text', { nullable: true })
  pmid: string | null;

  @Column('text', { nullable: true })
  cochrane: string | null;

  /** Where the work, and as far as noted its result, was seen; `null` when it was not. */
  @Column('text', { name: 'verified_at', nullable: true })
  verifiedAt: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
