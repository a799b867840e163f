import { type Criterion, known, notKnown } from '../criterion.js';

export const accessSpeed: Criterion = {
  code: 'access_speed',
  reads: { facts: { sameDayStart: true, waitDays: true }, need: [], cache: true },
  applies: (need) =>
    need.conditions.length > 0 ||
    need.startsWithinDays !== undefined ||
    need.priorities.access_speed !== undefined,
  judge(_need, candidate, knowledge) {
    if (candidate.sameDayStart === true) return known(1, 'access_speed.same_day');
    if (candidate.waitDays === undefined) return notKnown(knowledge, 'access_speed');
    const { halfDays } = knowledge.policy.curves.accessSpeed;
    return known(halfDays / (halfDays + candidate.waitDays), 'access_speed.wait', {
      days: candidate.waitDays,
    });
  },
};
