import type { Actor, Role } from './role.js';
import { missingFields, type MissingField } from './missing-fields.js';
import { type AskedAction, type RatingAction, transitionFor, whyNoTransition } from './rating-life.js';
import {
  type CitedWork,
  isOpen,
  isStanding,
  type RatingReview,
  type RatingVersion,
} from './rating-version.js';
import type { RatingStatus } from '../evidence/rating.js';
import { yearsOn } from './years-on.js';

/** One version moved from one state to another. */
export interface RatingStep {
  readonly id: string;
  readonly action: RatingAction;
  readonly from: RatingStatus;
  readonly to: RatingStatus;
}

/**
 * Why an act is refused: `forbidden` to this person, in `conflict` with the state, or `incomplete` with the fields
 * that are missing.
 */
export interface Refusal {
  readonly kind: 'forbidden' | 'conflict' | 'incomplete';
  readonly reason: string;
  readonly missing?: readonly MissingField[];
}

/** The outcome of an act: the steps in the order to take them, or the reason for refusal. */
export type RatingDecision = { readonly steps: readonly RatingStep[] } | { readonly refused: Refusal };

/** Everything that a decision on one version depends on. */
export interface RatingQuestion {
  readonly action: AskedAction;
  readonly by: Actor;
  readonly version: RatingVersion;
  /** Every version of the same rating, including this one. */
  readonly versions: readonly RatingVersion[];
  readonly works: readonly CitedWork[];
  /** Approach of the rating, and the approaches in which this person declared an interest. */
  readonly approach: string;
  readonly declaredInterests: readonly string[];
  /** For an approval: what the reviewer signs. */
  readonly review?: RatingReview;
  /** Whether the impact named in the review is still the impact of publishing this version now. */
  readonly impact?: 'current' | 'outdated' | 'unknown';
}

/** The longest period after which a rating must be reviewed again. */
export const LONGEST_REVIEW_YEARS = 3;

/**
 * Decides whether a person may move a version, and which other versions move with it: an approved version replaces the
 * published one. An author cannot approve their own version; a reviewer with a declared interest in the approach cannot
 * review it.
 */
export function decideOnRating(question: RatingQuestion): RatingDecision {
  const { action, by, version } = question;
  const transition = transitionFor(action, version.status);
  if (!transition) return refuse('conflict', whyNoTransition(action, version.status));
  const allowed = version.isPublic ? (transition.publicBy ?? transition.by) : transition.by;
  if (!allowed.some((role: Role) => by.roles.includes(role)))
    return refuse(
      'forbidden',
      `This needs the role ${allowed.join(' or ')}; this key has ${by.roles.join(', ')}.`,
    );
  if (transition.onlyUnpublished && version.isPublic)
    return refuse(
      'conflict',
      'This version was public, and its content cannot be edited: approve it again, retract it, or draft a new ' +
        'version.',
    );
  const refusal = REFUSALS[action]?.(question);
  if (refusal) return { refused: refusal };
  return { steps: stepsOf(question, transition.to) };
}

/** What a step needs besides the role and the status. */
const REFUSALS: Readonly<Partial<Record<AskedAction, (question: RatingQuestion) => Refusal | undefined>>> = {
  submit: refuseSubmission,
  approve: refuseApproval,
};

/** A reviewer could only return what lacks a field, so its author learns of every one when submitting it. */
function refuseSubmission({ version, works }: RatingQuestion): Refusal | undefined {
  const missing = missingFields(version.content, version.edition, works);
  return missing.length === 0
    ? undefined
    : { kind: 'incomplete', reason: 'A rating needs all minimal fields before it can be reviewed.', missing };
}

function refuseApproval(question: RatingQuestion): Refusal | undefined {
  const { by, version, works, approach, declaredInterests, review, impact } = question;
  if (version.authors.includes(by.id))
    return {
      kind: 'forbidden',
      reason: 'The author of a rating cannot approve it; another reviewer has to.',
    };
  if (declaredInterests.includes(approach))
    return {
      kind: 'forbidden',
      reason: `You declared an interest in ${approach}; a reviewer without one has to approve it.`,
    };
  const missing = [...missingFields(version.content, version.edition, works), ...unsigned(review, impact)];
  if (missing.length > 0)
    return {
      kind: 'incomplete',
      reason: 'A rating needs all minimal fields before it can be published.',
      missing,
    };
  if (impact !== 'current')
    return {
      kind: 'conflict',
      reason: 'The version or the evidence has changed since that impact was calculated; calculate it again.',
    };
  return undefined;
}

/** What is missing or invalid in what the reviewer signs. */
function unsigned(review: RatingReview | undefined, impact: RatingQuestion['impact']): MissingField[] {
  if (!review) return [{ pointer: '', message: 'an approval needs a review' }];
  const missing: MissingField[] = [];
  if (impact === undefined || impact === 'unknown')
    missing.push({
      pointer: '/impact',
      message: 'give the id of the impact that you saw; POST /v1/ratings/{id}/impact calculates it',
    });
  if (review.conflictStatement.trim() === '')
    missing.push({
      pointer: '/conflictStatement',
      message: 'state your interests; write "none" if you have none',
    });
  if (review.nextReviewOn <= review.reviewedOn)
    missing.push({ pointer: '/nextReviewOn', message: 'must be after the day of the review' });
  else if (review.nextReviewOn > yearsOn(review.reviewedOn, LONGEST_REVIEW_YEARS))
    missing.push({
      pointer: '/nextReviewOn',
      message: `must be within ${LONGEST_REVIEW_YEARS} years of the review`,
    });
  return missing;
}

/** The published version is superseded first, so that two versions are never published at once. */
function stepsOf({ action, version, versions }: RatingQuestion, to: RatingStatus): RatingStep[] {
  const own: RatingStep = { id: version.id, action, from: version.status, to };
  if (action !== 'approve') return [own];
  const replaced = versions.filter((other) => other.id !== version.id && isStanding(other));
  return [
    ...replaced.map(({ id, status }): RatingStep => ({
      id,
      action: 'supersede',
      from: status,
      to: 'superseded',
    })),
    own,
  ];
}

/**
 * The steps that follow from a retraction of a cited work, or a concern about it: published versions are reviewed
 * again.
 */
export function reopen(versions: readonly RatingVersion[]): RatingStep[] {
  return versions
    .filter(({ status }) => status === 'published')
    .map(({ id }) => ({ id, action: 'reopen', from: 'published', to: 'in_review' }));
}

/** Whether a new version may be drafted from this one, and the number it gets. */
export function nextEdition(versions: readonly RatingVersion[]): { edition: number } | { refused: Refusal } {
  const open = versions.find(isOpen);
  if (open)
    return refuse('conflict', `A new version already exists (${open.id}); there can be only one at a time.`);
  return { edition: Math.max(0, ...versions.map(({ edition }) => edition)) + 1 };
}

/** Whether what a version says may be edited. */
export function refuseEdit({
  isPublic,
  status,
}: Pick<RatingVersion, 'isPublic' | 'status'>): Refusal | undefined {
  if (isPublic)
    return {
      kind: 'conflict',
      reason: 'This version is or was public and cannot be edited: draft a new version from it.',
    };
  if (status !== 'draft')
    return {
      kind: 'conflict',
      reason: `Only a draft can be edited; this version is ${status === 'in_review' ? 'in review: it must be returned first' : status}.`,
    };
  return undefined;
}

function refuse(kind: Refusal['kind'], reason: string): { refused: Refusal } {
  return { refused: { kind, reason } };
}
