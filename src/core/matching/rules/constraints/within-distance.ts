import { distanceTo } from '../../facts/distance.js';
import { type Need, unitsOf } from '../../need.js';
import { fails, meets, type ReasonValue, unknown, type Verdict } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import type { RelaxationStep } from '../relaxation-step.js';
import { REACH_FROM_AFAR, type ReachByTelehealth, reachFromAfar, TELEHEALTH_FACTS } from '../telehealth.js';

/** Round steps in the units of the client: 5 miles, or 5 km. */
const STEP_METERS = { mi: 5 * 1609.344, km: 5_000 } as const;

export const withinDistance = {
  code: 'within_distance',
  reads: {
    facts: { place: true, ...REACH_FROM_AFAR.facts },
    need: ['place', 'maxDistanceMeters', 'units', ...(REACH_FROM_AFAR.need as readonly (keyof Need)[])],
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
      return { ...meets('within_distance.within', { meters: found, ...unitsOf(need) }), reach: 'within' };
    const reach = reachFromAfar(need, candidate, purpose);
    const verdict = judgeReach(reach, need, found);
    if (verdict) return { ...verdict, reach: 'by_telehealth' };
    if (found === undefined) return unknown('within_distance.unknown', 'ask.address');
    return fails(
      'within_distance.farther',
      { meters: found, max: asked, ...unitsOf(need) },
      { asked, found },
    );
  },
  relax: nextDistance,
} satisfies Constraint;

/** The verdict where telehealth reaches the client, or may reach them; `undefined` where it does not. */
function judgeReach(reach: ReachByTelehealth, need: Need, found: number | undefined): Verdict | undefined {
  const state = need.state!;
  const values: Readonly<Record<string, ReasonValue>> =
    found === undefined ? {} : { meters: found, ...unitsOf(need) };
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
  const step = STEP_METERS[need.units ?? 'mi'];
  // In kilometers with one decimal, rounded up: 30 miles are 48.3 km.
  const max = Math.ceil(meters / step) * step;
  const maxDistanceKm = Math.ceil(max / 100) / 10;
  const maxDistanceMeters = Math.round(maxDistanceKm * 1000);
  return [
    {
      change: { constraints: { maxDistanceKm } },
      label: { code: 'relax.distance', values: { max, ...unitsOf(need) } },
      need: { ...need, maxDistanceMeters },
    },
  ];
}
