import type { EntityManager } from 'typeorm';
import type { RatingStep } from '../../core/curation/decide-on-rating.js';
import type { RatingReview } from '../../core/curation/rating-version.js';
import { type AuditActor, recordAudit } from '../../database/audit-trail.js';
import { Change, type ChangeKind } from '../../directory/change.entity.js';
import { Rating } from './rating.entity.js';

/** The reason for steps, and who takes them. */
export interface StepTerms {
  readonly actor: AuditActor;
  readonly requestId?: string;
  readonly why?: string;
  /** For an approval: what the reviewer signed. */
  readonly review?: RatingReview;
}

/**
 * Executes steps that were decided, in order: status, signature, one entry of the audit trail each and, if it is
 * public, one of the change feed.
 */
export async function takeSteps(
  manager: EntityManager,
  ratings: readonly Rating[],
  steps: readonly RatingStep[],
  terms: StepTerms,
): Promise<void> {
  for (const step of steps) {
    const rating = ratings.find(({ id }) => id === step.id)!;
    const wasPublic = rating.publicSince !== null;
    const before = signatureOf(rating);
    rating.status = step.to;
    rating.statusNote = terms.why ?? null;
    if (step.action === 'approve') sign(rating, terms.review!);
    await saveRating(manager, rating);
    await recordAudit(manager, {
      actor: terms.actor,
      action: `rating.${step.action}`,
      entity: 'rating',
      entityId: rating.id,
      before,
      after: signatureOf(rating),
      why: terms.why,
      requestId: terms.requestId,
    });
    const kind = publicChange(step, wasPublic);
    if (kind) await recordRatingChange(manager, rating, kind);
  }
}

/** Stores a version itself; its works are stored where they are chosen. */
export async function saveRating(manager: EntityManager, rating: Rating): Promise<void> {
  const { citations, approach, version, ...columns } = rating;
  const saved = await manager.save(Rating, { ...columns, version });
  Object.assign(rating, saved, { citations, approach });
  if (rating.version !== version) return;
  // Only its works differ, which is also a new version.
  await manager.increment(Rating, { id: rating.id }, 'version', 1);
  rating.version += 1;
}

async function recordRatingChange(
  manager: EntityManager,
  { id, version }: Pick<Rating, 'id' | 'version'>,
  kind: ChangeKind,
): Promise<void> {
  await manager.insert(Change, { entity: 'rating', entityId: id, kind, version });
}

function sign(rating: Rating, review: RatingReview): void {
  rating.publicSince ??= new Date();
  rating.reviewer = review.reviewer;
  rating.reviewerId = review.reviewerId;
  rating.reviewedOn = review.reviewedOn;
  rating.nextReviewOn = review.nextReviewOn;
  rating.conflictOfInterest = review.conflictStatement;
  rating.impactId = review.impact;
}

/** What the audit trail records of a step: the status and who signed what. */
function signatureOf({ status, reviewer, reviewedOn, nextReviewOn, conflictOfInterest, impactId }: Rating) {
  return { status, reviewer, reviewedOn, nextReviewOn, conflictOfInterest, impactId };
}

/** The public part of a step; nothing about the work of the desk. */
function publicChange({ action, to }: RatingStep, wasPublic: boolean): ChangeKind | undefined {
  if (to === 'superseded' || to === 'retracted') return wasPublic ? 'withdrawn' : undefined;
  if (action === 'approve' && !wasPublic) return 'created';
  return wasPublic ? 'changed' : undefined;
}
