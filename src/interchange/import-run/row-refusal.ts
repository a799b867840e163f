import { STATES } from '../../core/vocabulary/places.js';
import { type RowIssue, rowIssue } from './row-issue.js';
import type { TableRow } from './table-layout.js';
import { fiveDigits, isReadableText, tidy } from './written-text.js';

/** Longer than any text of a program; it also keeps keys short enough for the database's indexes. */
const LONGEST_TEXT = 200;

/** What every row of a table must have to be a program. */
export interface RowNeeds<Column extends string> {
  /** Columns that must not be empty. */
  readonly filled: readonly Column[];
  readonly state: Column;
  /** Absent in a table that has none. */
  readonly postalCode?: Column;
  /** Columns that may have more than 200 characters, with how many. */
  readonly longest?: Readonly<Partial<Record<Column, number>>>;
}

/** Why a row cannot become a program, if it cannot. */
export function refusalOf<Column extends string>(
  { cells, oddCellCount }: TableRow<Column>,
  { filled, state, postalCode, longest }: RowNeeds<Column>,
): RowIssue | undefined {
  if (oddCellCount !== undefined)
    return rowIssue(
      'wrong-number-of-cells',
      'row',
      String(oddCellCount),
      `The line has ${oddCellCount} cells, a different number from the header; a comma may be outside ` +
        `quotation marks. The row is skipped.`,
    );
  for (const column of Object.keys(cells) as Column[]) {
    const text = cells[column];
    if (!isReadableText(text))
      return rowIssue(
        'unreadable-text',
        column,
        text,
        `${column} has characters that are not text. The row is skipped.`,
      );
    const most = longest?.[column] ?? LONGEST_TEXT;
    if (text.length > most)
      return rowIssue(
        'text-too-long',
        column,
        text,
        `${column} has ${text.length} characters; ${most} is the maximum. The row is skipped.`,
      );
  }
  const empty = filled.find((column) => tidy(cells[column]) === '');
  if (empty !== undefined)
    return rowIssue('missing-value', empty, '', `${empty} is empty. The row is skipped.`);
  if (!(STATES as readonly string[]).includes(tidy(cells[state]).toUpperCase()))
    return rowIssue(
      'unknown-state',
      state,
      cells[state],
      `${state} is not the two-letter abbreviation of a state or territory. The row is skipped.`,
    );
  if (postalCode !== undefined && fiveDigits(tidy(cells[postalCode])) === undefined)
    return rowIssue(
      'malformed-postal-code',
      postalCode,
      cells[postalCode],
      `${postalCode} is not a ZIP code of five digits (or ZIP+4). The row is skipped.`,
    );
  return undefined;
}
