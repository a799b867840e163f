/** What can be wrong with a row. */
export const ISSUE_KINDS = [
  'missing-value',
  'unreadable-text',
  'text-too-long',
  'unknown-state',
  'malformed-postal-code',
  'wrong-number-of-cells',
  'duplicate-row',
  'same-name-and-address',
  'unknown-postal-code',
  'postal-code-in-another-state',
  'unknown-code',
  'contradiction',
  'otp-without-methadone',
  'age-only-children',
  'nothing-on-treatment-reported',
] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

/** Something a row said that could not be taken as it stands: where, what it said, and what became of it. */
export interface RowIssue {
  readonly kind: IssueKind;
  /** The column, as our own name for it. */
  readonly field: string;
  /** What the row said, verbatim; characters no terminal shows are written as \u escapes. */
  readonly value: string;
  readonly message: string;
}

export interface NumberedIssue extends RowIssue {
  /** Row in the file as a spreadsheet counts it; the header is row 1. */
  readonly row: number;
}

/** Codes of one row that cannot all be true. */
export function contradictionIssue(codes: readonly string[], message: string): RowIssue {
  return { kind: 'contradiction', field: 'service_code_info', value: codes.join(' '), message };
}
