import type { EntityManager } from 'typeorm';
import type { RatingStep } from '../../core/curation/decide-on-rating.js';
import type { RatingReview } from '../../core/curation/rating-version.js';
import { type AuditActor, recordAudit } from '../../database/audit-trail.js';
import { Change, type ChangeKind } from '../../directory/change.entity.js';
import { Rating } from './rating.entity.js';

/** Why and by whom steps are taken. */
export interface StepTerms {
  readonly actor: AuditActor;
  readonly requestId?: string;
  readonly why?: string;
  /** For an approval: what the reviewer signed. */
  readonly review?: RatingReview;
}

/**
 * Takes steps that were decided on, in their order: state, signature, one row of the audit trail each and, where the
 * public sees it, one of the change feed.
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

/** Stores a version itself; the works it stands on are stored where they are chosen. */
export async function saveRating(manager: EntityManager, rating: Rating): Promise<void> {
  const { citations, approach, version, ...columns } = rating;
  const saved = await manager.save(Rating, { ...columns, version });
  Object.assign(rating, saved, { citations, approach });
  if (rating.version !== version) return;
  // Nothing differs but the works it stands on, and that is another version, too.
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

/** What the trail keeps of a step: the state and who signed what. */
function signatureOf({ status, reviewer, reviewedOn, nextReviewOn, conflictOfInterest, impactId }: Rating) {
  return { status, reviewer, reviewedOn, nextReviewOn, conflictOfInterest, impactId };
}

/** What the public sees of a step; nothing of what goes on at the desk. */
function publicChange({ action, to }: RatingStep, wasPublic: boolean): ChangeKind | undefined {
  if (to === 'superseded' || to === 'retracted') return wasPublic ? 'withdrawn' : undefined;
  if (action === 'approve' && !wasPublic) return 'created';
  return wasPublic ? 'changed' : undefined;
}
