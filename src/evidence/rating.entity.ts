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
import type {
  Certainty,
  ComparatorType,
  Direction,
  OutcomeGroup,
  RatingStatus,
} from '../core/evidence/rating.js';
import type { Condition } from '../core/vocabulary/conditions.js';
import type { Approach } from './approach.entity.js';

/** Why the certainty is what it is, by GRADE domain, and who stated it. */
export interface CertaintyReasons {
  riskOfBias?: string;
  inconsistency?: string;
  indirectness?: string;
  imprecision?: string;
  publicationBias?: string;
  other?: string;
  statedBy?: string;
  source?: string;
}

/** A graded claim about an approach for a condition and an outcome, against a comparator. */
@Entity('rating')
export class Rating {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'approach_code' })
  approachCode: string;

  // By name: an import would close a circle with the approach, which lists its ratings.
  @ManyToOne('Approach', 'ratings')
  @JoinColumn({ name: 'approach_code', referencedColumnName: 'code' })
  approach: Relation<Approach>;

  @Column('text')
  condition: Condition | 'any';

  @Column('text')
  outcome: string;

  /** What the outcome is about, for the matching policy; our classification. */
  @Column('text', { name: 'outcome_group' })
  outcomeGroup: OutcomeGroup;

  @Column('text')
  comparator: string;

  @Column('text', { name: 'comparator_type' })
  comparatorType: ComparatorType;

  /** Code of the approach it was compared with, where that is one of the registry. */
  @Column('text', { name: 'comparator_approach', nullable: true })
  comparatorApproach: string | null;

  @Column('text')
  certainty: Certainty;

  @Column('text')
  direction: Direction;

  /** Where the certainty comes from: a published GRADE, or our own provisional draft. */
  @Column('text', { name: 'certainty_source' })
  certaintySource: string;

  @Column('jsonb', { name: 'certainty_reasons', nullable: true })
  certaintyReasons: CertaintyReasons | null;

  /** The effect with its interval, or `null` when not stated. */
  @Column('text', { nullable: true })
  effect: string | null;

  /** Whether the effect was seen in the cited source. */
  @Column('boolean', { name: 'effect_verified' })
  effectVerified: boolean;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  status: RatingStatus;

  @Column('text', { nullable: true })
  reviewer: string | null;

  @Column('date', { name: 'reviewed_on', nullable: true })
  reviewedOn: string | null;

  @Column('text', { name: 'conflict_of_interest' })
  conflictOfInterest: string;

  @Column('date', { name: 'drafted_on' })
  draftedOn: string;

  @Column('date', { name: 'next_review_on' })
  nextReviewOn: string;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
