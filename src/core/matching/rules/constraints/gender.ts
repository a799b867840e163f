import { stance, yes } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

export const gender: Constraint = {
  code: 'gender',
  reads: { facts: { genders: true }, need: ['gender'], cache: true },
  asks: { 'ask.gender': ['genders'] },
  isSafety: () => false,
  isAsked: (need) => need.gender !== undefined,
  judge(need, candidate) {
    const { gender: own } = need;
    if (own === 'nonbinary') {
      const accepted = yes(candidate, 'genders');
      return accepted.length === 2
        ? meets('gender.all')
        : unknown('gender.unknown', 'ask.gender', { gender: own });
    }
    const said = stance(candidate, 'genders', own!);
    if (said === 'yes') return meets('gender.accepts', { gender: own! });
    if (said === 'no') return fails('gender.not', { gender: own!, accepted: yes(candidate, 'genders') });
    return unknown('gender.unknown', 'ask.gender', { gender: own! });
  },
};
