import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import { today } from '../config/today.js';
import {
  decideOnRating,
  nextEdition,
  type RatingQuestion,
  type Refusal,
  refuseEdit,
} from '../core/curation/decide-on-rating.js';
import type { AskedAction } from '../core/curation/rating-life.js';
import type { RatingReview } from '../core/curation/rating-version.js';
import type { Actor } from '../core/curation/role.js';
import { recordAudit } from '../database/audit-trail.js';
import { currentVersions } from '../directory/program.queries.js';
import { Problem } from '../http/problem.js';
import { refuseStale, requireMatch } from '../http/precondition.js';
import { actorOf, type Writing } from '../http/writing.js';
import { Writes } from '../http/writes.js';
import { Approach } from './approach.entity.js';
import { Citation } from './citation.entity.js';
import { declaredInterests } from './declared-interest.queries.js';
import { findImpact } from './impact.queries.js';
import { RatingDetailResponse } from './rating.dto.js';
import { Rating } from './rating.entity.js';
import type {
  ApprovalRequest,
  NewRatingRequest,
  RatingContentRequest,
  RatingVersionRequest,
} from './rating-request.dto.js';
import { draftFrom, fill, newDraft, REVIEWED_AGAIN_AFTER_YEARS, yearsOn } from './rating-draft.js';
import { saveRating, takeSteps } from './rating-steps.js';
import { toCitedWork, toVersion, versionsOf, worksOf } from './rating-versions.js';

/** Writes ratings: drafts, new versions, and every step of their life. Rules are the core's; this keeps them. */
@Injectable()
export class RatingDesk {
  constructor(private readonly writes: Writes) {}

  /** A draft of something that no rating is about yet; 409 where one is. */
  create(writing: Writing, request: NewRatingRequest): Promise<RatingDetailResponse> {
    return this.writes.perform(writing, async (manager) => {
      const { approach: code, condition, outcome, comparator } = request;
      const approach = await manager.findOne(Approach, { where: { code }, relations: { citations: true } });
      if (!approach)
        throw Problem.unprocessable([
          { pointer: '/approach', message: `the registry has no approach ${code}; see GET /v1/approaches` },
        ]);
      const known = await manager.findOneBy(Rating, { approachCode: code, condition, outcome, comparator });
      if (known)
        throw new Problem(
          'conflict',
          `There is a rating of this already (${known.id}): draft a new version of it at POST /v1/ratings/${known.id}/versions.`,
        );
      const id = uuidV4();
      const claim = { id, claimId: id, edition: 1, approachCode: code, condition, outcome, comparator };
      const rating = newDraft(claim, approach);
      await this.write(manager, rating, request, writing, 'rating.create');
      return RatingDetailResponse.of(rating, today());
    });
  }

  /** The next version, as the given one except for what the request says differently. */
  createVersion(writing: Writing, id: string, request: RatingVersionRequest): Promise<RatingDetailResponse> {
    return this.writes.perform(writing, async (manager) => {
      const versions = await this.versions(manager, id);
      const from = versions.find((one) => one.id === id)!;
      const next = nextEdition(versions.map(toVersion));
      if ('refused' in next) throw problemOf(next.refused);
      const { rating, content } = draftFrom(from, next.edition, request);
      await this.write(manager, rating, content, writing, 'rating.version');
      return RatingDetailResponse.of(rating, today());
    });
  }

  /** Replaces what a draft says. Needs If-Match; refuses what is in review or has ever been public. */
  replace(writing: Writing, id: string, request: RatingContentRequest): Promise<RatingDetailResponse> {
    return this.writes.perform(writing, async (manager) => {
      const rating = await this.version(manager, id);
      requireMatch(writing, RatingDetailResponse.of(rating, today()));
      const refused = refuseEdit(toVersion(rating));
      if (refused) throw problemOf(refused);
      await this.write(manager, rating, request, writing, 'rating.edit');
      return RatingDetailResponse.of(rating, today());
    });
  }

  /** Moves a version by a step that somebody asks for; see the core for what is refused and why. */
  move(
    writing: Writing,
    id: string,
    action: AskedAction,
    { why, approval }: { why?: string; approval?: ApprovalRequest } = {},
  ): Promise<RatingDetailResponse> {
    return this.writes.perform(writing, async (manager) => {
      const by = actorOf(writing);
      const ratings = await this.versions(manager, id);
      const rating = ratings.find((one) => one.id === id)!;
      refuseStale(writing, RatingDetailResponse.of(rating, today()));
      const decision = decideOnRating({
        action,
        by,
        version: toVersion(rating),
        versions: ratings.map(toVersion),
        works: worksOf(rating).map(toCitedWork),
        approach: rating.approachCode,
        declaredInterests: action === 'approve' ? await declaredInterests(manager, by.id) : [],
        ...(approval
          ? {
              review: reviewOf(by, approval),
              impact: await stateOfImpact(manager, rating, approval.impact),
            }
          : {}),
      });
      if ('refused' in decision) throw problemOf(decision.refused);
      await takeSteps(manager, ratings, decision.steps, {
        by,
        requestId: writing.requestId,
        ...(why === undefined ? {} : { why }),
        ...(approval ? { review: reviewOf(by, approval) } : {}),
      });
      return RatingDetailResponse.of(rating, today());
    });
  }

  /** Stores what a draft says, who wrote it, and the row of the trail. */
  private async write(
    manager: EntityManager,
    rating: Rating,
    request: RatingContentRequest,
    writing: Writing,
    action: string,
  ): Promise<void> {
    const by = actorOf(writing);
    const before = rating.version === undefined ? undefined : toVersion(rating).content;
    if (request.comparatorApproach !== undefined) {
      if (!(await manager.existsBy(Approach, { code: request.comparatorApproach })))
        throw Problem.unprocessable([
          {
            pointer: '/comparatorApproach',
            message: `the registry has no approach ${request.comparatorApproach}`,
          },
        ]);
    }
    const citations = await citedWorks(manager, request.citations ?? []);
    fill(rating, request);
    if (!rating.authors.includes(by.id)) {
      rating.authors = [...rating.authors, by.id];
      rating.authorNames = [...rating.authorNames, by.name];
    }
    await saveRating(manager, rating);
    await manager.query('DELETE FROM rating_citation WHERE rating_id = $1', [rating.id]);
    await manager.query('INSERT INTO rating_citation SELECT $1, * FROM unnest($2::uuid[])', [
      rating.id,
      citations.map((citation) => citation.id),
    ]);
    rating.citations = citations;
    await recordAudit(manager, {
      by,
      action,
      entity: 'rating',
      entityId: rating.id,
      ...(before ? { before } : {}),
      after: toVersion(rating).content,
      ...(rating.changeNote === null ? {} : { why: rating.changeNote }),
      requestId: writing.requestId,
    });
  }

  private async versions(manager: EntityManager, id: string): Promise<Rating[]> {
    const versions = await versionsOf(manager, id);
    if (versions.length === 0) throw Problem.notFound('rating', id);
    return versions;
  }

  private async version(manager: EntityManager, id: string): Promise<Rating> {
    return (await this.versions(manager, id)).find((one) => one.id === id)!;
  }
}

/** The core's refusal as a problem: 403, 409, or 422 with every missing field. */
export function problemOf({ kind, reason, missing = [] }: Refusal): Problem {
  if (kind === 'incomplete') return Problem.unprocessable(missing);
  return new Problem(kind, reason);
}

async function citedWorks(manager: EntityManager, ids: readonly string[]): Promise<Citation[]> {
  const works = await manager.findBy(Citation, { id: In([...ids]) });
  const unknown = ids.flatMap((id, at) =>
    works.some((work) => work.id === id.toLowerCase()) ? [] : [{ id, at }],
  );
  if (unknown.length > 0)
    throw Problem.unprocessable(
      unknown.map(({ id, at }) => ({
        pointer: `/citations/${at}`,
        message: `there is no citation ${id}; add it at POST /v1/citations`,
      })),
    );
  return works;
}

function reviewOf(by: Actor, approval: ApprovalRequest): RatingReview {
  const reviewedOn = today();
  return {
    reviewer: by.name,
    reviewerId: by.id,
    reviewedOn,
    nextReviewOn: approval.nextReviewOn ?? yearsOn(reviewedOn, REVIEWED_AGAIN_AFTER_YEARS),
    conflictStatement: approval.conflictStatement ?? '',
    impact: approval.impact ?? '',
  };
}

/** Whether what the reviewer saw is of this very version, on the evidence as it is. */
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
