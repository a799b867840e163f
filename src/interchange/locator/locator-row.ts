import { type RowIssue, rowIssue } from '../import-run/row-issue.js';
import type { TableLayout, TableRow } from '../import-run/table-layout.js';
import { tidy } from '../import-run/written-text.js';
import type { CodeBook } from '../samhsa/code-book.js';
import { COLUMNS, type Column, codesIn } from '../samhsa/facility-row.js';
import { codesOfServices } from './service-names.js';

/** Columns of the locator that are not in the directory's facility list. */
const OWN_COLUMNS = ['website', 'latitude', 'longitude', 'type_facility', 'services'] as const;
export type LocatorColumn = Column | (typeof OWN_COLUMNS)[number];

const KNOWN_COLUMNS: readonly LocatorColumn[] = [...COLUMNS, ...OWN_COLUMNS];

/** Without these no row can be read. */
export const REQUIRED_COLUMNS = ['name1', 'street1', 'city', 'state', 'zip'] as const;

/**
 * The locator as a table: codes in `service_code_info`, services by name in `services`, or a column for each code of the
 * book, with a 1 in the rows to which it applies.
 */
export function locatorTable(book: CodeBook): TableLayout<string> {
  return {
    name: 'treatment locator',
    columns: [...KNOWN_COLUMNS, ...book.lines.keys()],
    required: REQUIRED_COLUMNS,
  };
}

/** A row of the locator, from JSON or from a table. */
export interface LocatorRow {
  readonly table: TableRow<LocatorColumn>;
  /** Services that are not in the book, and cells that are not text. */
  readonly issues: readonly RowIssue[];
  /** Number of services that are not in the book. */
  readonly unknownServices: number;
}

/** A row of the locator's JSON: `{ name1, …, latitude, services: [{ f1, f2, f3 }] }`. */
export function rowOfJson(
  row: number,
  object: Readonly<Record<string, unknown>>,
  book: CodeBook,
): LocatorRow {
  const issues: RowIssue[] = [];
  const cell = (column: LocatorColumn, name: string = column): string => {
    const value = object[name];
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    const message = `${column} is neither a text nor a number. It is left out.`;
    issues.push(rowIssue('unreadable-text', column, JSON.stringify(value), message));
    return '';
  };
  const cells = Object.fromEntries(
    KNOWN_COLUMNS.filter((column) => column !== 'services').map((column) => [
      column,
      column === 'type_facility' ? cell(column, 'typeFacility') || cell(column) : cell(column),
    ]),
  ) as Record<LocatorColumn, string>;
  return withServices({ row, cells: { ...cells, services: '' } }, object['services'], issues, book);
}

/** A row of a table with the columns of `locatorTable`. */
export function rowOfTable({ cells, ...place }: TableRow<string>, book: CodeBook): LocatorRow {
  const issues: RowIssue[] = [];
  const codes = [...book.lines.keys()].filter((code) => isTicked(cells[code] ?? '', code, issues));
  const own = Object.fromEntries(KNOWN_COLUMNS.map((column) => [column, cells[column] ?? ''])) as Record<
    LocatorColumn,
    string
  >;
  const table = {
    ...place,
    cells: { ...own, service_code_info: [own.service_code_info, ...codes].join(' ').trim() },
  };
  return withServices(table, jsonOrCodes(own.services), issues, book);
}

const TICKS: ReadonlySet<string> = new Set(['1', 'Y', 'YES', 'TRUE', 'X']);
const BLANKS: ReadonlySet<string> = new Set(['', '0', 'N', 'NO', 'FALSE', '.']);

function isTicked(cell: string, code: string, issues: RowIssue[]): boolean {
  const text = tidy(cell).toUpperCase();
  if (!TICKS.has(text) && !BLANKS.has(text))
    issues.push(
      rowIssue('unknown-code', code, cell, `${code} is neither ticked (1) nor empty: it states nothing.`),
    );
  return TICKS.has(text);
}

/** Services in a cell of a table: as JSON, or as codes. */
function jsonOrCodes(cell: string): unknown {
  if (!cell.trim().startsWith('[')) return cell;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}

function withServices(
  table: TableRow<LocatorColumn>,
  services: unknown,
  issues: RowIssue[],
  book: CodeBook,
): LocatorRow {
  const named =
    typeof services === 'string'
      ? { codes: [...codesIn(services)], issues: [] }
      : codesOfServices(services, book);
  const codes = [table.cells.service_code_info, ...named.codes].join(' ').trim();
  return {
    table: { ...table, cells: { ...table.cells, service_code_info: codes } },
    issues: [...issues, ...named.issues],
    unknownServices: named.issues.length,
  };
}
