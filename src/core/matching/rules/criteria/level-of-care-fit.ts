import { CONTINUUM_POSITION, type LevelOfCare } from '../../../vocabulary/levels-of-care.js';
import { yes } from '../../candidate.js';
import { acceptableLevels, LEVEL_FIELDS } from '../../need.js';
import { type Criterion, known, notKnown } from '../criterion.js';

export const levelOfCareFit: Criterion = {
  code: 'level_of_care_fit',
  reads: {
    facts: { levelsOfCare: true },
    need: LEVEL_FIELDS,
    cache: (need) => ({ acceptedLevels: acceptableLevels(need) }),
  },
  applies: (need) => (acceptableLevels(need)?.length ?? 0) > 0,
  judge(need, candidate, knowledge) {
    const wanted = acceptableLevels(need)!;
    const offered = yes(candidate, 'levelsOfCare');
    if (offered.length === 0) return notKnown(knowledge, 'level_of_care_fit');
    const { tooLittlePerStep, tooMuchPerStep } = knowledge.policy.curves.levelOfCareFit;
    const fit = (level: LevelOfCare) => {
      const steps = wanted.map((each) => CONTINUUM_POSITION[level] - CONTINUUM_POSITION[each]);
      const nearest = steps.reduce((best, step) => (Math.abs(step) < Math.abs(best) ? step : best));
      return Math.max(0, 1 - (nearest < 0 ? -nearest * tooLittlePerStep : nearest * tooMuchPerStep));
    };
    const best = offered.reduce((a, b) => (fit(b) > fit(a) ? b : a));
    return known(fit(best), 'level_of_care_fit.offers', { level: best });
  },
};
