import { stance } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { asPreference } from '../relaxation-step.js';

export const caresWhileParenting: Constraint = {
  code: 'cares_while_parenting',
  reads: { facts: { services: ['childcare', 'residential-beds-for-children'] }, need: [] },
  asks: { 'ask.childcare': ['services'] },
  isSafety: () => false,
  isAsked: (need) => need.needsChildcare,
  judge(_need, candidate) {
    const childcare = stance(candidate, 'services', 'childcare');
    const beds = stance(candidate, 'services', 'residential-beds-for-children');
    if (childcare === 'yes') return meets('cares_while_parenting.childcare');
    if (beds === 'yes') return meets('cares_while_parenting.beds');
    if (childcare === 'no' && beds === 'no') return fails('cares_while_parenting.no');
    return unknown('cares_while_parenting.unknown', 'ask.childcare');
  },
  relax: asPreference('cares_while_parenting'),
};
