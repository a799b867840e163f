import { ATTENDABLE_WHILE_EMPLOYED, type LevelOfCare } from '../../vocabulary/levels-of-care.js';
import { type Candidate, isReported, stance, yes } from '../candidate.js';
import type { Constraint } from '../constraint.js';
import { isFreeOf } from '../hours.js';
import { acceptableLevels, type Need, needsOpioidMedication } from '../need.js';
import { fails, meets, unknown } from '../verdict.js';

/**
 * A level one can attend while employed, and hours that fit: telehealth, or sessions known outside the working
 * hours. Reported telehealth is counseling, so for opioid medication the hours of its visits have to be known.
 */
export const canKeepWorking: Constraint = {
  code: 'can_keep_working',
  isSafety: () => false,
  isAsked: (need) => need.cannotLeaveWork,
  judge(need, candidate, { policy }) {
    const attendable = attendableLevels(need);
    const offered = attendable.filter((level) => stance(candidate, 'levelsOfCare', level) === 'yes');
    if (offered.length === 0) return judgeWithoutAttendableLevel(attendable, candidate);

    const workHours = need.workHours ?? [policy.curves.assumedWorkHours];
    const assumed = need.workHours === undefined;
    if (candidate.sessions) {
      const free = candidate.sessions.filter((session) => isFreeOf(session, workHours));
      if (free.length > 0)
        return meets('can_keep_working.sessions', {
          levels: offered,
          sessions: free.slice(0, 3).map(({ day, from, to }) => `${day} ${from}-${to}`),
          assumed,
        });
    }
    const telehealth = stance(candidate, 'modalities', 'telehealth') === 'yes' && wantsTelehealth(need);
    if (telehealth && !needsOpioidMedication(need))
      return meets('can_keep_working.telehealth', { levels: offered });
    if (candidate.sessions) return fails('can_keep_working.only_in_working_hours', { assumed });
    return needsOpioidMedication(need)
      ? unknown('can_keep_working.medication_hours_unknown', 'ask.medication_hours', { levels: offered })
      : unknown('can_keep_working.hours_unknown', 'ask.evening_hours', { levels: offered });
  },
};

function judgeWithoutAttendableLevel(attendable: readonly LevelOfCare[], candidate: Candidate) {
  if (attendable.some((level) => stance(candidate, 'levelsOfCare', level) === 'maybe'))
    return unknown('can_keep_working.level_maybe', 'ask.evening_hours', { levels: attendable });
  if (!isReported(candidate, 'levelsOfCare'))
    return unknown('can_keep_working.level_unknown', 'ask.level_while_working');
  const found = yes(candidate, 'levelsOfCare');
  return fails('can_keep_working.no_such_level', { offered: found }, { asked: attendable, found });
}

function attendableLevels(need: Need): LevelOfCare[] {
  const acceptable = acceptableLevels(need);
  const attendable = [...ATTENDABLE_WHILE_EMPLOYED];
  return acceptable ? attendable.filter((level) => acceptable.includes(level)) : attendable;
}

function wantsTelehealth(need: Need): boolean {
  return need.modalities === undefined || need.modalities.includes('telehealth');
}

export const startsWithin: Constraint = {
  code: 'starts_within',
  isSafety: () => false,
  isAsked: (need) => need.startsWithinDays !== undefined,
  judge(need, candidate) {
    const asked = need.startsWithinDays!;
    if (candidate.sameDayStart === true) return meets('starts_within.same_day');
    if (candidate.waitDays === undefined) return unknown('starts_within.unknown', 'ask.wait');
    return candidate.waitDays <= asked
      ? meets('starts_within.within', { days: candidate.waitDays })
      : fails(
          'starts_within.longer',
          { days: candidate.waitDays, max: asked },
          { asked, found: candidate.waitDays },
        );
  },
};
