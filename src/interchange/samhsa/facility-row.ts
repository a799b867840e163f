import { ImportRefused } from '../import-run/import-refused.js';

/** The columns of the directory's facility list, in its order. */
export const COLUMNS = [
  'name1',
  'name2',
  'street1',
  'street2',
  'city',
  'state',
  'zip',
  'phone',
  'intake1',
  'intake2',
  'intake1a',
  'intake2a',
  'service_code_info',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Without these a row cannot be located or read. */
export const REQUIRED_COLUMNS: readonly Column[] = [
  'name1',
  'street1',
  'city',
  'state',
  'zip',
  'service_code_info',
];

/** One line of the facility list: the text of every column as in the file, `''` if the cell is empty. */
export interface FacilityRow {
  /** Row number in a spreadsheet; the header is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** Number of cells of the line, if it differs from the header. */
  readonly oddCellCount?: number;
}

/** A facility list as read from a file, before its content is interpreted. */
export interface FacilityTable {
  readonly rows: readonly FacilityRow[];
  /** Columns of the file that are not in the list; they are not used. */
  readonly extraColumns: readonly string[];
}

/** Position of each column in the file. */
export interface Header {
  readonly positions: ReadonlyMap<Column, number>;
  readonly extraColumns: readonly string[];
  readonly width: number;
}

/**
 * Finds the columns in a header line: case, blanks, underscores and order do not matter. Throws `ImportRefused` that
 * names a column which is missing or present twice.
 */
export function readHeader(cells: readonly string[]): Header {
  const known = new Map(COLUMNS.map((column) => [plain(column), column]));
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
  const missing = REQUIRED_COLUMNS.filter((column) => !positions.has(column));
  if (missing.length === REQUIRED_COLUMNS.length)
    throw new ImportRefused(
      `The first line is not a header of the facility list; it needs the columns ${REQUIRED_COLUMNS.join(', ')}.`,
    );
  if (missing.length > 0)
    throw new ImportRefused(
      missing.length === 1
        ? `The column "${missing[0]}" is missing from the header.`
        : `The columns ${missing.map((column) => `"${column}"`).join(', ')} are missing from the header.`,
    );
  return { positions, extraColumns, width: cells.length };
}

/** Whether any required column is in this line: then it is meant as the header. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const names = new Set(cells.map(plain));
  return REQUIRED_COLUMNS.some((column) => names.has(plain(column)));
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The codes of a row; separated by blanks, with their categories separated by `*`. */
export function codesIn(serviceCodeInfo: string): Set<string> {
  return new Set(serviceCodeInfo.split(/[\s*]+/).filter((code) => code !== ''));
}

export function facilityRow(row: number, cells: readonly string[], header: Header): FacilityRow {
  const text = Object.fromEntries(
    COLUMNS.map((column) => [column, cells[header.positions.get(column) ?? -1] ?? '']),
  ) as Record<Column, string>;
  const odd = cells.length < header.width || !isBlank(cells.slice(header.width));
  return { row, cells: text, ...(odd ? { oddCellCount: cells.length } : {}) };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_]+/g, '');
}
