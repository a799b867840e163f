import type { State } from '../../vocabulary/places.js';
import { type Candidate, stance, yes } from '../candidate.js';
import type { Reads } from './reads.js';
import { type Need, needsOpioidMedication } from '../need.js';

/** Whether the client takes telehealth: a need that names no modality takes any, and so does one that only wishes for one. */
export function takesTelehealth({ modalities, strictness }: Need): boolean {
  return modalities === undefined || modalities.includes('telehealth') || strictness.modality === 'preferred';
}

/** The fields that `takesTelehealth` reads, as short as they mean the same. */
export function onlyTelehealth(need: Need): Pick<Need, 'modalities'> {
  return takesTelehealth(need) ? {} : { modalities: ['in-person'] };
}

/** Whether the program treats people in a state by telehealth, wherever its site is. */
export function reachesState(candidate: Candidate, state: State): boolean {
  return (
    stance(candidate, 'modalities', 'telehealth') === 'yes' &&
    stance(candidate, 'telehealthStates', state) === 'yes'
  );
}

/** Every state that the program reaches by telehealth. */
export function statesReached(candidate: Candidate): State[] {
  return yes(candidate, 'telehealthStates').filter((state) => reachesState(candidate, state));
}

/** What `reachesByTelehealth` reads. */
export const REACHES_CLIENT: Reads = {
  facts: { modalities: ['telehealth'], telehealthStates: true },
  need: ['modalities', 'strictness', 'state'],
  cache: (need) => ({ state: need.state, ...onlyTelehealth(need) }),
};

/** Whether the program reaches the client at home: telehealth that serves the client's state, if they take it. */
export function reachesByTelehealth(need: Need, candidate: Candidate): boolean {
  return takesTelehealth(need) && need.state !== undefined && reachesState(candidate, need.state);
}

/**
 * Whether the client can be seen by telehealth, whatever the hours. Reported telehealth is counseling: it does not settle
 * the hours of opioid medication.
 */
export function isSeenByTelehealth(need: Need, candidate: Candidate): boolean {
  return (
    takesTelehealth(need) &&
    !needsOpioidMedication(need) &&
    stance(candidate, 'modalities', 'telehealth') === 'yes'
  );
}
