import { distanceTo } from '../../facts/distance.js';
import { DISPENSED_DAILY, type Medication } from '../../../vocabulary/medications.js';
import { type Need, needsOpioidMedication, unitsOf } from '../../need.js';
import type { MatchingPolicy } from '../../policy.js';
import { type Criterion, known, notKnown } from '../criterion.js';
import { REACHES_CLIENT, reachesByTelehealth } from '../telehealth.js';

export const distance: Criterion = {
  code: 'distance',
  reads: {
    facts: { place: true, ...REACHES_CLIENT.facts },
    need: [
      'place',
      'maxDistanceMeters',
      'units',
      'modalities',
      'strictness',
      'state',
      'preferences',
      'conditions',
      'overlays',
    ],
  },
  applies: (need) => need.place !== undefined,
  emphasis: (need, policy) => (asksForDailyDosing(need) ? policy.curves.distance.dailyDosing : 1),
  judge(need, candidate, knowledge) {
    const meters = distanceTo(need, candidate);
    const near = closeness(need, meters, reachesByTelehealth(need, candidate), knowledge.policy);
    if (near === undefined) return notKnown(knowledge, 'distance');
    if (near.by === 'telehealth') return known(near.value, 'distance.telehealth');
    return known(near.value, near.by === 'both' ? 'distance.both' : 'distance.meters', {
      meters: meters!,
      ...unitsOf(need),
    });
  },
};

/** Whether the client takes a medication that a clinic dispenses daily, or asks for no other kind. */
function asksForDailyDosing({ medications, currentMedications }: Need): boolean {
  const isDaily = (code: Medication) => DISPENSED_DAILY.includes(code);
  return currentMedications.some(isDaily) || (medications.length > 0 && medications.every(isDaily));
}

/**
 * How near a program is, 0 to 1: by its site. Where the client asks for telehealth and the program reaches them by it,
 * the site counts beside telehealth, since two ways to come are better than one; opioid medication needs visits
 * (docs/decisions/0004-telehealth-and-opioid-medication.md). `undefined` where neither is known.
 *
 * @param meters to its site, where that is known
 * @param reaches see `reachesByTelehealth`
 */
export function closeness(
  need: Need,
  meters: number | undefined,
  reaches: boolean,
  policy: MatchingPolicy,
): { readonly value: number; readonly by: 'site' | 'telehealth' | 'both' } | undefined {
  const { telehealth } = policy.curves.distance;
  const scale = distanceScale(need, policy);
  const bySite =
    meters === undefined ? undefined : scale === 0 ? Number(meters === 0) : Math.exp((-2 * meters) / scale);
  if (reaches && asksForTelehealth(need) && !needsOpioidMedication(need)) {
    const apart = need.preferences.modality === 'telehealth' ? 1 : telehealth;
    return bySite === undefined
      ? { value: apart, by: 'telehealth' }
      : { value: apart + (1 - apart) * bySite, by: 'both' };
  }
  return bySite === undefined ? undefined : { value: bySite, by: 'site' };
}

/** Metres over which a program loses most of its closeness. */
export function distanceScale({ maxDistanceMeters }: Need, policy: MatchingPolicy): number {
  return maxDistanceMeters ?? policy.curves.distance.defaultScaleKm * 1000;
}

/** Whether the client names telehealth, as a modality that will do or as the one they prefer. */
export function asksForTelehealth({ modalities, preferences }: Need): boolean {
  return modalities?.includes('telehealth') === true || preferences.modality === 'telehealth';
}
