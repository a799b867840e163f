import type { EntityManager } from 'typeorm';
import { clinicalDueLines } from '../assessments/clinical-review-dates.js';
import { today } from '../config/today.js';
import { deskDueLines } from '../desk/desk-calendar.js';
import { ratingDueLines } from '../evidence/ratings/rating-calendar.js';
import { planDueLines } from '../plans/plan-review-dates.js';

/**
 * Everything that people must review again, from every room, as lines of text.
 *
 * @param within days ahead to look for safety messages, helplines, laws and parts of plans
 */
export async function reviewDueLines(manager: EntityManager, within?: number): Promise<string[]> {
  const day = today();
  return [
    ...(await ratingDueLines(manager, day)),
    ...(await deskDueLines(manager, day)),
    ...clinicalDueLines(day, within),
    ...planDueLines(day, within),
  ];
}
