import { ageGroupsOf } from '../../../vocabulary/people.js';
import { stance, yes } from '../../candidate.js';
import type { Constraint } from '../constraint.js';
import { fails, meets, unknown } from '../../verdict.js';

export const age: Constraint = {
  code: 'age',
  isSafety: () => false,
  isAsked: (need) => need.age !== undefined,
  judge(need, candidate) {
    const groups = ageGroupsOf(need.age!);
    const stances = groups.map((group) => stance(candidate, 'ageGroups', group));
    if (stances.includes('yes')) return meets('age.accepts', { groups });
    if (groups.includes('children') && stance(candidate, 'populations', 'adolescents') === 'yes')
      return meets('age.adolescents');
    if (stances.every((each) => each === 'no'))
      return fails('age.not', { groups, accepted: yes(candidate, 'ageGroups') });
    return unknown('age.unknown', 'ask.age', { age: need.age! });
  },
};

export const gender: Constraint = {
  code: 'gender',
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

export const language: Constraint = {
  code: 'language',
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
};

/**
 * Groups the client asks to be served as; a program that does not say so has to be asked. A program that serves
 * one group only is a question too, where the client has not named that group.
 */
export const population: Constraint = {
  code: 'population',
  isSafety: () => false,
  isAsked: () => true,
  judge(need, candidate) {
    const only = candidate.onlyPopulations;
    if (only && !only.some((group) => need.mustServe.includes(group)))
      return unknown('population.only', 'ask.only_population', { populations: only });
    if (need.mustServe.length === 0) return undefined;
    const stances = need.mustServe.map((group) => stance(candidate, 'populations', group));
    if (stances.every((each) => each === 'yes'))
      return meets('population.serves', { populations: need.mustServe });
    const refused = need.mustServe.filter((_, i) => stances[i] === 'no');
    if (refused.length > 0) return fails('population.not', { populations: refused });
    return unknown('population.unknown', 'ask.population', {
      populations: need.mustServe.filter((_, i) => stances[i] !== 'yes'),
    });
  },
};

export const accessible: Constraint = {
  code: 'accessible',
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
};

export const caresWhileParenting: Constraint = {
  code: 'cares_while_parenting',
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
};
