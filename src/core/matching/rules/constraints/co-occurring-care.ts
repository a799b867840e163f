import { stance } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

export const coOccurringCare: Constraint = {
  code: 'co_occurring_care',
  reads: {
    facts: { coOccurringCare: true, overlays: ['co-occurring'], populations: ['co-occurring-mental'] },
    need: ['careNeeds'],
  },
  asks: {
    'ask.co_occurring_care': ['coOccurringCare'],
    'ask.co_occurring_enhanced': ['coOccurringCare'],
  },
  isSafety: () => true,
  isAsked: (need) =>
    need.careNeeds.includes('co_occurring_care') ||
    need.careNeeds.includes('co_occurring_enhanced') ||
    need.overlays.includes('co-occurring'),
  judge(need, candidate) {
    if (candidate.coOccurringCare === 'none') return fails('co_occurring_care.no');
    if (need.careNeeds.includes('co_occurring_enhanced'))
      // Severe mental illness: that a mental disorder is treated at all is not enough (loc-rules P2, X5).
      return candidate.coOccurringCare === 'enhanced'
        ? meets('co_occurring_care.enhanced')
        : unknown('co_occurring_care.not_enhanced', 'ask.co_occurring_enhanced');
    if (
      candidate.coOccurringCare !== undefined ||
      stance(candidate, 'overlays', 'co-occurring') === 'yes' ||
      stance(candidate, 'populations', 'co-occurring-mental') === 'yes'
    )
      return meets('co_occurring_care.offers');
    return unknown('co_occurring_care.unknown', 'ask.co_occurring_care');
  },
};
