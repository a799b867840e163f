import { isReported, stance, yes } from '../../candidate.js';
import { levelsFrom } from '../../need.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

/** A floor of safety: some level at or above it on the continuum. No wish, no work and no distance lowers it. */
export const levelFloor: Constraint = {
  code: 'level_floor',
  reads: { facts: { levelsOfCare: true }, need: ['levelFloor'], cache: true },
  asks: { 'ask.level_floor': ['levelsOfCare'] },
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
    return fails('level_floor.below', { floor, offered: yes(candidate, 'levelsOfCare') });
  },
};
