import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { today } from '../../config/today.js';
import { decideOnRating, type RatingQuestion, refuseEdit } from '../../core/curation/decide-on-rating.js';
import type { AskedAction } from '../../core/curation/rating-life.js';
import type { RatingReview } from '../../core/curation/rating-version.js';
import { droppedFields } from '../../core/curation/version-difference.js';
import type { Actor } from '../../core/curation/role.js';
import { currentVersions } from '../../directory/program.queries.js';
import { refuseStale, requireMatch } from '../../http/writes/precondition.js';
import { yearsOn } from '../../core/curation/years-on.js';
import { actorOf, type WriteContext } from '../../http/writes/write-context.js';
import { Writes } from '../../http/writes/writes.js';
import { declaredInterests } from './declared-interest.queries.js';
import { actOf } from '../desk-act.js';
import {
  draftNewRating,
  draftNextVersion,
  existingVersion,
  refusalProblem,
  writeDraft,
} from './write-draft.js';
import { findImpact } from './impact.queries.js';
import { RatingDraftResponse } from './draft.dto.js';
import { RatingDetailResponse } from './rating.dto.js';
import type { Rating } from './rating.entity.js';
import type {
  ApprovalRequest,
  NewRatingRequest,
  RatingContentRequest,
  RatingVersionRequest,
} from './rating-request.dto.js';
import { REVIEWED_AGAIN_AFTER_YEARS } from './new-draft.js';
import { takeSteps } from './rating-steps.js';
import { contentOf, toCitedWork, toVersion, worksOf } from './rating-versions.js';

/** Writes ratings: drafts, new versions, and every transition. The core has the rules; this stores the results. */
@Injectable()
export class RatingDesk {
  constructor(private readonly writes: Writes) {}

  /** A draft for a subject that has no rating yet; 409 if it has one. */
  create(context: WriteContext, request: NewRatingRequest): Promise<RatingDraftResponse> {
    return this.writes.perform(context, async (manager) =>
      RatingDraftResponse.ofDraft(await draftNewRating(actOf(context, manager), request), today()),
    );
  }

  /** The next version: a copy of the given one with the changes of the request. */
  createVersion(
    context: WriteContext,
    id: string,
    request: RatingVersionRequest,
  ): Promise<RatingDraftResponse> {
    return this.writes.perform(context, async (manager) =>
      RatingDraftResponse.ofDraft(await draftNextVersion(actOf(context, manager), id, request), today()),
    );
  }

  /** Replaces the content of a draft. Needs If-Match; refuses a version that is in review or was ever public. */
  replace(context: WriteContext, id: string, request: RatingContentRequest): Promise<RatingDraftResponse> {
    return this.writes.perform(context, async (manager) => {
      const { rating } = await existingVersion(manager, id);
      requireMatch(context, RatingDetailResponse.of(rating, today()));
      const refused = refuseEdit(toVersion(rating));
      if (refused) throw refusalProblem(refused);
      const before = contentOf(rating);
      await writeDraft(actOf(context, manager), rating, request, 'rating.edit');
      return RatingDraftResponse.ofDraft(
        { rating, drops: droppedFields(before, contentOf(rating)) },
        today(),
      );
    });
  }

  /** Moves a version by a requested step; the core decides what is refused and why. */
  move(
    context: WriteContext,
    id: string,
    action: AskedAction,
    { why, approval }: { why?: string; approval?: ApprovalRequest } = {},
  ): Promise<RatingDetailResponse> {
    return this.writes.perform(context, async (manager) => {
      const actor = actorOf(context);
      const { rating, versions } = await existingVersion(manager, id);
      const review = approval && reviewOf(actor, approval);
      refuseStale(context, RatingDetailResponse.of(rating, today()));
      const decision = decideOnRating({
        action,
        by: actor,
        version: toVersion(rating),
        versions: versions.map(toVersion),
        works: worksOf(rating).map(toCitedWork),
        approach: rating.approachCode,
        declaredInterests: action === 'approve' ? await declaredInterests(manager, actor.id) : [],
        review,
        impact: approval && (await stateOfImpact(manager, rating, approval.impact)),
      });
      if ('refused' in decision) throw refusalProblem(decision.refused);
      await takeSteps(manager, versions, decision.steps, {
        actor,
        requestId: context.requestId,
        why,
        review,
      });
      return RatingDetailResponse.of(rating, today());
    });
  }
}

function reviewOf(actor: Actor, approval: ApprovalRequest): RatingReview {
  const reviewedOn = today();
  return {
    reviewer: actor.name,
    reviewerId: actor.id,
    reviewedOn,
    nextReviewOn: approval.nextReviewOn ?? yearsOn(reviewedOn, REVIEWED_AGAIN_AFTER_YEARS),
    conflictStatement: approval.conflictStatement ?? '',
    impact: approval.impact ?? '',
  };
}

/** Whether the impact that the reviewer saw is of this version, and based on the current evidence. */
async function stateOfImpact(
  manager: EntityManager,
  rating: Rating,
  id: string | undefined,
): Promise<RatingQuestion['impact']> {
  const impact = id === undefined ? undefined : await findImpact(manager, id);
  if (impact?.ratingId !== rating.id) return 'unknown';
  const { evidence } = await currentVersions(manager);
  return impact.ratingVersion === rating.version && impact.evidenceVersion === evidence
    ? 'current'
    : 'outdated';
}
