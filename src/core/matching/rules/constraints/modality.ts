import { stance } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

export const modality: Constraint = {
  code: 'modality',
  reads: { facts: { modalities: true }, need: ['modalities'] },
  asks: { 'ask.modality': ['modalities'] },
  isSafety: () => false,
  isAsked: (need) => need.modalities !== undefined,
  judge(need, candidate) {
    const wanted = need.modalities!;
    const stances = wanted.map((code) => stance(candidate, 'modalities', code));
    if (stances.includes('yes'))
      return meets('modality.offers', { modalities: wanted.filter((_, i) => stances[i] === 'yes') });
    if (stances.every((each) => each === 'no'))
      return fails('modality.not', { modalities: wanted }, { asked: wanted });
    return unknown('modality.unknown', 'ask.modality', { modalities: wanted });
  },
  relax: (need) => [{ change: { modalities: null }, need: { ...need, modalities: undefined } }],
};
