import type { ClientQuestionCode, LineCode, QuestionCode, RelaxationReason } from '../matching/codes.js';
import type { Reason, Said } from '../matching/verdict.js';
import type { Language } from '../vocabulary/languages.js';
import { FOR_PERSON } from './for-person/lines.js';
import { FOR_PROFESSIONAL } from './for-professional/lines.js';
import { QUESTIONS } from './questions/questions.js';
import { RELAXATIONS } from './relaxations/relaxations.js';
import type { Catalogues } from './sentence-template.js';

/** Who reads a line: the person who looks for care, or their family, and the professional who helps them. */
export const VOICES = ['person', 'professional'] as const;
export type Voice = (typeof VOICES)[number];

/** Every line in both voices (docs/decisions/0028-two-voices.md). */
export const LINES: Readonly<Record<Voice, Catalogues<LineCode>>> = {
  person: FOR_PERSON,
  professional: FOR_PROFESSIONAL,
};

export const LINE_CODES = Object.keys(FOR_PERSON.en) as LineCode[];
export const QUESTION_CODES = Object.keys(QUESTIONS.en) as (QuestionCode | ClientQuestionCode)[];
export const RELAXATION_CODES = Object.keys(RELAXATIONS.en) as RelaxationReason[];

/** The sentence of a reason for the person. */
export function forPerson(reason: Reason, language: Language): string {
  return words(reason, FOR_PERSON, language);
}

/** The same for a professional. */
export function forProfessional(reason: Reason, language: Language): string {
  return words(reason, FOR_PROFESSIONAL, language);
}

/** A question to a program or to the client. Both voices ask it in the same words. */
export function toAsk(asked: Said<QuestionCode | ClientQuestionCode>, language: Language): string {
  return words(asked, QUESTIONS, language);
}

/** What a change of the request would show in addition, for the person who may choose it. */
export function toChoose(label: Said<RelaxationReason>, language: Language): string {
  return words(label, RELAXATIONS, language);
}

function words<Code extends string>(
  { code, values }: Said<Code>,
  catalogues: Catalogues<Code>,
  language: Language,
): string {
  const template = catalogues[language][code];
  return typeof template === 'string' ? template : template(values);
}
