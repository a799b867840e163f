import type { ClientQuestionCode, QuestionCode } from '../../matching/codes.js';
import type { Catalogues } from '../sentence-template.js';
import { QUESTIONS_EN } from './questions.en.js';
import { QUESTIONS_ES } from './questions.es.js';

/** Every question, to a program or to the client; a missing one is a type error. */
export const QUESTIONS: Catalogues<QuestionCode | ClientQuestionCode> = {
  en: QUESTIONS_EN,
  es: QUESTIONS_ES,
};
