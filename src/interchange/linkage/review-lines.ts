import type { EntityManager } from 'typeorm';
import { today } from '../../config/today.js';
import { ProgramDetail } from '../../directory/program-detail.dto.js';
import { findProgram } from '../../directory/program-detail.queries.js';
import { differencesBetween, effectOfSame } from './linkage-effects.js';
import type { SameEffect } from './linkage.dto.js';
import { findQuestions, type QuestionRow } from './question-list.queries.js';

const COLUMN = 38;

/** The questions that wait for an answer, each with both programs side by side, as lines of text. */
export async function linkageReviewLines(
  manager: EntityManager,
  { limit, source }: { readonly limit: number; readonly source?: string | undefined },
): Promise<string[]> {
  const states = ['open', 'awaiting-second', 'unsure'] as const;
  const questions = await findQuestions(manager, { states, source, limit });
  if (questions.length === 0) return ['No question waits for an answer.'];
  const lines: string[] = [];
  for (const question of questions) lines.push(...(await questionLines(manager, question)), '');
  return [
    ...lines,
    'Answer with POST /v1/linkage/questions/{id}/same, /different or /unsure, and a reason in "why".',
  ];
}

async function questionLines(manager: EntityManager, question: QuestionRow): Promise<string[]> {
  const day = today();
  const [listed, incoming] = [
    ProgramDetail.of((await findProgram(manager, question.listedId))!, day),
    ProgramDetail.of((await findProgram(manager, question.incomingId))!, day),
  ];
  const row = (label: string, a: string, b: string) =>
    `  ${label.padEnd(14)}${a.padEnd(COLUMN)}  ${b}`.trimEnd();
  return [
    `${question.id}  ${question.rule}, ${question.score.toFixed(2)}, ${question.state}`,
    row('', `known before (${listed.status})`, `row of ${question.source}`),
    row('name', question.listedName, question.incomingName),
    ...differencesBetween(listed, incoming)
      .filter(({ field }) => field !== 'name' && field !== 'nameDetail')
      .map(({ field, listed: a, incoming: b }) => row(field, a ?? '(unknown)', b ?? '(unknown)')),
    `  if same: ${effectText(await effectOfSame(manager, question, day))}`,
  ];
}

function effectText({ refused, gained, changed, lost, statements, needsSecondPerson }: SameEffect): string {
  if (refused !== null) return refused;
  return [
    `${gained.length} facts gained, ${changed.length} changed, ${lost.length} lost`,
    ...(statements > 0 ? [`${statements} statements of people`] : []),
    ...(needsSecondPerson ? ['a second person must agree'] : []),
  ].join('; ');
}
