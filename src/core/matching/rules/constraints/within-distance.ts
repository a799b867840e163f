import { distanceTo } from '../../facts/distance.js';
import type { Need } from '../../need.js';
import { fails, meets, type ReasonValue, unknown, type Verdict } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import type { RelaxationStep } from '../relaxation-step.js';
import { REACH_FROM_AFAR, type ReachByTelehealth, reachFromAfar, TELEHEALTH_FACTS } from '../telehealth.js';

const STEP_METERS = 5_000;

export const withinDistance = {
  code: 'within_distance',
  reads: {
    facts: { place: true, ...REACH_FROM_AFAR.facts },
    need: ['place', 'maxDistanceMeters', ...(REACH_FROM_AFAR.need as readonly (keyof Need)[])],
  },
  // Levels and services say what could be given by video, not how far away it is.
  shows: { ...TELEHEALTH_FACTS, whollyByTelehealth: true },
  // Where a program is located is for its listing, not for a call to confirm; and that a first dose is given without a
  // visit is no fact the directory holds.
  asks: {
    'ask.address': [],
    'ask.medication_by_telehealth': [],
    'ask.all_by_video': ['whollyByTelehealth'],
    'ask.telehealth_state': ['telehealthStates'],
  },
  byTrack: true,
  isSafety: () => false,
  isAsked: (need) => need.place !== undefined && need.maxDistanceMeters !== undefined,
  judge(need, candidate, { purpose = 'treatment' }): Verdict {
    const asked = need.maxDistanceMeters!;
    const found = distanceTo(need, candidate);
    if (found !== undefined && found <= asked)
      return { ...meets('within_distance.within', { meters: found }), reach: 'within' };
    const reach = reachFromAfar(need, candidate, purpose);
    const verdict = judgeReach(reach, need, found);
    if (verdict) return { ...verdict, reach: 'by_telehealth' };
    if (found === undefined) return unknown('within_distance.unknown', 'ask.address');
    return fails('within_distance.farther', { meters: found, max: asked }, { asked, found });
  },
  relax: nextDistance,
} satisfies Constraint;

/** The verdict where telehealth reaches the client, or may reach them; `undefined` where it does not. */
function judgeReach(reach: ReachByTelehealth, need: Need, found: number | undefined): Verdict | undefined {
  const state = need.state!;
  const values: Readonly<Record<string, ReasonValue>> = found === undefined ? {} : { meters: found };
  switch (reach) {
    case 'no':
      return undefined;
    case 'ask_state':
      return found === undefined
        ? undefined
        : unknown('within_distance.telehealth_state', 'ask.telehealth_state', { ...values, state });
    case 'ask_medication':
      // Reported telehealth is counseling; a first dose or a daily dose may still mean the trip.
      return unknown('within_distance.medication_by_telehealth', 'ask.medication_by_telehealth', values);
    case 'ask_all':
      return unknown('within_distance.by_telehealth', 'ask.all_by_video', { ...values, state });
    case 'wholly':
    case 'not_asked':
      return meets('within_distance.telehealth', { state });
  }
}

/** The next distance, in steps, at which something is known to be. */
function nextDistance(need: Need, meters: number | undefined): RelaxationStep[] {
  if (meters === undefined || need.maxDistanceMeters === undefined) return [];
  const rounded = Math.ceil(meters / STEP_METERS) * STEP_METERS;
  return [{ change: { maxDistanceKm: rounded / 1000 }, need: { ...need, maxDistanceMeters: rounded } }];
}
