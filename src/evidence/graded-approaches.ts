import type { EntityManager } from 'typeorm';
import { overdueMonths } from '../core/curation/review-calendar.js';
import type { GradedApproach, GradedClaim } from '../core/evidence/rating.js';
import { Approach } from './approach.entity.js';
import type { Rating } from './ratings/rating.entity.js';
import { isPublished } from './ratings/rating-versions.js';

/**
 * What the matching engine knows about every approach, by code, with ratings and citations by id. For each rating its
 * current version counts, as reviewed if it is published; drafts at the desk do not count.
 *
 * @param day YYYY-MM-DD; decides which reviews are overdue
 */
export async function loadGradedApproaches(manager: EntityManager, day: string): Promise<GradedApproach[]> {
  const approaches = await manager.find(Approach, {
    relations: { citations: true, ratings: { citations: true } },
  });
  return approaches
    .map((approach) => {
      const { code, name, kind, listing, citations } = approach;
      const ratings = approach.ratings.filter(isPublished);
      const works = [...citations, ...ratings.flatMap((rating) => rating.citations)];
      return {
        code,
        name,
        kind,
        listing,
        ratings: ratings.map((rating) => toGradedClaim(rating, day)).sort((a, b) => (a.id < b.id ? -1 : 1)),
        citations: [...new Set(works.map(({ id }) => id))].sort(),
      };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Converts a version that is current, or would be, for the engine. */
export function toGradedClaim(rating: Rating, day: string): GradedClaim {
  const { id, condition, outcomeGroup, certainty, direction, comparatorType, comparatorApproach, reviewer } =
    rating;
  const reviewed = rating.status === 'published';
  const overdue = reviewed ? overdueMonths(rating.nextReviewOn, day) : 0;
  return {
    id,
    condition,
    outcomeGroup,
    certainty,
    direction,
    comparatorType,
    ...(comparatorApproach !== null && { comparatorApproach }),
    reviewed,
    ...(reviewed && reviewer !== null && { reviewedBy: reviewer }),
    ...(overdue > 0 && { overdueMonths: overdue }),
  };
}
