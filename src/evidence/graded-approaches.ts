import { type EntityManager, In } from 'typeorm';
import type { GradedApproach, GradedClaim, RatingStatus } from '../core/evidence/rating.js';
import { Approach } from './approach.entity.js';
import { Rating } from './rating.entity.js';

/** Ratings that stand; superseded and retracted ones are history. */
export const STANDING_STATUSES: readonly RatingStatus[] = ['draft', 'in_review', 'published'];

/**
 * What the matching engine knows of every approach, by code; ratings and citations by id. Drafts count as not
 * reviewed; superseded and retracted ratings are left out.
 */
export async function loadGradedApproaches(manager: EntityManager): Promise<GradedApproach[]> {
  const ratings = await manager.find(Rating, { where: { status: In(STANDING_STATUSES) } });
  const claims = new Map<string, GradedClaim[]>();
  for (const rating of ratings) {
    claims.set(rating.approachCode, [...(claims.get(rating.approachCode) ?? []), toGradedClaim(rating)]);
  }
  const approaches = await manager.find(Approach, { relations: { citations: true } });
  return approaches
    .map(({ code, name, kind, listing, citations }) => ({
      code,
      name,
      kind,
      listing,
      ratings: (claims.get(code) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
      citations: citations.map(({ id }) => id).sort(),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function toGradedClaim(rating: Rating): GradedClaim {
  const { id, condition, outcomeGroup, certainty, direction, comparatorType, comparatorApproach } = rating;
  return {
    id,
    condition,
    outcomeGroup,
    certainty,
    direction,
    comparatorType,
    ...(comparatorApproach !== null && { comparatorApproach }),
    reviewed: rating.status === 'published',
  };
}
