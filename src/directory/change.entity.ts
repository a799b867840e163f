import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CHANGE_KINDS = ['created', 'changed', 'withdrawn'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_ENTITIES = ['program', 'rating', 'approach', 'citation'] as const;
export type ChangeEntity = (typeof CHANGE_ENTITIES)[number];

/** One row per published change, written in the same transaction; withdrawals included. */
@Entity('change')
export class Change {
  /** Grows with every change; the highest is the version of the directory. */
  @PrimaryColumn('bigint')
  seq: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  entity: ChangeEntity;

  @Column('text', { name: 'entity_id' })
  entityId: string;

  @Column('text')
  kind: ChangeKind;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'import_run_id', nullable: true })
  importRunId: string | null;
}
