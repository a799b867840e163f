import type { Language } from '../vocabulary/languages.js';
import type { SentenceTemplate } from './sentence-template.js';
import { type SentenceCode, SENTENCES_EN } from './sentences.en.js';
import { SENTENCES_ES } from './sentences.es.js';
import type { Reason } from '../matching/verdict.js';

/** One catalogue a language; a sentence that one of them lacks is a type error. */
export const SENTENCES: Readonly<Record<Language, Readonly<Record<SentenceCode, SentenceTemplate>>>> = {
  en: SENTENCES_EN,
  es: SENTENCES_ES,
};

/** Codes that have a sentence. */
export const SENTENCE_CODES = Object.keys(SENTENCES_EN) as SentenceCode[];

/**
 * The sentence of a reason.
 *
 * @throws RangeError for a code the catalogues do not have: a missing sentence is a fault of ours
 */
export function sentence({ code, values }: Reason, language: Language): string {
  const catalogue: Readonly<Record<string, SentenceTemplate>> = SENTENCES[language];
  const template = catalogue[code];
  if (template === undefined) throw new RangeError(`The catalogue has no sentence for "${code}".`);
  return typeof template === 'string' ? template : template(values);
}
