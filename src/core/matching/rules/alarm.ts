import { deriveBadge } from '../../evidence/badge.js';
import type { GradedApproach } from '../../evidence/rating.js';
import type { Need } from '../need.js';

/** The worst rating of an approach for this need's conditions, or for any. */
export interface Alarm {
  readonly badge: 'harmful' | 'concern';
  /** Whether the rating has been reviewed. */
  readonly reviewed: boolean;
}

/** The worst rating of an approach, if any warns of it: `harmful` before `concern`, a reviewed rating first. */
export function alarmOf({ ratings }: GradedApproach, { conditions }: Need): Alarm | undefined {
  let worst: Alarm | undefined;
  for (const { condition, certainty, direction, comparatorType, reviewed } of ratings) {
    if (condition !== 'any' && !conditions.some((asked) => asked.condition === condition)) continue;
    const badge = deriveBadge(certainty, direction, comparatorType);
    if (badge !== 'harmful' && badge !== 'concern') continue;
    const isWorse = !worst || (badge === worst.badge ? reviewed && !worst.reviewed : badge === 'harmful');
    if (isWorse) worst = { badge, reviewed };
  }
  return worst;
}
