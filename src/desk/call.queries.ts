import type { Querying } from '../database/querying.js';
import { SqlStatement } from '../database/sql-statement.js';
import { CALL_QUESTIONS, type CallQuestion } from '../core/curation/call-questions.js';
import type { ResolvedFacts } from '../core/directory/resolved-facts.js';
import { distanceSql } from '../directory/program-search.queries.js';
import { PROGRAM_ROW_TABLES } from '../directory/program.queries.js';

/** How many programs are named, and how far around a place, where the caller does not say. */
export const CALLS_NAMED = 20;
export const CALL_RADIUS_KM = 40;

/** Which programs to call. */
export interface CallFilter {
  readonly state?: string;
  readonly within?: { readonly latitude: number; readonly longitude: number; readonly meters: number };
  /** The last program of the page before. */
  readonly after?: { readonly worth: number; readonly id: string };
  readonly limit: number;
}

export interface CallRow {
  readonly id: string;
  readonly name: string;
  readonly nameDetail: string | null;
  readonly phone: string | null;
  readonly city: string;
  readonly state: string;
  readonly facts: ResolvedFacts;
  readonly worth: number;
}

/** Programs with open questions, those first whose answers are worth most. A program without a telephone is not called. */
export async function programsToCall(querying: Querying, filter: CallFilter): Promise<CallRow[]> {
  const statement = new SqlStatement();
  const worth = CALL_QUESTIONS.map(
    (question) => `CASE WHEN ${openSql(question, statement)} THEN ${question.weight} ELSE 0 END`,
  ).join(' + ');
  const where = [
    `p.status = 'published' AND NOT p.fictional AND p.phone IS NOT NULL`,
    ...(filter.state === undefined ? [] : [`l.state = ${statement.bind(filter.state)}`]),
    ...(filter.within
      ? [`${distanceSql(filter.within, statement)} <= ${statement.bind(filter.within.meters)}`]
      : []),
  ].join(' AND ');
  const after = filter.after
    ? `AND (-worth, id) > (${statement.bind(-filter.after.worth)}::int, ${statement.bind(filter.after.id)}::uuid)`
    : '';
  return querying.query(
    `SELECT * FROM (
       SELECT p.id, p.name, p.name_detail AS "nameDetail", p.phone, l.city, l.state, p.facts, (${worth})::int AS worth
         FROM ${PROGRAM_ROW_TABLES} WHERE ${where}) AS due
      WHERE worth > 0 ${after} ORDER BY worth DESC, id LIMIT ${statement.bind(filter.limit)}`,
    statement.parameters,
  );
}

/** The same as `openQuestions`, which a spec holds it to. */
function openSql({ facts, openWhile }: CallQuestion, statement: SqlStatement): string {
  if (facts[0] === 'medications') return `p.facts -> 'medications' = '{}'`;
  const known = `(p.facts -> 'lists') || (p.facts -> 'values')`;
  return `NOT (${known}) ${openWhile === 'all-unknown' ? '?|' : '?&'} ${statement.bind(facts)}::text[]`;
}
