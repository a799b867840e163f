import type { Constraint } from '../constraint.js';
import { fails, meets } from '../../verdict.js';

/** What the client refuses by name. */
export const notExcluded: Constraint = {
  code: 'not_excluded',
  isSafety: () => false,
  isAsked: ({ exclude }) =>
    exclude.organizations.length + exclude.programs.length + exclude.approaches.length > 0,
  judge({ exclude }, candidate, { registry }) {
    if (exclude.programs.includes(candidate.id)) return fails('not_excluded.program');
    if (exclude.organizations.includes(candidate.organizationId)) return fails('not_excluded.organization');
    const approaches = candidate.claims
      .map(({ approach }) => approach)
      .filter((approach) => exclude.approaches.includes(approach));
    return approaches.length > 0
      ? fails('not_excluded.approach', {
          approaches,
          names: approaches.map((code) => registry.get(code)?.name ?? code),
        })
      : meets('not_excluded.not_named');
  },
};

/** The very same program is not offered again after a relapse or a drop-out (clinical/matching-factors.md row 15). */
export const notARepeat: Constraint = {
  code: 'not_a_repeat',
  isSafety: () => false,
  isAsked: (need) => need.history.some(({ outcome }) => outcome !== 'helped'),
  judge(need, candidate) {
    const episode = need.history.find(
      ({ programId, outcome }) => programId === candidate.id && outcome !== 'helped',
    );
    return episode
      ? fails('not_a_repeat.same_program', { outcome: episode.outcome })
      : meets('not_a_repeat.another');
  },
};
