import { type EntityManager, type FindOptionsWhere, In, LessThan } from 'typeorm';
import type { RatingQuery } from './rating-history.dto.js';
import { Rating } from './rating.entity.js';

const DEFAULT_LIMIT = 50;

/** Ratings for the desk, those whose review is due first. */
export async function ratingsAtTheDesk(
  manager: EntityManager,
  { status, approach, overdue, limit = DEFAULT_LIMIT }: RatingQuery,
  day: string,
): Promise<Rating[]> {
  const where: FindOptionsWhere<Rating> = {
    ...(status ? { status: In(status) } : {}),
    ...(approach === undefined ? {} : { approachCode: approach }),
    ...(overdue ? { nextReviewOn: LessThan(day), status: 'published' } : {}),
  };
  return manager.find(Rating, {
    where,
    relations: { citations: true, approach: { citations: true } },
    order: { nextReviewOn: 'ASC', id: 'ASC' },
    take: limit,
  });
}
