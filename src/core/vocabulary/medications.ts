import type { Condition } from './conditions.js';

export const MEDICATIONS = [
  'methadone',
  'buprenorphine',
  'buprenorphine-injection',
  'naltrexone',
  'naltrexone-injection',
  'acamprosate',
  'disulfiram',
  'nicotine-replacement',
  'non-nicotine-cessation',
  'naloxone',
  'lofexidine',
  'clonidine',
] as const;
export type Medication = (typeof MEDICATIONS)[number];

/**
 * What a program does with a medication: `starts` it, `continues` it for people who already take it, or `refuses`
 * people who take it. If absent, it is unknown (clinical/matching-factors.md row 2).
 */
export const MEDICATION_STANCES = ['starts', 'continues', 'refuses'] as const;
export type MedicationStance = (typeof MEDICATION_STANCES)[number];

/** Medications that lower deaths in opioid use disorder (clinical/matching-factors.md row 2; Sordo 2017). */
export const OPIOID_AGONISTS: readonly Medication[] = [
  'methadone',
  'buprenorphine',
  'buprenorphine-injection',
];

/** Of these, the daily forms that can be started today: the injection comes after stabilisation on one of them. */
export const FIRST_DAY_AGONISTS: readonly Medication[] = ['methadone', 'buprenorphine'];

/** Dispensed daily at the clinic, at first at least (clinical/matching-factors.md row 6). */
export const DISPENSED_DAILY: readonly Medication[] = ['methadone'];

/** Medications that treat a condition over time (clinical/evidence.md, medication by condition); none is established for the rest. */
export const MEDICATIONS_FOR: Readonly<Record<Condition, readonly Medication[]>> = {
  alcohol: ['naltrexone', 'naltrexone-injection', 'acamprosate', 'disulfiram'],
  opioid: [...OPIOID_AGONISTS, 'naltrexone-injection'],
  stimulant: [],
  cannabis: [],
  sedative: [],
  nicotine: ['nicotine-replacement', 'non-nicotine-cessation'],
};

/** Medications for withdrawal itself and for overdose; none of them continues as treatment. */
export const NOT_KEPT_UP: ReadonlySet<string> = new Set<Medication>(['lofexidine', 'clonidine', 'naloxone']);
