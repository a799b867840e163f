import type { Language } from '../core/vocabulary/languages.js';
import { type AnswerSentences, ANSWER_SENTENCES_EN } from './answer-sentences.en.js';
import { ANSWER_SENTENCES_ES } from './answer-sentences.es.js';

/** One catalogue per language; a missing sentence is a type error. */
export const ANSWER_SENTENCES: Readonly<Record<Language, AnswerSentences>> = {
  en: ANSWER_SENTENCES_EN,
  es: ANSWER_SENTENCES_ES,
};
