import type { Language } from '../vocabulary/languages.js';
import type { SentenceTemplate } from './sentence-template.js';
import { SENTENCES_EN } from './sentences.en.js';
import { SENTENCES_ES } from './sentences.es.js';
import type { ReasonCode } from '../matching/codes.js';
import type { Reason } from '../matching/verdict.js';

/** One catalogue per language; a missing sentence is a type error. */
export const SENTENCES: Readonly<Record<Language, Readonly<Record<ReasonCode, SentenceTemplate>>>> = {
  en: SENTENCES_EN,
  es: SENTENCES_ES,
};

/** Codes that have a sentence. */
export const SENTENCE_CODES = Object.keys(SENTENCES_EN) as ReasonCode[];

/** The sentence of a reason. */
export function sentence({ code, values }: Reason, language: Language): string {
  const template = SENTENCES[language][code];
  return typeof template === 'string' ? template : template(values);
}
