import { stance } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

export const pregnancyCare: Constraint = {
  code: 'pregnancy_care',
  reads: { facts: { pregnancyCare: true, populations: ['pregnant-postpartum'] }, need: [], cache: true },
  asks: { 'ask.pregnancy_care': ['pregnancyCare'] },
  isSafety: () => true,
  isAsked: (need) => need.pregnant === true || need.careNeeds.includes('pregnancy_care'),
  judge(_need, candidate) {
    if (candidate.pregnancyCare === true || stance(candidate, 'populations', 'pregnant-postpartum') === 'yes')
      return meets('pregnancy_care.offers');
    if (candidate.pregnancyCare === false) return fails('pregnancy_care.no');
    return unknown('pregnancy_care.unknown', 'ask.pregnancy_care');
  },
};
