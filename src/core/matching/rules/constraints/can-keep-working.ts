import { ATTENDABLE_WHILE_EMPLOYED, type LevelOfCare } from '../../../vocabulary/levels-of-care.js';
import { type Candidate, isReported, stance, yes } from '../../candidate.js';
import { areFreeInAnyZone, isFreeOf } from '../../facts/hours.js';
import { compareZones } from '../../facts/zone-shifts.js';
import {
  acceptableLevels,
  levelsFrom,
  type Need,
  needsOpioidMedication,
  onlyOpioidMedication,
} from '../../need.js';
import { fails, meets, unknown, type Verdict } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { asPreference } from '../relaxation-step.js';
import { isSeenByTelehealth, onlyTelehealth } from '../telehealth.js';

/**
 * A level one can attend while employed, and hours that fit: telehealth, or sessions known outside the working
 * hours. Reported telehealth is counseling, so for opioid medication the hours of its visits have to be known.
 */
export const canKeepWorking: Constraint = {
  code: 'can_keep_working',
  reads: {
    facts: { sessions: true, levelsOfCare: true, modalities: ['telehealth'], timeZone: true },
    need: [
      'statedLevels',
      'assessedLevels',
      'acceptedLevels',
      'levelFloor',
      'workHours',
      'timeZone',
      'modalities',
      'strictness',
      'conditions',
      'overlays',
    ],
    // Hours that the policy assumes are the same for everybody; hours that a client states are not.
    cache: (need) =>
      need.workHours
        ? undefined
        : {
            acceptedLevels: acceptableLevels(need),
            levelFloor: need.levelFloor,
            timeZone: need.timeZone,
            ...onlyTelehealth(need),
            ...onlyOpioidMedication(need),
          },
  },
  asks: {
    'ask.evening_hours': ['sessions'],
    'ask.medication_hours': ['sessions'],
    'ask.level_while_working': ['levelsOfCare'],
  },
  isSafety: () => false,
  isAsked: (need) => need.cannotLeaveWork,
  judge(need, candidate, { policy }) {
    const { levelFloor: floor } = need;
    // Whatever this program turns out to offer: what meets the floor cannot be attended while working.
    if (floor && !isReported(candidate, 'levelsOfCare') && !levelsFrom(floor).some(isAttendable))
      return fails('can_keep_working.floor', { floor });
    const attendable = attendableLevels(need, candidate);
    const offered = attendable.filter((level) => stance(candidate, 'levelsOfCare', level) === 'yes');
    const openLevel = offered.length > 0 ? undefined : judgeWithoutAttendableLevel(attendable, candidate);
    if (openLevel?.verdict === 'fails') return openLevel;

    const workHours = need.workHours ?? [policy.curves.assumedWorkHours];
    const assumed = need.workHours === undefined;
    const { shifts, zones } = compareZones(need.timeZone, candidate.timeZone);
    const free = candidate.sessions?.filter((session) => isFreeOf(session, workHours, shifts)) ?? [];
    const byTelehealth = isSeenByTelehealth(need, candidate);
    // Hours that cannot be attended rule a program out, whichever level they turn out to be of.
    if (candidate.sessions && free.length === 0 && !byTelehealth)
      return fails('can_keep_working.only_in_working_hours', { assumed, zones });
    if (openLevel) return openLevel;

    if (free.length > 0) {
      const named = free.slice(0, 3);
      return meets('can_keep_working.sessions', {
        levels: offered,
        sessions: named.map(({ day, from, to }) => `${day} ${from}-${to}`),
        assumed,
        // A Saturday is free of a working week wherever the two are.
        zones: zones === 'unknown' && areFreeInAnyZone(named, workHours) ? 'same' : zones,
      });
    }
    if (byTelehealth) return meets('can_keep_working.telehealth', { levels: offered });
    return needsOpioidMedication(need)
      ? unknown('can_keep_working.medication_hours_unknown', 'ask.medication_hours', { levels: offered })
      : unknown('can_keep_working.hours_unknown', 'ask.evening_hours', { levels: offered });
  },
  relax: asPreference('can_keep_working'),
};

function judgeWithoutAttendableLevel(attendable: readonly LevelOfCare[], candidate: Candidate): Verdict {
  const stances = attendable.map((level) => stance(candidate, 'levelsOfCare', level));
  if (stances.includes('maybe'))
    return unknown('can_keep_working.level_maybe', 'ask.evening_hours', { levels: attendable });
  const refused = stances.every((each) => each === 'no');
  if (!refused && !isReported(candidate, 'levelsOfCare'))
    return unknown('can_keep_working.level_unknown', 'ask.level_while_working');
  const found = yes(candidate, 'levelsOfCare');
  const offered = found.filter((level) => !isAttendable(level));
  return fails('can_keep_working.no_such_level', { offered }, { asked: attendable, found });
}

/**
 * The levels one can attend while employed; of those that meet the floor and are acceptable, where the program may
 * offer any: an evening group does not help a person who needs the ward. Where it offers none of those, that is for
 * `level_floor` and `level_of_care` alone to say.
 */
function attendableLevels(need: Need, candidate: Candidate): LevelOfCare[] {
  const attendable = [...ATTENDABLE_WHILE_EMPLOYED];
  const { levelFloor: floor } = need;
  const wanted = acceptableLevels(need) ?? (floor && levelsFrom(floor));
  const possible = wanted?.filter((level) =>
    ['yes', 'maybe'].includes(stance(candidate, 'levelsOfCare', level)),
  );
  return possible?.length ? attendable.filter((level) => possible.includes(level)) : attendable;
}

const isAttendable = (level: LevelOfCare) => ATTENDABLE_WHILE_EMPLOYED.has(level);
