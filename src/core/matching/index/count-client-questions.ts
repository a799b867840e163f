import { CLIENT_QUESTIONS, type ClientQuestion } from '../codes.js';
import { type OpenClientQuestion, openClientQuestions } from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import type { Verdict } from '../verdict.js';
import type { Query } from './query.js';
import { rowsIn } from './row-bits.js';
import type { RuleResults } from './rule-results.js';
import type { Scan } from './scan.js';

/** The questions to the client that are open, each with the number of matches that hang on it. */
export function countClientQuestions(
  query: Query,
  track: Track,
  { asked, words, matches, open }: Scan,
): readonly OpenClientQuestion[] {
  // Two constraints may ask the same: the program counts once.
  const rowsByQuestion = new Map<ClientQuestion, Set<number>>();
  for (const [at, { constraint }] of asked.entries()) {
    if (!constraint.asksClient) continue;
    const rows = rowsIn(
      words,
      matches.map((bits, i) => bits & open[at]![i]!),
    );
    const questions = questionsOn(query.verdictsOn(constraint.code, track), rows);
    for (let i = 0; i < rows.length; i++) {
      const question = CLIENT_QUESTIONS[questions[i]!];
      if (!question) continue;
      const known = rowsByQuestion.get(question);
      if (known) known.add(rows[i]!);
      else rowsByQuestion.set(question, new Set([rows[i]!]));
    }
  }
  return openClientQuestions(
    new Map(Array.from(rowsByQuestion, ([question, rows]) => [question, rows.size])),
  );
}

/** For each row the number of the question to the client that a constraint leaves open; -1: none. */
function questionsOn(results: RuleResults<Verdict | undefined>, rows: Uint32Array): Int8Array {
  const questions = new Int8Array(rows.length);
  if (results.distinct) {
    const ids = new Uint32Array(rows.length);
    results.distinct.resultIds(rows, ids);
    const [, ofResult] = results.distinct.measured;
    for (let i = 0; i < rows.length; i++) questions[i] = ofResult![ids[i]!]!;
    return questions;
  }
  for (let i = 0; i < rows.length; i++) {
    const question = results.at(rows[i]!)?.askClient;
    questions[i] = question ? CLIENT_QUESTIONS.indexOf(question) : -1;
  }
  return questions;
}
