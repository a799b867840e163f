import type { ListKey } from '../../core/directory/fact-keys.js';
import type { StatedFacts } from '../../core/directory/source-record.js';
import type { State } from '../../core/vocabulary/places.js';
import {
  type CodeBook,
  isCategoryReported,
  NOTHING,
  type PlainStatement,
  SETTLED_VALUES,
  SINGLE_VALUES,
} from './code-book.js';
import { DraftFacts } from '../import-run/draft-facts.js';
import { contradictionIssue, type RowIssue } from '../import-run/row-issue.js';
import { stateAccess, stateAnswered } from './stated-access.js';
import { stateConditions } from './stated-conditions.js';
import { stateLevels } from './stated-levels.js';
import { stateMedications } from './stated-medications.js';
import { statePayment } from './stated-payment.js';
import { statePeople } from './stated-people.js';

/**
 * What the codes of one row state, and what is wrong with them. An absent code means unknown, except in a complete
 * category (payers, ages, genders). Pure: the order of the codes does not matter.
 *
 * @param state the state of the site; telehealth serves that state (design of matching §7.5)
 */
export function stateFacts(
  codes: ReadonlySet<string>,
  book: CodeBook,
  state: State,
): { facts: StatedFacts; issues: RowIssue[] } {
  const draft = new DraftFacts();
  const issues = [
    ...unknownCodes(codes, book),
    ...statePlainly(codes, book, draft),
    ...stateConditions(codes, draft),
    ...stateMedications(codes, draft),
    ...statePayment(codes, draft, book),
    ...statePeople(codes, draft, book),
  ];
  stateLevels(codes, draft);
  stateAccess(codes, draft);
  stateAnswered(codes, draft, book);

  // Conventions of this source: English is always offered; a reported setting is a place that people come to.
  draft.say('languages', 'yes', ['en']);
  if (isCategoryReported(book, 'SET', codes)) draft.say('modalities', 'yes', ['in-person']);
  if (codes.has('TELE')) draft.say('telehealthStates', 'yes', [state]);

  if (!isCategoryReported(book, 'TC', codes) && !isCategoryReported(book, 'SET', codes))
    issues.push({
      kind: 'nothing-on-treatment-reported',
      field: 'service_code_info',
      value: [...codes].join(' '),
      message: 'Neither a type of care nor a setting is reported: what this program treats is unknown.',
    });
  return { facts: draft.facts(), issues };
}

function unknownCodes(codes: ReadonlySet<string>, book: CodeBook): RowIssue[] {
  return [...codes]
    .filter((code) => !book.lines.has(code))
    .map((code) => ({
      kind: 'unknown-code',
      field: 'service_code_info',
      value: code,
      message: `The code book of ${book.edition} has no such code. It is kept verbatim but states no fact; the rest of the row is imported.`,
    }));
}

/** What each code states by itself. Two values for a fact with one value contradict each other: it is unknown. */
function statePlainly(codes: ReadonlySet<string>, book: CodeBook, draft: DraftFacts): RowIssue[] {
  const single: Record<string, { code: string; value: string }[]> = {};
  for (const [code, [, ...statements]] of book.lines) {
    if (!codes.has(code)) continue;
    for (const statement of statements) {
      if (statement === NOTHING || 'byRule' in statement) continue;
      stateOne(statement, draft);
      for (const key of SINGLE_VALUES) {
        const value = statement[key];
        if (value !== undefined) (single[key] ??= []).push({ code, value });
      }
    }
  }

  const issues: RowIssue[] = [];
  for (const key of SINGLE_VALUES) {
    let said = single[key] ?? [];
    // An agency of the federal government is reported together with "federal government" and is more specific.
    const agencies = said.filter(({ value }) => FEDERAL_AGENCIES.has(value));
    if (key === 'ownership' && agencies.length > 0)
      said = said.filter(({ value }) => value !== 'federal-government');
    const [only, ...more] = said;
    if (only && more.length === 0) draft.set(key, only.value as never);
    if (more.length > 0)
      issues.push(
        contradictionIssue(
          said.map(({ code }) => code),
          `Only one of ${said.map(({ code }) => code).join(', ')} can be so: ${key} is left unknown.`,
        ),
      );
  }
  return issues;
}

const FEDERAL_AGENCIES: ReadonlySet<string> = new Set([
  'department-of-defense',
  'indian-health-service',
  'veterans-affairs',
]);

function stateOne(statement: PlainStatement, draft: DraftFacts): void {
  const { starts, ...rest } = statement;
  for (const medication of starts ?? []) draft.give(medication, 'starts');
  for (const key of SETTLED_VALUES) {
    const value = rest[key];
    if (value !== undefined) draft.set(key, value);
  }
  for (const [key, codes] of Object.entries(rest))
    if (Array.isArray(codes)) draft.say(key as ListKey, 'yes', codes as never[]);
}
