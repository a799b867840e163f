import type { Session } from '../../../vocabulary/services.js';
import { areFreeInAnyZone, freeStretches, shareFree } from '../../facts/hours.js';
import { compareZones } from '../../facts/zone-shifts.js';
import { type Criterion, known, notKnown } from '../criterion.js';
import { HOURS_BESIDE_WORK, isAgreedOnByTelehealth } from '../attendance.js';

export const scheduleFit: Criterion = {
  code: 'schedule_fit',
  reads: HOURS_BESIDE_WORK,
  applies: (need) => need.cannotLeaveWork || need.workHours !== undefined,
  judge(need, candidate, knowledge) {
    const { assumedWorkHours, scheduleFit: curve } = knowledge.policy.curves;
    const { sessions, visitHours } = candidate;
    const workHours = need.workHours ?? [assumedWorkHours];
    const { shifts, zones } = compareZones(need.timeZone, candidate.timeZone);
    const byTelehealth = isAgreedOnByTelehealth(need, candidate) ? curve.telehealth : undefined;
    const bySessions = sessions && shareFree(sessions, workHours, shifts);
    const stretches = visitHours?.map((hours) => freeStretches(hours, workHours, shifts));
    const byVisits = stretches && stretches.filter(({ length }) => length > 0).length / stretches.length;
    if (byTelehealth !== undefined && byTelehealth >= Math.max(bySessions ?? 0, byVisits ?? 0))
      return known(byTelehealth, 'schedule_fit.telehealth');
    const clocks = (hours: readonly Session[]) =>
      zones === 'unknown' && areFreeInAnyZone(hours, workHours) ? 'same' : zones;
    if (byVisits !== undefined && byVisits >= (bySessions ?? 0))
      return known(byVisits, 'schedule_fit.visits', {
        percent: Math.round(byVisits * 100),
        zones: clocks(stretches!.flat()),
      });
    if (bySessions === undefined) return notKnown(knowledge, 'schedule_fit');
    return known(bySessions, 'schedule_fit.sessions', {
      percent: Math.round(bySessions * 100),
      zones: clocks(sessions!),
    });
  },
};
