import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

export const startsWithin: Constraint = {
  code: 'starts_within',
  reads: { facts: { waitDays: true, sameDayStart: true }, need: ['startsWithinDays'] },
  asks: { 'ask.wait': ['waitDays', 'sameDayStart'] },
  isSafety: () => false,
  isAsked: (need) => need.startsWithinDays !== undefined,
  judge(need, candidate) {
    const asked = need.startsWithinDays!;
    if (candidate.sameDayStart === true) return meets('starts_within.same_day');
    if (candidate.waitDays === undefined) return unknown('starts_within.unknown', 'ask.wait');
    return candidate.waitDays <= asked
      ? meets('starts_within.within', { days: candidate.waitDays })
      : fails(
          'starts_within.longer',
          { days: candidate.waitDays, max: asked },
          { asked, found: candidate.waitDays },
        );
  },
  relax: (need, days) =>
    days === undefined
      ? []
      : [{ change: { startsWithinDays: days }, need: { ...need, startsWithinDays: days } }],
};
