import { type EntityManager, IsNull, LessThan, LessThanOrEqual, MoreThanOrEqual, And, Not } from 'typeorm';
import { overdueMonths } from '../../core/curation/review-calendar.js';
import { addDays } from '../../core/directory/shelf-life.js';
import { Rating } from './rating.entity.js';

/** How far ahead the desk looks. */
const AHEAD_DAYS = 60;

/**
 * The desk's tasks on ratings as lines of text: overdue reviews, versions in review, reviews due within sixty days, and
 * the number of unreviewed drafts.
 *
 * @param day YYYY-MM-DD
 */
export async function ratingDueLines(manager: EntityManager, day: string): Promise<string[]> {
  const published = { status: 'published' as const };
  const byDay = { nextReviewOn: 'ASC', id: 'ASC' } as const;
  const overdue = await manager.find(Rating, {
    where: { ...published, nextReviewOn: LessThan(day) },
    order: byDay,
  });
  const soon = await manager.find(Rating, {
    where: {
      ...published,
      nextReviewOn: And(MoreThanOrEqual(day), LessThanOrEqual(addDays(day, AHEAD_DAYS))),
    },
    order: byDay,
  });
  const inReview = await manager.find(Rating, {
    where: { status: 'in_review' },
    order: { updatedAt: 'ASC', id: 'ASC' },
  });
  const drafts = await manager.countBy(Rating, { status: 'draft', publicSince: Not(IsNull()) });
  return [
    `Ratings whose review is overdue on ${day}: ${overdue.length}`,
    ...overdue.map((rating) => {
      const months = overdueMonths(rating.nextReviewOn, day);
      return `  ${rating.nextReviewOn}  ${named(rating)} (${months} ${months === 1 ? 'month' : 'months'}, reviewed by ${rating.reviewer})`;
    }),
    `Ratings in review: ${inReview.length}`,
    ...inReview.map((rating) => {
      const why = rating.statusNote === null ? '' : `: ${rating.statusNote}`;
      const again = rating.publicSince === null ? '' : ', was published before';
      return `  ${rating.updatedAt.toISOString().slice(0, 10)}  ${named(rating)} (edition ${rating.edition}${again})${why}`;
    }),
    `Ratings to be reviewed within ${AHEAD_DAYS} days: ${soon.length}`,
    ...soon.map((rating) => `  ${rating.nextReviewOn}  ${named(rating)}`),
    `Public drafts that are not reviewed: ${drafts}`,
  ];
}

function named({ id, approachCode, condition, outcome }: Rating): string {
  return `${approachCode}, ${condition}, ${outcome}  ${id}`;
}
