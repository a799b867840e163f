import type { Language } from '../core/vocabulary/languages.js';
import { ASSESSMENT_SENTENCES_EN, type AssessmentSentences } from './assessment-sentences.en.js';
import { ASSESSMENT_SENTENCES_ES } from './assessment-sentences.es.js';

/** One catalogue per language; a missing sentence is a type error. */
export const ASSESSMENT_SENTENCES: Readonly<Record<Language, AssessmentSentences>> = {
  en: ASSESSMENT_SENTENCES_EN,
  es: ASSESSMENT_SENTENCES_ES,
};
