import { ADOLESCENT_FROM, ADULT_FROM, ageGroupsOf, youngestOfGroups } from '../../../vocabulary/people.js';
import { stance, yes } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

export const age: Constraint = {
  code: 'age',
  reads: {
    facts: { ageGroups: true, populations: ['adolescents'] },
    need: ['age'],
    alike: (need) => (need.age === undefined ? undefined : { age: youngestOfGroups(need.age) }),
  },
  asks: { 'ask.age': ['ageGroups'] },
  // Programs for adults are not safe for minors, and one that reports no ages has to be asked first.
  isSafety: (need) => need.age !== undefined && need.age < ADULT_FROM,
  isAsked: (need) => need.age !== undefined,
  judge(need, candidate) {
    const groups = ageGroupsOf(need.age!);
    const stances = groups.map((group) => stance(candidate, 'ageGroups', group));
    if (stances.includes('yes')) return meets('age.accepts', { groups });
    if (groups.includes('children') && stance(candidate, 'populations', 'adolescents') === 'yes')
      return need.age! < ADOLESCENT_FROM
        ? unknown('age.maybe_only_adolescents', 'ask.age', { age: need.age! })
        : meets('age.adolescents');
    const accepted = yes(candidate, 'ageGroups');
    if (stances.every((each) => each === 'no')) return fails('age.not', { groups, accepted });
    return accepted.length > 0
      ? unknown('age.others_unknown', 'ask.age', { age: need.age!, accepted })
      : unknown('age.unknown', 'ask.age', { age: need.age! });
  },
};
