import { isReported, stance, yes } from '../../candidate.js';
import { OPIOID_AGONISTS } from '../../../vocabulary/medications.js';
import { levelsFrom, onlyOpioidMedication } from '../../need.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { givesNeededOpioidMedication } from '../opioid-medication.js';

/**
 * A floor of safety: some level at or above it on the continuum. No wish, no work and no distance lowers it. A program
 * below it that gives the opioid medication which the client needs has to be asked where withdrawal is managed.
 */
export const levelFloor: Constraint = {
  code: 'level_floor',
  reads: {
    facts: { levelsOfCare: true, medications: OPIOID_AGONISTS },
    need: ['levelFloor', 'conditions', 'overlays'],
    cache: (need) => ({ levelFloor: need.levelFloor, ...onlyOpioidMedication(need) }),
  },
  // Where else withdrawal is managed is no fact that the directory holds.
  asks: { 'ask.level_floor': ['levelsOfCare'], 'ask.withdrawal_elsewhere': [] },
  isSafety: () => true,
  isAsked: (need) => need.levelFloor !== undefined,
  judge(need, candidate) {
    const floor = need.levelFloor!;
    const enough = levelsFrom(floor);
    const offered = enough.filter((level) => stance(candidate, 'levelsOfCare', level) === 'yes');
    if (offered.length > 0) return meets('level_floor.reaches', { levels: offered });
    if (enough.some((level) => stance(candidate, 'levelsOfCare', level) === 'maybe'))
      return unknown('level_floor.maybe', 'ask.level_floor', { floor });
    const refused = enough.every((level) => stance(candidate, 'levelsOfCare', level) === 'no');
    if (!refused && !isReported(candidate, 'levelsOfCare'))
      return unknown('level_floor.unknown', 'ask.level_floor', { floor });
    if (givesNeededOpioidMedication(need, candidate))
      return unknown('level_floor.opioid_medication', 'ask.withdrawal_elsewhere', { floor });
    return fails('level_floor.below', { floor, offered: yes(candidate, 'levelsOfCare') });
  },
};
