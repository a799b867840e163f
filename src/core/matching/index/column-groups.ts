import { MATCHED_LISTS, MATCHED_VALUES } from '../candidate.js';
import type { CandidateFact } from '../rules/reads.js';

/** Facts that are kept by row, in no dictionary. */
const BY_ROW = ['id', 'organizationId', 'state', 'place'] as const satisfies readonly CandidateFact[];

/** A fact that a dictionary column holds. */
export type StoredFact = Exclude<CandidateFact, (typeof BY_ROW)[number]>;

export function isStored(fact: CandidateFact): fact is StoredFact {
  return !(BY_ROW as readonly CandidateFact[]).includes(fact);
}

/** Facts that share a column, because rules read them together. */
const TOGETHER = {
  levels: ['levelsOfCare', 'overlays'],
  withdrawal: ['withdrawalSettings', 'withdrawalSubstances'],
  delivery: ['claims', 'declinedApproaches', 'access', 'answeredLists', 'opioidTreatmentProgram'],
  payment_terms: ['payers', 'slidingFee', 'paymentAssistance', 'prices'],
  people: ['ageGroups', 'genders'],
  languages: ['languages', 'interpreterOnCall'],
  groups: ['populations', 'onlyPopulations', 'pregnancyCare', 'coOccurringCare'],
  eligibility: ['operator', 'openToOthers'],
  reach: ['modalities', 'telehealthStates', 'whollyByTelehealth'],
  hours: ['sessions', 'visitHours', 'timeZone'],
  start: ['waitDays', 'sameDayStart'],
  outlook: ['goals', 'faithBased'],
  record: ['accreditations', 'licenses', 'bestStanding', 'freshness'],
} as const satisfies Record<string, readonly StoredFact[]>;

const STORED_FACTS: readonly StoredFact[] = [
  ...MATCHED_LISTS,
  ...MATCHED_VALUES,
  'medications',
  'claims',
  'declinedApproaches',
  'access',
  'operator',
  'signs',
  'timeZone',
  'bestStanding',
  'freshness',
];

const GROUPED: readonly StoredFact[] = Object.values(TOGETHER).flat();

/** Every fact that the engine reads, each in exactly one group; by itself, where it is in none of those above. */
export const COLUMN_GROUPS: readonly { readonly name: string; readonly facts: readonly StoredFact[] }[] = [
  ...STORED_FACTS.filter((fact) => !GROUPED.includes(fact)).map((fact) => ({ name: fact, facts: [fact] })),
  ...Object.entries(TOGETHER).map(([name, facts]) => ({ name, facts })),
];
