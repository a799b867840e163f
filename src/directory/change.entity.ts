import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `merged`: it is another program; `split`: it is one of its own again. Both are of programs alone. */
export const CHANGE_KINDS = ['created', 'changed', 'withdrawn', 'merged', 'split'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Whether an entity has changes of this kind. */
export function hasChangeKind(entity: ChangeEntity, kind: ChangeKind): boolean {
  return entity === 'program' || (kind !== 'merged' && kind !== 'split');
}

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

  /** The other program of a merge or a split. */
  @Column('text', { name: 'other_id', nullable: true })
  otherId: string | null;

  @Column('uuid', { name: 'import_run_id', nullable: true })
  importRunId: string | null;
}
