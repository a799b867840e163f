import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';
import type { CertaintyReasons, OriginalGrade } from '../../core/curation/rating-version.js';
import type {
  Certainty,
  ComparatorType,
  Direction,
  OutcomeGroup,
  RatingStatus,
} from '../../core/evidence/rating.js';
import type { Condition } from '../../core/vocabulary/conditions.js';
import { Citation } from '../citations/citation.entity.js';
import type { RatedApproach } from './rated-approach.js';

/** One version of a graded claim about an approach for a condition and an outcome, against a comparator. */
@Entity('rating')
export class Rating {
  @PrimaryColumn('uuid')
  id: string;

  /** The same for all versions of one rating: the id of the first. */
  @Column('uuid', { name: 'claim_id' })
  claimId: string;

  /** 1 for the first version, then 2, 3 … */
  @Column('integer')
  edition: number;

  /** Since when it is, or was, public; from then on its content never changes. */
  @Column('timestamptz', { name: 'public_since', nullable: true })
  publicSince: Date | null;

  /** Ids of the keys of its authors; empty for ratings from the registry's files. */
  @Column('uuid', { array: true })
  authors: string[];

  @Column('text', { name: 'author_names', array: true })
  authorNames: string[];

  @Column('text', { name: 'approach_code' })
  approachCode: string;

  // By name: the entity of the approach imports this one, because it lists its ratings.
  @ManyToOne('Approach', 'ratings')
  @JoinColumn({ name: 'approach_code', referencedColumnName: 'code' })
  approach: Relation<RatedApproach>;

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

  /** Code of the approach it was compared with, if that is in the registry. */
  @Column('text', { name: 'comparator_approach', nullable: true })
  comparatorApproach: string | null;

  /** Population in which it was studied: age and setting. */
  @Column('text', { nullable: true })
  population: string | null;

  @Column('text')
  certainty: Certainty;

  @Column('text')
  direction: Direction;

  /** Where the certainty comes from: a published GRADE, or our own provisional draft. */
  @Column('text', { name: 'certainty_source' })
  certaintySource: string;

  @Column('jsonb', { name: 'certainty_reasons', nullable: true })
  certaintyReasons: CertaintyReasons | null;

  /** The effect with its interval, or `null` if not stated. */
  @Column('text', { nullable: true })
  effect: string | null;

  /** Whether the effect was seen in the cited source. */
  @Column('boolean', { name: 'effect_verified' })
  effectVerified: boolean;

  /** Interests of the authors of the cited studies, as far as known. */
  @Column('text', { name: 'study_conflicts', nullable: true })
  studyConflicts: string | null;

  /** A grade of another scheme, as given there. */
  @Column('jsonb', { name: 'original_grade', nullable: true })
  originalGrade: OriginalGrade | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Why this version was made. */
  @Column('text', { name: 'change_note', nullable: true })
  changeNote: string | null;

  /** Its own works; a rating from the registry's files has none and uses those of its approach. */
  @ManyToMany(() => Citation)
  @JoinTable({
    name: 'rating_citation',
    joinColumn: { name: 'rating_id', referencedColumnName: 'id' },
    inverseJoinColumn: { name: 'citation_id', referencedColumnName: 'id' },
  })
  citations: Relation<Citation[]>;

  @Column('text')
  status: RatingStatus;

  /** Reason for its status, if one was required: returned, retracted, reopened. */
  @Column('text', { name: 'status_note', nullable: true })
  statusNote: string | null;

  @Column('uuid', { name: 'reviewer_id', nullable: true })
  reviewerId: string | null;

  /** The impact of publishing, which the reviewer had seen. */
  @Column('uuid', { name: 'impact_id', nullable: true })
  impactId: string | null;

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
