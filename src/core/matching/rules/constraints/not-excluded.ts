import { fails, meets } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { namesOnly } from '../extents.js';

/** What the client refuses by name. */
export const notExcluded: Constraint = {
  code: 'not_excluded',
  reads: { facts: { id: true, organizationId: true, claims: namesOnly }, need: ['exclude'] },
  asks: {},
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
