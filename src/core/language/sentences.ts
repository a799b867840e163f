import type { ReasonCode } from '../matching/codes.js';
import type { Reason } from '../matching/verdict.js';
import type { Language } from '../vocabulary/languages.js';
import { CONSTRAINTS_EN } from './for-professional/constraints.en.js';
import { CONSTRAINTS_ES } from './for-professional/constraints.es.js';
import { CRITERIA_EN } from './for-professional/criteria.en.js';
import { CRITERIA_ES } from './for-professional/criteria.es.js';
import { TRAVEL_EN } from './for-professional/travel.en.js';
import { TRAVEL_ES } from './for-professional/travel.es.js';
import { WARNINGS_EN } from './for-professional/warnings.en.js';
import { WARNINGS_ES } from './for-professional/warnings.es.js';
import { QUESTIONS_EN } from './questions/questions.en.js';
import { QUESTIONS_ES } from './questions/questions.es.js';
import { RELAXATIONS_EN } from './relaxations/relaxations.en.js';
import { RELAXATIONS_ES } from './relaxations/relaxations.es.js';
import type { SentenceTemplate } from './sentence-template.js';

/** One catalogue per language; a missing sentence is a type error. */
export const SENTENCES: Readonly<Record<Language, Readonly<Record<ReasonCode, SentenceTemplate>>>> = {
  en: { ...CONSTRAINTS_EN, ...CRITERIA_EN, ...WARNINGS_EN, ...TRAVEL_EN, ...QUESTIONS_EN, ...RELAXATIONS_EN },
  es: { ...CONSTRAINTS_ES, ...CRITERIA_ES, ...WARNINGS_ES, ...TRAVEL_ES, ...QUESTIONS_ES, ...RELAXATIONS_ES },
};

/** Codes that have a sentence. */
export const SENTENCE_CODES = Object.keys(SENTENCES.en) as ReasonCode[];

/** The sentence of a reason. */
export function sentence({ code, values }: Reason, language: Language): string {
  const template = SENTENCES[language][code];
  return typeof template === 'string' ? template : template(values);
}
