import { DELIVERABLE_BY_TELEHEALTH, LEVELS_OF_CARE } from '../../vocabulary/levels-of-care.js';
import type { State } from '../../vocabulary/places.js';
import { SUPPORT_SERVICES } from '../../vocabulary/services.js';
import { type Candidate, isReported, stance, yes } from '../candidate.js';
import type { Purpose } from '../codes.js';
import { acceptableLevels, LEVEL_FIELDS, levelsFrom, type Need, needsOpioidMedication } from '../need.js';
import type { FactsRead, Reads } from './reads.js';

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
  return telehealthFor({ state }, candidate) === 'yes';
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
  return takesTelehealth(need) && telehealthFor(need, candidate) === 'yes';
}

/**
 * Whether a program treats a client by telehealth where the client is: `not_in_state` and `no` are known; in
 * `state_unknown` it offers telehealth, but not known in the client's state; in `state_not_told` the client's state is not known.
 */
export type Telehealth = 'yes' | 'no' | 'not_in_state' | 'not_reported' | 'state_unknown' | 'state_not_told';

/** What `telehealthFor` reads. */
export const TELEHEALTH_FACTS: FactsRead = { modalities: ['telehealth'], telehealthStates: true };

/** Whether the program treats the client by telehealth. A license ends at a state line, so the client's state decides. */
export function telehealthFor({ state }: Pick<Need, 'state'>, candidate: Candidate): Telehealth {
  const offers = stance(candidate, 'modalities', 'telehealth');
  if (offers === 'no') return 'no';
  const serves = state === undefined ? 'unknown' : stance(candidate, 'telehealthStates', state);
  // Known whether or not it is reported that it offers telehealth at all.
  if (serves === 'no') return 'not_in_state';
  if (offers !== 'yes') return 'not_reported';
  if (state === undefined) return 'state_not_told';
  return serves === 'yes' ? 'yes' : 'state_unknown';
}

/**
 * Whether the client can be seen by telehealth, whatever the hours. Reported telehealth is counseling: it does not settle
 * the hours of opioid medication.
 */
export function telehealthBesideWork(need: Need, candidate: Candidate): Telehealth {
  return takesTelehealth(need) && !needsOpioidMedication(need) ? telehealthFor(need, candidate) : 'no';
}

/** Whether the client comes by telehealth only: they name it, not visits in person, and it is more than a wish. */
export function comesOnlyByTelehealth({ modalities, strictness }: Need): boolean {
  return (
    modalities !== undefined &&
    modalities.every((modality) => modality === 'telehealth') &&
    strictness.modality !== 'preferred'
  );
}

/** What telehealth makes of a program whose site is too far away, or not known. */
export const REACHES = [
  'no',
  /** Offered, but not known in the client's state. */
  'ask_state',
  /** Offered, but not known for medication visits. */
  'ask_medication',
  /** Offered, but not known for all visits. */
  'ask_all',
  /** It treats people wholly by telehealth. */
  'wholly',
  /** The client comes by telehealth only: the distance is not asked. */
  'not_asked',
] as const;
export type ReachByTelehealth = (typeof REACHES)[number];

/** What `reachFromAfar` reads. */
export const REACH_FROM_AFAR: Reads = {
  facts: {
    ...TELEHEALTH_FACTS,
    whollyByTelehealth: true,
    levelsOfCare: true,
    services: SUPPORT_SERVICES,
  },
  need: ['modalities', 'strictness', 'state', 'conditions', 'overlays', 'careNeeds', ...LEVEL_FIELDS],
  cache: (need) => ({
    state: need.state,
    ...(comesOnlyByTelehealth(need) ? { modalities: ['telehealth'] } : onlyTelehealth(need)),
    conditions: [],
    overlays: [
      ...(needsOpioidMedication(need) ? ['moud' as const] : []),
      ...(need.overlays.includes('housing') ? ['housing' as const] : []),
    ],
    careNeeds: need.careNeeds.includes('withdrawal_cover') ? ['withdrawal_cover'] : [],
    acceptedLevels: acceptableLevels(need),
    levelFloor: need.levelFloor,
  }),
};

/**
 * Whether a program reaches the client by telehealth from beyond the distance. The source says that telehealth is among
 * its approaches, not that a stranger is treated wholly by it: that is a question, unless a source says so or the client
 * comes by telehealth only.
 */
export function reachFromAfar(need: Need, candidate: Candidate, purpose: Purpose): ReachByTelehealth {
  if (!takesTelehealth(need) || candidate.whollyByTelehealth === false) return 'no';
  if (!isDeliverable(need, candidate, purpose)) return 'no';
  const telehealth = telehealthFor(need, candidate);
  if (telehealth === 'state_unknown') return 'ask_state';
  if (telehealth !== 'yes') return 'no';
  if (needsOpioidMedication(need)) return 'ask_medication';
  if (comesOnlyByTelehealth(need)) return 'not_asked';
  return candidate.whollyByTelehealth === true ? 'wholly' : 'ask_all';
}

/** Whether a program is looked at because it reaches the client's state by telehealth, wherever its site is. */
export function isReachedFromAfar(need: Need, candidate: Candidate, purpose: Purpose): boolean {
  // Without a place a client of the state is reached whether they would rather come or not.
  if (need.place === undefined)
    return (
      need.state !== undefined &&
      reachesState(candidate, need.state) &&
      isDeliverable(need, candidate, purpose)
    );
  return isLookedAtFor(reachFromAfar(need, candidate, purpose));
}

/** Whether a program beyond twice the distance is looked at for what telehealth makes of it. */
export function isLookedAtFor(reach: ReachByTelehealth): boolean {
  return reach !== 'no' && reach !== 'ask_state';
}

/** Whether what the client looks for may be delivered by telehealth by this program. */
function isDeliverable(need: Need, candidate: Candidate, purpose: Purpose): boolean {
  switch (purpose) {
    case 'treatment':
      return isTreatmentDeliverable(need, candidate);
    case 'recovery_support':
      return SUPPORT_SERVICES.some((service) => stance(candidate, 'services', service) === 'yes');
    case 'family_engagement':
      return true;
  }
}

function isTreatmentDeliverable(need: Need, candidate: Candidate): boolean {
  const forOpioids = needsOpioidMedication(need);
  if (need.overlays.includes('housing')) return false;
  if (need.careNeeds.includes('withdrawal_cover') && !forOpioids) return false;
  const { levelFloor } = need;
  const fitting = (acceptableLevels(need) ?? (levelFloor ? levelsFrom(levelFloor) : LEVELS_OF_CARE)).filter(
    // Whether medication visits can be by telehealth is a question of its own (decision 4).
    (level) => DELIVERABLE_BY_TELEHEALTH.has(level) || (forOpioids && level === 'op-med'),
  );
  const counts = isReported(candidate, 'levelsOfCare') ? ['yes', 'maybe'] : ['unknown', 'maybe'];
  return fitting.some((level) => counts.includes(stance(candidate, 'levelsOfCare', level)));
}
