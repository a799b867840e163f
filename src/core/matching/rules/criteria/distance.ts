import { distanceTo } from '../../facts/distance.js';
import { DISPENSED_DAILY, type Medication } from '../../../vocabulary/medications.js';
import { type Need, needsOpioidMedication } from '../../need.js';
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
    return near.by === 'telehealth'
      ? known(near.value, 'distance.telehealth')
      : known(near.value, 'distance.meters', { meters: meters! });
  },
};

/** Whether the client takes a medication that a clinic dispenses daily, or asks for no other kind. */
function asksForDailyDosing({ medications, currentMedications }: Need): boolean {
  const isDaily = (code: Medication) => DISPENSED_DAILY.includes(code);
  return currentMedications.some(isDaily) || (medications.length > 0 && medications.every(isDaily));
}

/**
 * How near a program is, 0 to 1: by its site, or by telehealth where that brings it nearer; undefined where its
 * place is not known and it does not come by telehealth.
 *
 * @param meters to its site, where that is known
 * @param reaches see `reachesByTelehealth`
 */
export function closeness(
  need: Need,
  meters: number | undefined,
  reaches: boolean,
  policy: MatchingPolicy,
): { readonly value: number; readonly by: 'site' | 'telehealth' } | undefined {
  const { defaultScaleKm, telehealth } = policy.curves.distance;
  const scale = need.maxDistanceMeters ?? defaultScaleKm * 1000;
  const bySite =
    meters === undefined ? undefined : scale === 0 ? Number(meters === 0) : Math.exp((-2 * meters) / scale);
  if (reaches && !needsOpioidMedication(need)) {
    const value = need.preferences.modality === 'telehealth' ? 1 : telehealth;
    if (value >= (bySite ?? 0)) return { value, by: 'telehealth' };
  }
  return bySite === undefined ? undefined : { value: bySite, by: 'site' };
}
