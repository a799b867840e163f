import type { FactKey } from '../directory/source-record.js';
import type { ResolvedFacts } from '../directory/resolved-facts.js';

/** A question that a call to a program settles. */
export interface CallQuestion {
  /** Facts that the answer states. */
  readonly facts: readonly [FactKey, ...FactKey[]];
  /** `all`: it is open while none of the facts is known. `any`: while one is not. */
  readonly openWhile: 'all-unknown' | 'any-unknown';
  readonly question: string;
  /** How much an answer moves matches, against the others: our judgement, see docs/desk.md. */
  readonly weight: number;
}

/**
 * What to ask a program, the most telling first. Medication comes first, as a client who needs one is not matched without it; then what
 * decides whether a person can come at all: who is admitted, who pays, when, how soon. Signs of quality only order what fits.
 */
export const CALL_QUESTIONS: readonly CallQuestion[] = [
  {
    facts: ['medications'],
    openWhile: 'all-unknown',
    question: 'Which medications do you start, which may a person stay on, and which do you not accept?',
    weight: 5,
  },
  {
    facts: ['ageGroups', 'genders'],
    openWhile: 'any-unknown',
    question: 'Whom do you admit: which ages, and women, men or both?',
    weight: 3,
  },
  {
    facts: ['payers'],
    openWhile: 'all-unknown',
    question: 'Which insurance and which public programs do you take?',
    weight: 3,
  },
  {
    facts: ['visitHours', 'sessions'],
    openWhile: 'all-unknown',
    question: 'On which days and at which hours are groups, visits and dosing?',
    weight: 3,
  },
  {
    facts: ['waitDays', 'sameDayStart'],
    openWhile: 'all-unknown',
    question: 'How many days is it from a first call to the first appointment?',
    weight: 2,
  },
  {
    facts: ['accreditations', 'services'],
    openWhile: 'any-unknown',
    question:
      'Who inspects you from outside, and what do you offer beside treatment: family, infection tests, an examination?',
    weight: 1,
  },
];

/** The questions that are open for a program: what is stale or disputed is unknown too. */
export function openQuestions(facts: ResolvedFacts): CallQuestion[] {
  const isKnown = (fact: FactKey) =>
    fact === 'medications'
      ? Object.keys(facts.medications).length > 0
      : fact in facts.lists || fact in facts.values;
  return CALL_QUESTIONS.filter(({ facts: asked, openWhile }) =>
    openWhile === 'all-unknown' ? !asked.some(isKnown) : !asked.every(isKnown),
  );
}

/** How much a call is worth: the weights of what is open. */
export function worthOf(questions: readonly CallQuestion[]): number {
  return questions.reduce((sum, { weight }) => sum + weight, 0);
}
