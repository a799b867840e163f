import type { RatingStatus } from '../evidence/rating.js';
import type { Role } from './role.js';

/** What happens to a rating. The last two follow from something else and are nobody's own wish. */
export const RATING_ACTIONS = ['submit', 'return', 'approve', 'retract', 'supersede', 'reopen'] as const;
export type RatingAction = (typeof RATING_ACTIONS)[number];

/** A step that somebody asks for. */
export type AskedAction = Exclude<RatingAction, 'supersede' | 'reopen'>;

/** One step of a rating's life. */
export interface RatingTransition {
  readonly action: RatingAction;
  readonly from: RatingStatus;
  readonly to: RatingStatus;
  /** Who may ask for it; empty where it follows from another act. */
  readonly by: readonly Role[];
  /** Only for a version that never stood before the public. */
  readonly onlyUnpublished?: true;
  /** What stands before the public may only be taken by a reviewer. */
  readonly publicBy?: readonly Role[];
}

/**
 * The life of a rating: draft → in review → published → superseded or retracted. What is not in this table does not
 * happen.
 */
export const RATING_TRANSITIONS: readonly RatingTransition[] = [
  { action: 'submit', from: 'draft', to: 'in_review', by: ['author'] },
  // What was public is never edited again: it is approved anew, retracted, or superseded by a new version.
  { action: 'return', from: 'in_review', to: 'draft', by: ['reviewer'], onlyUnpublished: true },
  { action: 'approve', from: 'in_review', to: 'published', by: ['reviewer'] },
  { action: 'retract', from: 'draft', to: 'retracted', by: ['author', 'reviewer'], publicBy: ['reviewer'] },
  { action: 'retract', from: 'in_review', to: 'retracted', by: ['reviewer'] },
  { action: 'retract', from: 'published', to: 'retracted', by: ['reviewer'] },
  // A later version was approved.
  { action: 'supersede', from: 'draft', to: 'superseded', by: [] },
  { action: 'supersede', from: 'in_review', to: 'superseded', by: [] },
  { action: 'supersede', from: 'published', to: 'superseded', by: [] },
  // A work that it stands on was retracted, or doubted by its journal.
  { action: 'reopen', from: 'published', to: 'in_review', by: [] },
];

/** The step from where a rating stands, or `undefined` where there is none. */
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

/** Why a rating in this state cannot be moved so, with the states from which it could be. */
export function whyNoTransition(action: AskedAction, from: RatingStatus): string {
  const origins = RATING_TRANSITIONS.filter((one) => one.action === action).map((one) => IN_WORDS[one.from]);
  return `This version is ${IN_WORDS[from]}: only one that is ${origins.join(' or ')} can be ${DONE[action]}.`;
}
