import { ImportRefused } from './import-refused.js';

/** The columns of a source's table, and what messages call it. */
export interface TableLayout<Column extends string> {
  /** After "the": "facility list". */
  readonly name: string;
  /** Our own names of the columns, in the order of the table. */
  readonly columns: readonly Column[];
  /** Without these columns no row can be read. */
  readonly required: readonly Column[];
  /** How files of it may be encoded that are not UTF-8, as published: a label of the Encoding Standard. */
  readonly otherwiseEncoded?: string;
}

/** One line of a table: the text of every column as in the file, `''` if the cell is empty. */
export interface TableRow<Column extends string> {
  /** Row number in a spreadsheet; the header is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** Number of cells of the line, if it differs from the header. */
  readonly oddCellCount?: number;
}

/** A table as read from a file, before its content is interpreted. */
export interface Table<Column extends string> {
  readonly rows: readonly TableRow<Column>[];
  /** Columns of the file that the layout does not have; they are not used. */
  readonly extraColumns: readonly string[];
}

/** Where the columns of a layout are in a file. */
export interface TableHeader<Column extends string> {
  readonly layout: TableLayout<Column>;
  readonly positions: ReadonlyMap<Column, number>;
  readonly extraColumns: readonly string[];
  readonly width: number;
}

/**
 * Finds the columns in a header line: case, blanks, underscores and order do not matter. Throws `ImportRefused` that
 * names a column which is missing or present twice.
 */
export function readHeader<Column extends string>(
  cells: readonly string[],
  layout: TableLayout<Column>,
): TableHeader<Column> {
  const known = new Map(layout.columns.map((column) => [plain(column), column]));
  const positions = new Map<Column, number>();
  const extraColumns: string[] = [];
  cells.forEach((cell, position) => {
    const column = known.get(plain(cell));
    if (column === undefined) {
      if (cell.trim() !== '') extraColumns.push(cell.trim());
    } else if (positions.has(column)) {
      throw new ImportRefused(`The column "${column}" is in the header twice; remove one of them.`);
    } else positions.set(column, position);
  });
  const missing = layout.required.filter((column) => !positions.has(column));
  if (missing.length === layout.required.length)
    throw new ImportRefused(
      `The first line is not a header of the ${layout.name}; it needs the columns ${layout.required.join(', ')}.`,
    );
  if (missing.length > 0)
    throw new ImportRefused(
      missing.length === 1
        ? `The column "${missing[0]}" is missing from the header.`
        : `The columns ${missing.map((column) => `"${column}"`).join(', ')} are missing from the header.`,
    );
  // A comma at the end of the header is no column.
  return { layout, positions, extraColumns, width: cells.findLastIndex((cell) => cell.trim() !== '') + 1 };
}

/** Whether any required column is in this line: then it is meant as the header. */
export function looksLikeHeader(cells: readonly string[], layout: TableLayout<string>): boolean {
  const names = new Set(cells.map(plain));
  return layout.required.some((column) => names.has(plain(column)));
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

export function tableRow<Column extends string>(
  row: number,
  cells: readonly string[],
  { layout, positions, width }: TableHeader<Column>,
): TableRow<Column> {
  const text = Object.fromEntries(
    layout.columns.map((column) => [column, cells[positions.get(column) ?? -1] ?? '']),
  ) as Record<Column, string>;
  const odd = cells.length < width || !isBlank(cells.slice(width));
  return { row, cells: text, ...(odd ? { oddCellCount: cells.length } : {}) };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_]+/g, '');
}
