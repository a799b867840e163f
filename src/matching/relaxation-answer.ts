import { toChoose } from '../core/language/sentences.js';
import type { Relaxation } from '../core/matching/ranking.js';
import type { ProgramRelaxation } from '../core/matching/why-not.js';
import type { Language } from '../core/vocabulary/languages.js';
import { ANSWER_SENTENCES } from './answer-sentences.js';
import type { RelaxationResponse } from './match-answer.dto.js';
import type { ProgramRelaxationResponse } from './why-not.dto.js';

/** Converts what would add matches for the response, each with a label that says how many. */
export function toRelaxation(
  { constraint, change, label, ...relaxation }: Relaxation,
  language: Language,
): RelaxationResponse {
  const { more } = ANSWER_SENTENCES[language];
  return {
    constraint,
    change: { ...change },
    label: `${toChoose(label, language)}: ${more(relaxation.wouldAdd)}.`,
    ...relaxation,
  };
}

/** Converts what would let one program pass for the response. */
export function toProgramRelaxation(
  { constraint, change, label, ...relaxation }: ProgramRelaxation,
  language: Language,
): ProgramRelaxationResponse {
  return { constraint, change: { ...change }, label: `${toChoose(label, language)}.`, ...relaxation };
}
