import { stance } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { asPreference } from '../relaxation-step.js';

export const accessible: Constraint = {
  code: 'accessible',
  reads: { facts: { accessibility: true }, need: ['accessibility'] },
  asks: { 'ask.accessible': ['accessibility'] },
  isSafety: () => false,
  isAsked: (need) => need.accessibility.length > 0,
  judge(need, candidate) {
    const stances = need.accessibility.map((code) => stance(candidate, 'accessibility', code));
    const absent = need.accessibility.filter((_, i) => stances[i] === 'no');
    if (absent.length > 0) return fails('accessible.not', { accessibility: absent });
    const open = need.accessibility.filter((_, i) => stances[i] !== 'yes');
    if (open.length > 0) return unknown('accessible.unknown', 'ask.accessible', { accessibility: open });
    return meets('accessible.offers', { accessibility: need.accessibility });
  },
  relax: asPreference('accessible', ({ accessibility }) => ({ accessibility })),
};
