import { type Candidate, stance } from '../../candidate.js';
import type { Constraint } from '../constraint.js';
import { distanceMeters } from '../../facts/distance.js';
import { reachesByTelehealth } from '../telehealth.js';
import { type Need, needsOpioidMedication } from '../../need.js';
import { fails, meets, unknown } from '../../verdict.js';

/** Metres to the program's site, or `undefined` where either place is unknown. */
export function distanceTo(need: Need, candidate: Pick<Candidate, 'place'>): number | undefined {
  return need.place && candidate.place ? distanceMeters(need.place, candidate.place) : undefined;
}

export const withinDistance: Constraint = {
  code: 'within_distance',
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
};

export const modality: Constraint = {
  code: 'modality',
  isSafety: () => false,
  isAsked: (need) => need.modalities !== undefined,
  judge(need, candidate) {
    const wanted = need.modalities!;
    const stances = wanted.map((code) => stance(candidate, 'modalities', code));
    if (stances.includes('yes'))
      return meets('modality.offers', { modalities: wanted.filter((_, i) => stances[i] === 'yes') });
    if (stances.every((each) => each === 'no'))
      return fails('modality.not', { modalities: wanted }, { asked: wanted });
    return unknown('modality.unknown', 'ask.modality', { modalities: wanted });
  },
};
