import { escapedText } from './written-text.js';

/** Characters of a value that an issue shows. */
const LONGEST_VALUE = 200;

/** What can be wrong with a row. */
export const ISSUE_KINDS = [
  'missing-value',
  'missing-street',
  'unreadable-text',
  'text-too-long',
  'unknown-state',
  'malformed-postal-code',
  'wrong-number-of-cells',
  'duplicate-row',
  'same-name-and-address',
  'unknown-postal-code',
  'postal-code-in-another-state',
  'no-place',
  'unknown-code',
  'contradiction',
  'otp-without-methadone',
  'age-only-children',
  'nothing-on-treatment-reported',
  'another-kind-of-facility',
  'misplaced-coordinates',
  'malformed-web-address',
  'malformed-date',
  'not-by-schema',
  'unusable-schedule',
  'unknown-time-zone',
  'not-in-force',
  'second-license-at-the-door',
] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

/** Something in a row that could not be used unchanged: where, its content, and the consequence. */
export interface RowIssue {
  readonly kind: IssueKind;
  /** The column, by our own name for it. */
  readonly field: string;
  /** The content of the row, verbatim; characters that a terminal cannot show are written as \u escapes. */
  readonly value: string;
  readonly message: string;
}

export interface NumberedIssue extends RowIssue {
  /** Row number in a spreadsheet; the header is row 1. */
  readonly row: number;
}

/** An issue with a value as it was read: the first 200 characters, escaped where a terminal cannot show them. */
export function rowIssue(kind: IssueKind, field: string, value: string, message: string): RowIssue {
  const short = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
  return { kind, field, value: escapedText(short), message };
}

/** Codes of one row that cannot all be true. */
export function contradictionIssue(codes: readonly string[], message: string): RowIssue {
  return { kind: 'contradiction', field: 'service_code_info', value: codes.join(' '), message };
}
