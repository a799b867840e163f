import { And, Equal, type EntityManager, type FindOptionsWhere, In, LessThan, MoreThan } from 'typeorm';
import type { RatingQuery } from './rating-history.dto.js';
import { Rating } from './rating.entity.js';

/** The position at which a page of the desk's list ended. */
export interface RatingPosition {
  /** YYYY-MM-DD. */
  readonly nextReviewOn: string;
  readonly id: string;
}

/** Ratings for the desk after a position, earliest review date first; up to the limit and one more. */
export async function ratingsAtTheDesk(
  manager: EntityManager,
  { status, approach, overdue }: RatingQuery,
  { day, limit, after }: { day: string; limit: number; after: RatingPosition | undefined },
): Promise<Rating[]> {
  const dueBefore = overdue ? [LessThan(day)] : [];
  const where = (...due: ReturnType<typeof LessThan<string>>[]): FindOptionsWhere<Rating> => ({
    ...(status ? { status: In(status) } : {}),
    ...(approach === undefined ? {} : { approachCode: approach }),
    ...(overdue ? { status: 'published' } : {}),
    ...(due.length > 0 ? { nextReviewOn: And(...due) } : {}),
  });
  return manager.find(Rating, {
    where: after
      ? [
          where(...dueBefore, MoreThan(after.nextReviewOn)),
          { ...where(...dueBefore, Equal(after.nextReviewOn)), id: MoreThan(after.id) },
        ]
      : where(...dueBefore),
    relations: { citations: true, approach: { citations: true } },
    order: { nextReviewOn: 'ASC', id: 'ASC' },
    take: limit + 1,
  });
}
