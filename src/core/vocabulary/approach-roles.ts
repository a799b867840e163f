import type { MedicatedCondition } from './medication-access.js';
import type { LevelOfCare, Overlay } from './levels-of-care.js';
import type { Medication } from './medications.js';
import type { Modality, Service } from './services.js';

type ApproachRole =
  | 'craft'
  | 'joint'
  | 'inviting'
  | 'own-help'
  | 'for-families'
  | 'family-element'
  | 'family-guidance'
  | 'no-care-after';

/** Approaches of the registry that rules treat alike. Each has one line here, with all its roles. */
const ROLES: readonly (readonly [code: string, roles: readonly ApproachRole[]])[] = [
  ['craft', ['craft', 'inviting', 'for-families', 'family-element', 'family-guidance']],
  ['craft-group-self', ['craft', 'inviting', 'for-families', 'family-element']],
  ['craft-short', ['craft', 'inviting', 'for-families', 'family-element']],
  ['arise', ['inviting', 'for-families', 'family-element']],
  ['johnson-intervention', ['inviting', 'for-families', 'family-guidance']],
  ['five-step', ['own-help', 'for-families', 'family-element']],
  ['al-anon', ['own-help', 'for-families']],
  ['bct', ['joint', 'inviting', 'family-element']],
  ['mdft', ['joint', 'inviting', 'family-element']],
  ['family-therapies-teen', ['joint', 'inviting', 'family-element']],
  ['acra', ['joint', 'inviting']],
  ['confrontational-counselling', ['family-guidance']],
  ['detox-alone-oud', ['no-care-after']],
  ['naloxone', ['no-care-after']],
  ['syringe-services', ['no-care-after']],
  ['telehealth', ['no-care-after']],
];

function withRole(role: ApproachRole): readonly string[] {
  return ROLES.filter(([, roles]) => roles.includes(role)).map(([code]) => code);
}

/** Community reinforcement and family training: in sessions, in groups, and its short form. */
export const CRAFT = withRole('craft');

/** Sessions of a person together with their partner or family. */
export const JOINT = withRole('joint');

/**
 * Approaches that invite the loved one or meet them (clinical/safety.md SF-VIOL: joint and couples work and every
 * invitation hidden until everybody is safe).
 */
export const INVITING = withRole('inviting');

/** Help for the family member only, whatever the loved one does. */
export const OWN_HELP = withRole('own-help');

/** For families and others who are close to a person: a program that names one is in the family's own list. */
export const FOR_FAMILIES = withRole('for-families');

/** Approaches that count as the family element of care (clinical/matching-factors.md row 15). */
export const FAMILY_ELEMENT = withRole('family-element');

/** Approaches that a family is informed about, in this order (clinical/levels-of-care.md §4, Y3). */
export const FAMILY_GUIDANCE = withRole('family-guidance');

/** Approaches that say nothing about care after withdrawal. */
export const NO_CARE_AFTER = withRole('no-care-after');

export const CONTINGENCY_MANAGEMENT = 'contingency-management';
export const CONTINGENCY_MANAGEMENT_WITH_MEDICATION = 'cm-with-moud';

/** Recovery management check-ups. */
export const CHECK_UPS = 'rmc';

/** Motivational interviewing and enhancement. */
export const MOTIVATIONAL = 'mi-met';

/** Withdrawal management for opioid use, and nothing after it. */
export const DETOX_ALONE = 'detox-alone-oud';

/** The approaches that a medication implies. */
export const BY_MEDICATION: Readonly<Partial<Record<Medication, readonly string[]>>> = {
  methadone: ['methadone'],
  buprenorphine: ['buprenorphine'],
  'buprenorphine-injection': ['xr-buprenorphine'],
  naltrexone: ['naltrexone-oral-aud', 'oral-naltrexone-oud'],
  'naltrexone-injection': ['xr-naltrexone-aud', 'xr-naltrexone-oud'],
  acamprosate: ['acamprosate'],
  disulfiram: ['disulfiram'],
  'nicotine-replacement': ['varenicline-nrt'],
  'non-nicotine-cessation': ['varenicline-nrt'],
  naloxone: ['naloxone'],
};

/** The approaches that are a medication for a condition. A program that uses none for it declines all of them. */
export const MEDICATION_APPROACHES: Readonly<Record<MedicatedCondition, readonly string[]>> = {
  alcohol: [
    'naltrexone-oral-aud',
    'xr-naltrexone-aud',
    'acamprosate',
    'disulfiram',
    'topiramate',
    'gabapentin-aud',
    'baclofen-aud',
  ],
  opioid: ['methadone', 'buprenorphine', 'xr-buprenorphine', 'xr-naltrexone-oud', 'oral-naltrexone-oud'],
};

/** The approach that a level of care, an overlay, a modality or a service implies. */
export const BY_LEVEL: Readonly<Partial<Record<LevelOfCare, string>>> = {
  iop: 'iop',
  'res-low': 'residential',
  'res-high': 'residential',
};
export const BY_OVERLAY: Readonly<Partial<Record<Overlay, string>>> = { housing: 'recovery-housing' };
export const BY_MODALITY: Readonly<Partial<Record<Modality, string>>> = { telehealth: 'telehealth' };
export const BY_SERVICE: Readonly<Partial<Record<Service, string>>> = {
  'peer-support': 'peer-support',
  'recovery-coach': 'recovery-coaching',
  'naloxone-and-overdose-education': 'naloxone',
};
