import { type CodeBook, isCategoryReported } from './code-book.js';
import type { DraftFacts } from '../import-run/draft-facts.js';
import type { RowIssue } from '../import-run/row-issue.js';

const AGES_BEYOND_CHILDREN = ['YAD', 'ADLT', 'SNR'];

/**
 * Who is accepted. A reported category of ages or genders is complete (design of matching §7.3), except ages where
 * children are the only one: those programs take children (more than half have a program for adolescents, of those with
 * adults alone hardly any), and the others are not known. Special groups (SG) are offers, never a complete list.
 */
export function statePeople(codes: ReadonlySet<string>, draft: DraftFacts, book: CodeBook): RowIssue[] {
  if (codes.has('DUO')) draft.set('onlyPopulations', ['dui']);
  if (isCategoryReported(book, 'GN', codes)) draft.sayAll('genders');
  if (!isCategoryReported(book, 'AGE', codes)) return [];
  if (codes.has('CHLD') && !AGES_BEYOND_CHILDREN.some((code) => codes.has(code)))
    return [
      {
        kind: 'age-only-children',
        field: 'service_code_info',
        value: 'CHLD',
        message:
          'Children are the only age named, as in thousands of programs that plainly serve adults: a known defect of the source. Children are accepted; every other age is left unknown.',
      },
    ];
  draft.sayAll('ageGroups');
  return [];
}
