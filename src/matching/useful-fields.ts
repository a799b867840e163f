import { acceptableLevels, type Need } from '../core/matching/need.js';
import type { Language } from '../core/vocabulary/languages.js';

/** Fields of a request that would make a match more precise, each in words that follow "Not told yet:". */
const WORDS = {
  en: {
    'assessment.conditions': 'which substance or habit is the problem',
    'assessment.conditions[].severity': 'how severe the problem is',
    'assessment.levelsOfCare': 'how much care is needed',
    'client.age': 'the age',
    'lovedOne.age': 'the age of the loved one',
    'constraints.near': 'where to look: a ZIP code',
    'constraints.payers': 'how care can be paid for',
  },
  es: {
    'assessment.conditions': 'con qué sustancia o hábito es el problema',
    'assessment.conditions[].severity': 'qué tan grave es el problema',
    'assessment.levelsOfCare': 'cuánta atención se necesita',
    'client.age': 'la edad',
    'lovedOne.age': 'la edad del ser querido',
    'constraints.near': 'dónde buscar: un código postal',
    'constraints.payers': 'cómo se puede pagar la atención',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

export type UsefulField = keyof (typeof WORDS)['en'];

/** The codes of all fields that may be missing. */
export const USEFUL_FIELDS = Object.keys(WORDS.en) as UsefulField[];

/** What would make a match more precise if it were given, the most useful first. */
export function missingFrom(need: Need): UsefulField[] {
  return [
    ...(need.conditions.length === 0 ? (['assessment.conditions'] as const) : []),
    ...(need.conditions.some(({ severity }) => severity === undefined)
      ? (['assessment.conditions[].severity'] as const)
      : []),
    ...(acceptableLevels(need) === undefined ? (['assessment.levelsOfCare'] as const) : []),
    ...(need.age === undefined
      ? [need.role === 'family' ? ('lovedOne.age' as const) : ('client.age' as const)]
      : []),
    ...(need.place === undefined && need.state === undefined ? (['constraints.near'] as const) : []),
    ...(need.payers === undefined ? (['constraints.payers'] as const) : []),
  ];
}

/** Each of these fields in words. */
export function missingInWords(
  missing: readonly UsefulField[],
  language: Language,
): Partial<Record<UsefulField, string>> {
  return Object.fromEntries(missing.map((field) => [field, WORDS[language][field]]));
}
