import { CLIENT_QUESTIONS, type ClientQuestion } from '../codes.js';
import { isToConfirm } from '../judge-candidate.js';
import { type OpenClientQuestion, openClientQuestions } from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import type { Verdict } from '../verdict.js';
import type { Query } from './query.js';
import type { RuleResults } from './rule-results.js';
import type { Scan } from './scan.js';

/**
 * The questions to the client that are open, each with the number of matches that hang on it.
 *
 * @param matched positions in the scan
 */
export function countClientQuestions(
  query: Query,
  track: Track,
  { asked, rows }: Scan,
  matched: Uint32Array,
): readonly OpenClientQuestion[] {
  const asking = asked.filter(
    ({ constraint, strictness }) => constraint.asksClient && isToConfirm({ verdict: 'unknown' }, strictness),
  );
  if (asking.length === 0) return [];
  const matches = matched.map((i) => rows[i]!);
  const questions = asking.map(({ constraint }) =>
    questionsOn(query.verdictsOn(constraint.code, track), matches),
  );
  const programs = new Map<ClientQuestion, number>();
  for (let i = 0; i < matches.length; i++) {
    // Two constraints may ask the same: the program counts once.
    const open = new Set(questions.map((each) => each[i]!));
    for (const number of open) {
      const question = CLIENT_QUESTIONS[number];
      if (question) programs.set(question, (programs.get(question) ?? 0) + 1);
    }
  }
  return openClientQuestions(programs);
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
