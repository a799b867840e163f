import { CsvError, parse } from 'csv-parse';
import { pipeline } from 'node:stream/promises';
import { ImportRefused } from './import-refused.js';
import {
  isBlank,
  readHeader,
  type Table,
  type TableHeader,
  type TableLayout,
  tableRow,
  type TableRow,
} from './table-layout.js';

const DELIMITERS = [',', ';', '\t'];

/**
 * Reads a table from CSV: UTF-8 with or without a byte order mark, separated by comma, semicolon or tab as in
 * its header, quotes as in RFC 4180. Lines are streamed. Throws `ImportRefused` for text that is not UTF-8, and for
 * wrong quotes with their line.
 *
 * @param delimiter as found by `delimiterOf`
 * @param encoding a label of the Encoding Standard
 */
export async function readCsv<Column extends string>(
  chunks: AsyncIterable<Buffer>,
  delimiter: string,
  layout: TableLayout<Column>,
  encoding = 'utf-8',
): Promise<Table<Column>> {
  const parser = parse({ bom: true, delimiter, relax_column_count: true, skip_empty_lines: false });
  const rows: TableRow<Column>[] = [];
  let header: TableHeader<Column> | undefined;
  let row = 0;
  try {
    await pipeline(decoded(chunks, encoding), parser, async (records: AsyncIterable<string[]>) => {
      for await (const cells of records) {
        row += 1;
        if (isBlank(cells)) continue;
        if (header === undefined) header = readHeader(cells, layout);
        else rows.push(tableRow(row, cells, header));
      }
    });
  } catch (error) {
    if (error instanceof CsvError)
      throw new ImportRefused(
        `The CSV cannot be read beyond line ${Number(error['lines'] ?? row + 1)}: a quotation mark is out of place. Quote the whole cell and double the marks inside it.`,
      );
    throw error;
  }
  if (header === undefined) throw new ImportRefused('The file has no header line.');
  return { rows, extraColumns: header.extraColumns };
}

/** The text has another encoding. */
export class NotEncodedSo extends ImportRefused {}

/** The most frequent separator in the header line. */
export function delimiterOf(start: string): string {
  const line = start.split(/\r?\n/, 1)[0] ?? '';
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const decode = (chunk?: Buffer) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new NotEncodedSo('The CSV is not encoded as UTF-8. Save it again as "CSV UTF-8".');
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}
