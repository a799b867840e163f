import { deriveBadge } from '../../evidence/badge.js';
import type { GradedApproach } from '../../evidence/rating.js';
import type { Need } from '../need.js';

/** The worst that a rating says of an approach for this need's conditions, or of any. */
export interface Alarm {
  readonly badge: 'harmful' | 'concern';
  /** Whether the rating has been reviewed. */
  readonly reviewed: boolean;
}

/** What stands against an approach in its ratings; `harmful` goes before `concern`, a reviewed rating first. */
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
