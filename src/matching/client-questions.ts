import { lovedOneField } from '../core/assessment/need-questions.js';
import { toAsk } from '../core/language/sentences.js';
import { CLIENT_QUESTIONS, type ClientQuestion, type Purpose } from '../core/matching/codes.js';
import type { JudgedConstraint } from '../core/matching/judge-candidate.js';
import { type OpenClientQuestion, tallyClientQuestions } from '../core/matching/ranking.js';
import { askOf } from '../core/matching/verdict.js';
import type { Need } from '../core/matching/need.js';
import type { Language } from '../core/vocabulary/languages.js';
import { ANSWER_SENTENCES } from './answer-sentences.js';
import type { ClientQuestionResponse } from './match-answer.dto.js';

/** The field of a request that takes the answer to each question to the client. */
const FIELDS: Readonly<Record<ClientQuestion, string>> = {
  gender: 'client.gender',
  service: 'client.service',
  tribal: 'client.tribal',
  state: 'client.state',
};

/** What one list leaves open to ask the client. */
export interface TrackQuestions {
  readonly purpose: Purpose;
  readonly askClient: readonly OpenClientQuestion[];
}

/** The questions of several lists, each once for each person: the client, and the loved one of a family member. */
export function toClientQuestions(
  tracks: readonly TrackQuestions[],
  { asker }: Pick<Need, 'asker'>,
  language: Language,
): ClientQuestionResponse[] {
  const fieldOf = (code: ClientQuestion, purpose: Purpose) =>
    asker && purpose !== 'family_engagement' ? lovedOneField(FIELDS[code]) : FIELDS[code];
  return CLIENT_QUESTIONS.flatMap((code) => {
    const concerned = tracks.flatMap(({ purpose, askClient }) =>
      askClient.filter(({ question }) => question === code).map(({ programs }) => ({ purpose, programs })),
    );
    const fields = [...new Set(concerned.map(({ purpose }) => fieldOf(code, purpose)))];
    const ask = toAsk(askOf(code), language);
    return fields.map((field) => ({
      code,
      field,
      ask: field.startsWith('lovedOne.') ? ANSWER_SENTENCES[language].forLovedOne(ask) : ask,
      tracks: concerned.filter(({ purpose }) => fieldOf(code, purpose) === field),
    }));
  });
}

/** What is left open to ask the client about some programs, whether they are matches or not. */
export function clientQuestionsAbout(
  programs: readonly { readonly constraints: readonly JudgedConstraint[] }[],
): readonly OpenClientQuestion[] {
  return tallyClientQuestions(
    programs.map(({ constraints }) => constraints.flatMap(({ askClient }) => askClient ?? [])),
  );
}
