import { spreadsheetText } from '../spreadsheet-text.js';

/** A type of a column, in the words of Frictionless Table Schema. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';

/** A column of a table: its description, and its value in a row; `null` is unknown, and an empty cell. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** Never empty. */
  readonly required?: true;
  readonly of: (row: Row) => string | number | boolean | null;
}

/** One file of the data package. */
export interface CsvTable<Row> {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly CsvColumn<Row>[];
  /** A column, or several together, that name a row. */
  readonly key: readonly string[];
  /** Columns that hold the key of another table. */
  readonly references?: readonly { readonly column: string; readonly table: string; readonly key: string }[];
}

/** The names of the columns, as a line of CSV (RFC 4180). */
export function headerLine<Row>({ columns }: CsvTable<Row>): string {
  return lineOf(columns.map(({ name }) => name));
}

/** A row as a line of CSV. */
export function rowLine<Row>({ columns }: CsvTable<Row>, row: Row): string {
  return lineOf(columns.map((column) => cellOf(column, row)));
}

/** Numbers may begin with a minus sign: they are not texts. */
function cellOf<Row>({ type, of }: CsvColumn<Row>, row: Row): string {
  const value = of(row);
  if (value === null) return '';
  return type === 'string' ? spreadsheetText(String(value)) : String(value);
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
