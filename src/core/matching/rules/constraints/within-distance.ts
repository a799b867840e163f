import { distanceTo } from '../../facts/distance.js';
import { type Need, needsOpioidMedication } from '../../need.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import type { RelaxationStep } from '../relaxation-step.js';
import { REACHES_CLIENT, reachesByTelehealth } from '../telehealth.js';

const STEP_METERS = 5_000;

export const withinDistance = {
  code: 'within_distance',
  reads: {
    facts: { place: true, ...REACHES_CLIENT.facts },
    need: ['place', 'maxDistanceMeters', 'modalities', 'strictness', 'state', 'conditions', 'overlays'],
  },
  // Where a program is located is for its listing, not for a call to confirm; and that a first dose is given without a
  // visit is no fact the directory holds.
  asks: { 'ask.address': [], 'ask.medication_by_telehealth': [] },
  isSafety: () => false,
  isAsked: (need) => need.place !== undefined && need.maxDistanceMeters !== undefined,
  judge(need, candidate) {
    const asked = need.maxDistanceMeters!;
    const found = distanceTo(need, candidate);
    if (found !== undefined && found <= asked) return meets('within_distance.within', { meters: found });
    if (reachesByTelehealth(need, candidate)) {
      // Reported telehealth is counseling; a first dose or a daily dose may still mean the trip.
      if (needsOpioidMedication(need))
        return unknown(
          'within_distance.medication_by_telehealth',
          'ask.medication_by_telehealth',
          found === undefined ? {} : { meters: found },
        );
      return meets('within_distance.telehealth', { state: need.state! });
    }
    if (found === undefined) return unknown('within_distance.unknown', 'ask.address');
    return fails('within_distance.farther', { meters: found, max: asked }, { asked, found });
  },
  relax: nextDistance,
} satisfies Constraint;

/** The next distance, in steps, at which something is known to be. */
function nextDistance(need: Need, meters: number | undefined): RelaxationStep[] {
  if (meters === undefined || need.maxDistanceMeters === undefined) return [];
  const rounded = Math.ceil(meters / STEP_METERS) * STEP_METERS;
  return [{ change: { maxDistanceKm: rounded / 1000 }, need: { ...need, maxDistanceMeters: rounded } }];
}
