import { stance } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { asPreference } from '../relaxation-step.js';

/**
 * Groups the client asks to be served as; a program that does not say so has to be asked. A program that serves
 * one group only is a question too, where the client has not named that group.
 */
export const population: Constraint = {
  code: 'population',
  reads: { facts: { populations: true, onlyPopulations: true }, need: ['mustServe'], cache: true },
  asks: {
    'ask.only_population': ['onlyPopulations', 'populations'],
    'ask.population': ['populations'],
  },
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
  relax: asPreference('population', ({ mustServe }) => ({ populations: mustServe })),
};
