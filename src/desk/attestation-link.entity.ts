import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A signed link that an editor sent to a provider, valid for one statement. Its token is not stored. */
@Entity('attestation_link')
export class AttestationLink {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @Column('uuid', { name: 'made_by' })
  madeBy: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** The statement it was used for. */
  @Column('uuid', { name: 'observation_id', nullable: true })
  observationId: string | null;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
