import type { RatingStatus } from '../evidence/rating.js';
import type { Role } from './role.js';

/** What happens to a rating. The last two follow from other events and are not requested by anyone. */
export const RATING_ACTIONS = ['submit', 'return', 'approve', 'retract', 'supersede', 'reopen'] as const;
export type RatingAction = (typeof RATING_ACTIONS)[number];

/** A step that a person requests. */
export type AskedAction = Exclude<RatingAction, 'supersede' | 'reopen'>;

/** One transition in the lifecycle of a rating. */
export interface RatingTransition {
  readonly action: RatingAction;
  readonly from: RatingStatus;
  readonly to: RatingStatus;
  /** Roles that may request it; empty if it follows from another act. */
  readonly by: readonly Role[];
  /** Only for a version that was never public. */
  readonly onlyUnpublished?: true;
  /** For a version that is or was public, only reviewers may take this step. */
  readonly publicBy?: readonly Role[];
}

/**
 * The lifecycle of a rating: draft → in review → published → superseded or retracted. All transitions are in this
 * table.
 */
export const RATING_TRANSITIONS: readonly RatingTransition[] = [
  { action: 'submit', from: 'draft', to: 'in_review', by: ['author'] },
  // A version that was public is never edited again: it is approved again, retracted, or superseded by a new version.
  { action: 'return', from: 'in_review', to: 'draft', by: ['reviewer'], onlyUnpublished: true },
  { action: 'approve', from: 'in_review', to: 'published', by: ['reviewer'] },
  { action: 'retract', from: 'draft', to: 'retracted', by: ['author', 'reviewer'], publicBy: ['reviewer'] },
  { action: 'retract', from: 'in_review', to: 'retracted', by: ['reviewer'] },
  { action: 'retract', from: 'published', to: 'retracted', by: ['reviewer'] },
  // A later version was approved.
  { action: 'supersede', from: 'draft', to: 'superseded', by: [] },
  { action: 'supersede', from: 'in_review', to: 'superseded', by: [] },
  { action: 'supersede', from: 'published', to: 'superseded', by: [] },
  // A cited work was retracted, or its journal expressed concern.
  { action: 'reopen', from: 'published', to: 'in_review', by: [] },
];

/** The transition from the current status, or `undefined` if there is none. */
export function transitionFor(action: RatingAction, from: RatingStatus): RatingTransition | undefined {
  return RATING_TRANSITIONS.find((one) => one.action === action && one.from === from);
}

const IN_WORDS: Readonly<Record<RatingStatus, string>> = {
  draft: 'a draft',
  in_review: 'in review',
  published: 'published',
  superseded: 'superseded by a later version',
  retracted: 'retracted',
};

const DONE: Readonly<Record<AskedAction, string>> = {
  submit: 'submitted for review',
  return: 'returned to its author',
  approve: 'approved',
  retract: 'retracted',
};

/** Why a rating in this status cannot be moved in this way, with the statuses from which it could. */
export function whyNoTransition(action: AskedAction, from: RatingStatus): string {
  const origins = RATING_TRANSITIONS.filter((one) => one.action === action).map((one) => IN_WORDS[one.from]);
  return `This version is ${IN_WORDS[from]}: only one that is ${origins.join(' or ')} can be ${DONE[action]}.`;
}
