import {
  Column,
  CreateDateColumn,
  Entity,
  JoinTable,
  ManyToMany,
  OneToMany,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';
import type { ApproachKind, Listing } from '../core/evidence/rating.js';
import type { Condition } from '../core/vocabulary/conditions.js';
import { Citation } from './citations/citation.entity.js';
import { Rating } from './ratings/rating.entity.js';

/** A treatment method, a setting or a kind of help, with what is known about it. */
@Entity('approach')
export class Approach {
  /** Kebab-case, stable. */
  @PrimaryColumn('text')
  code: string;

  @Column('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: ApproachKind;

  @Column('text', { array: true })
  conditions: (Condition | 'any')[];

  @Column('text')
  population: string;

  @Column('text')
  description: string;

  @Column('text')
  listing: Listing;

  @Column('text')
  scope: 'treatment' | 'prevention';

  @Column('text', { array: true })
  cautions: string[];

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @OneToMany(() => Rating, (rating) => rating.approach)
  ratings: Relation<Rating[]>;

  @ManyToMany(() => Citation)
  @JoinTable({
    name: 'approach_citation',
    joinColumn: { name: 'approach_code', referencedColumnName: 'code' },
    inverseJoinColumn: { name: 'citation_id', referencedColumnName: 'id' },
  })
  citations: Relation<Citation[]>;
}
