import { ATTENDABLE_WHILE_EMPLOYED, type LevelOfCare } from '../../../vocabulary/levels-of-care.js';
import type { Session } from '../../../vocabulary/services.js';
import { type Candidate, isReported, stance, yes } from '../../candidate.js';
import { areFreeInAnyZone, freeStretches, isFreeOf } from '../../facts/hours.js';
import { compareZones } from '../../facts/zone-shifts.js';
import { levelsFrom, needsOpioidMedication } from '../../need.js';
import { fails, meets, unknown, untold, type Verdict } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { asPreference } from '../relaxation-step.js';
import {
  attendableLevels,
  HOURS_BESIDE_WORK,
  isAgreedOnByTelehealth,
  isVisitByVisit,
  offeredOf,
} from '../attendance.js';
import { type Telehealth, telehealthBesideWork } from '../telehealth.js';

/**
 * A level one can attend while employed, and hours that fit. Sessions, which one sits through, have to lie outside the
 * working hours; of hours in which one may come a stretch long enough is enough. Telehealth fits at levels of a few hours a
 * week. Reported telehealth is counseling, so for opioid medication the hours of its visits have to be known.
 */
export const canKeepWorking: Constraint = {
  code: 'can_keep_working',
  reads: HOURS_BESIDE_WORK,
  asks: {
    'ask.evening_hours': ['sessions', 'visitHours'],
    'ask.medication_hours': ['visitHours', 'sessions'],
    'ask.level_while_working': ['levelsOfCare'],
    'ask.telehealth_state': ['telehealthStates'],
  },
  asksClient: ['state'],
  isSafety: () => false,
  isAsked: (need) => need.cannotLeaveWork,
  judge(need, candidate, { policy }) {
    const { levelFloor: floor } = need;
    // Whatever this program turns out to offer: what meets the floor cannot be attended while working.
    if (floor && !isReported(candidate, 'levelsOfCare') && !levelsFrom(floor).some(isAttendable))
      return fails('can_keep_working.floor', { floor });
    const attendable = attendableLevels(need, candidate);
    const offered = offeredOf(attendable, candidate);
    const openLevel = offered.length > 0 ? undefined : judgeWithoutAttendableLevel(attendable, candidate);
    if (openLevel?.verdict === 'fails') return openLevel;

    const workHours = need.workHours ?? [policy.curves.assumedWorkHours];
    const assumed = need.workHours === undefined;
    const { shifts, zones } = compareZones(need.timeZone, candidate.timeZone);
    const sessions = (candidate.sessions ?? []).filter((session) => isFreeOf(session, workHours, shifts));
    const visits = (candidate.visitHours ?? []).flatMap((hours) => freeStretches(hours, workHours, shifts));
    const telehealth = telehealthBesideWork(need, candidate);
    const knowsHours = candidate.sessions !== undefined || candidate.visitHours !== undefined;
    // Hours that cannot be attended rule a program out, whichever level they turn out to be of.
    if (knowsHours && sessions.length + visits.length === 0 && !BESIDE_WORK.includes(telehealth))
      return fails('can_keep_working.only_in_working_hours', { assumed, zones });
    if (openLevel) return openLevel;

    const naming = (hours: readonly Session[]) => {
      const named = hours.slice(0, 3);
      return {
        levels: offered,
        sessions: named.map(({ day, from, to }) => `${day} ${from}-${to}`),
        assumed,
        // A Saturday is free of a working week wherever the two are.
        zones: zones === 'unknown' && areFreeInAnyZone(named, workHours) ? 'same' : zones,
      };
    };
    if (sessions.length > 0) return meets('can_keep_working.sessions', naming(sessions));
    if (visits.length > 0)
      // Sessions that are all at work, or that are not reported and make up the level, remain a question.
      return needsOpioidMedication(need) || (!candidate.sessions && isVisitByVisit(offered))
        ? meets('can_keep_working.visits', naming(visits))
        : unknown('can_keep_working.sessions_unknown', 'ask.evening_hours', naming(visits));
    if (telehealth === 'yes')
      return isAgreedOnByTelehealth(need, candidate)
        ? meets('can_keep_working.telehealth', { levels: offered })
        : unknown('can_keep_working.telehealth_hours_unknown', 'ask.evening_hours', { levels: offered });
    if (telehealth === 'state_unknown')
      return unknown('can_keep_working.telehealth_state', 'ask.telehealth_state', {
        levels: offered,
        state: need.state!,
      });
    if (telehealth === 'state_not_told')
      return untold('can_keep_working.telehealth_state_not_told', 'state', { levels: offered });
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

/** Telehealth that leaves hours open, so far as is known. */
const BESIDE_WORK: readonly Telehealth[] = ['yes', 'state_unknown', 'state_not_told'];

const isAttendable = (level: LevelOfCare) => ATTENDABLE_WHILE_EMPLOYED.has(level);
