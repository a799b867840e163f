import { stance, yes } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { asPreference } from '../relaxation-step.js';

export const language: Constraint = {
  code: 'language',
  reads: { facts: { languages: true, interpreterOnCall: true }, need: ['languages'], cache: true },
  asks: { 'ask.language': ['languages', 'interpreterOnCall'] },
  isSafety: () => false,
  isAsked: (need) => need.languages !== undefined,
  judge(need, candidate) {
    const wanted = need.languages!;
    const common = wanted.filter((code) => stance(candidate, 'languages', code) === 'yes');
    if (common.length > 0) return meets('language.in_common', { languages: common });
    if (candidate.interpreterOnCall === true) return meets('language.interpreter');
    if (wanted.every((code) => stance(candidate, 'languages', code) === 'no'))
      return fails('language.not', { languages: wanted, offered: yes(candidate, 'languages') });
    return unknown('language.unknown', 'ask.language', { languages: wanted });
  },
  relax: asPreference('language'),
};
