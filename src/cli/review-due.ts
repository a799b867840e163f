import type { EntityManager } from 'typeorm';
import { reviewLines } from '../assessments/clinical-review-dates.js';
import { today } from '../config/today.js';
import { deskLines } from '../desk/desk-calendar.js';
import { ratingLines } from '../evidence/ratings/rating-calendar.js';

/** Everything that people have to look at again, of every room, in lines for people. */
export async function dueLines(manager: EntityManager): Promise<string[]> {
  const day = today();
  return [...(await ratingLines(manager, day)), ...(await deskLines(manager, day)), ...reviewLines(day)];
}
