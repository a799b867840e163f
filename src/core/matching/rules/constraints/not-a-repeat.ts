import { fails, meets } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

/** The very same program is not offered again after a relapse or a drop-out (clinical/matching-factors.md row 15). */
export const notARepeat: Constraint = {
  code: 'not_a_repeat',
  reads: { facts: { id: true }, need: ['history'] },
  asks: {},
  isSafety: () => false,
  isAsked: (need) =>
    need.history.some(({ programId, outcome }) => programId !== undefined && outcome !== 'helped'),
  judge(need, candidate) {
    const episode = need.history.find(
      ({ programId, outcome }) => programId === candidate.id && outcome !== 'helped',
    );
    return episode
      ? fails('not_a_repeat.same_program', { outcome: episode.outcome })
      : meets('not_a_repeat.another');
  },
};
