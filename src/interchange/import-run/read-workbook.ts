import readExcelFile from 'read-excel-file/node';
import { ImportRefused } from './import-refused.js';
import {
  isBlank,
  looksLikeHeader,
  readHeader,
  type Table,
  type TableLayout,
  tableRow,
  type TableRow,
} from './table-layout.js';
import { refuseHugeWorkbook } from './workbook-size.js';

/**
 * Reads a table of an .xlsx workbook: the first sheet that has its columns. Numbers keep the digits of the file, so that
 * a postal code is text. Throws `ImportRefused` for a damaged workbook or one without the table.
 */
export async function readWorkbook<Column extends string>(
  content: Buffer,
  layout: TableLayout<Column>,
): Promise<Table<Column>> {
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    refuseHugeWorkbook(content);
    sheets = await readExcelFile(content, { trim: false, parseNumber: (digits) => digits });
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused(
      'The file starts like an .xlsx workbook but cannot be read as one: it is damaged, or some other kind of archive. Download it again, or save it as CSV.',
    );
  }
  const tables = sheets.map(({ data }) => data.map((row) => row.map(cellText)));
  const table = tables.find((lines) => looksLikeHeader(headerOf(lines) ?? [], layout));
  if (!table) {
    const names = sheets.map(({ sheet }) => `"${sheet}"`).join(', ');
    throw new ImportRefused(
      `No sheet of the workbook (${names}) has a first line with the columns of the ${layout.name}: ${layout.required.join(', ')}.`,
    );
  }
  const headerIndex = table.findIndex((cells) => !isBlank(cells));
  const header = readHeader(table[headerIndex]!, layout);
  const rows: TableRow<Column>[] = [];
  table.forEach((cells, index) => {
    if (index > headerIndex && !isBlank(cells)) rows.push(tableRow(index + 1, cells, header));
  });
  return { rows, extraColumns: header.extraColumns };
}

function headerOf(lines: readonly string[][]): string[] | undefined {
  return lines.find((cells) => !isBlank(cells));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
