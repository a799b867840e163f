import { areFreeInAnyZone, shareFree } from '../../facts/hours.js';
import { compareZones } from '../../facts/zone-shifts.js';
import { onlyOpioidMedication } from '../../need.js';
import { type Criterion, known, notKnown } from '../criterion.js';
import { isSeenByTelehealth, onlyTelehealth } from '../telehealth.js';

export const scheduleFit: Criterion = {
  code: 'schedule_fit',
  reads: {
    facts: { sessions: true, modalities: ['telehealth'], timeZone: true },
    need: ['workHours', 'timeZone', 'modalities', 'strictness', 'conditions', 'overlays'],
    // Hours that the policy assumes are the same for everybody; hours that a client states are not.
    cache: (need) =>
      need.workHours
        ? undefined
        : { timeZone: need.timeZone, ...onlyTelehealth(need), ...onlyOpioidMedication(need) },
  },
  applies: (need) => need.cannotLeaveWork || need.workHours !== undefined,
  judge(need, candidate, knowledge) {
    const { assumedWorkHours, scheduleFit: curve } = knowledge.policy.curves;
    const byTelehealth = isSeenByTelehealth(need, candidate) ? curve.telehealth : undefined;
    const { sessions } = candidate;
    const workHours = need.workHours ?? [assumedWorkHours];
    const { shifts, zones } = compareZones(need.timeZone, candidate.timeZone);
    const bySessions = sessions && shareFree(sessions, workHours, shifts);
    if (byTelehealth !== undefined && byTelehealth >= (bySessions ?? 0))
      return known(byTelehealth, 'schedule_fit.telehealth');
    if (bySessions === undefined) return notKnown(knowledge, 'schedule_fit');
    return known(bySessions, 'schedule_fit.sessions', {
      percent: Math.round(bySessions * 100),
      zones: zones === 'unknown' && areFreeInAnyZone(sessions!, workHours) ? 'same' : zones,
    });
  },
};
