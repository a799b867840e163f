import { basename } from 'node:path';
import { findPostalCode } from '../../directory/postal-codes.js';
import { editionDay } from '../import-run/edition-day.js';
import { beginsAsJson, type NamedFile, readHead } from '../import-run/file-head.js';
import { ImportRefused } from '../import-run/import-refused.js';
import type { SourceFile } from '../import-run/import-source.js';
import { isJsonObject, readJsonFile } from '../import-run/read-json-file.js';
import { readTableFile } from '../import-run/read-table-file.js';
import type { CodeBook } from '../samhsa/code-book.js';
import { codeBookOfDay } from '../samhsa/code-books.js';
import { type LocatorRow, locatorTable, REQUIRED_COLUMNS, rowOfJson, rowOfTable } from './locator-row.js';
import { readLocatorRows } from './read-locator-rows.js';

/** The name of this source in every record. */
export const LOCATOR = 'findtreatment-locator';

/**
 * Opens an answer of FindTreatment.gov's locator that was saved as JSON or CSV. Its services are codes of the national
 * directory, read with the newest book that was published by the day of the file.
 *
 * Throws `ImportRefused` for an edition that is no day, and for a file that is not of the locator.
 *
 * @param edition the day of the file, YYYY-MM-DD: the locator has no editions
 */
export async function openLocatorFile(file: NamedFile, edition: string): Promise<SourceFile> {
  const asOf = editionDay(edition);
  const book = codeBookOfDay(asOf);
  const read = beginsAsJson(await readHead(file)) ? await fromJson(file, book) : await fromTable(file, book);
  return {
    source: LOCATOR,
    edition,
    asOf,
    fileName: basename(file.name),
    fileDigest: read.digest,
    published: null,
    extraColumns: read.extraColumns,
    rowCount: read.rows.length,
    readRows: () => readLocatorRows(read.rows, { book, findPostalCode, list: { source: LOCATOR, asOf } }),
  };
}

interface LocatorRows {
  readonly rows: readonly LocatorRow[];
  readonly digest: string;
  readonly extraColumns: readonly string[];
}

async function fromTable(file: NamedFile, book: CodeBook): Promise<LocatorRows> {
  const { rows, digest, extraColumns } = await readTableFile(file, locatorTable(book));
  return { rows: rows.map((row) => rowOfTable(row, book)), digest, extraColumns };
}

/** One answer of the locator, several of them in a list, or a list of its rows. */
async function fromJson(file: NamedFile, book: CodeBook): Promise<LocatorRows> {
  const { value, digest } = await readJsonFile(file);
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const rows = parts.flatMap((part) =>
    isJsonObject(part) && Array.isArray(part['rows']) ? part['rows'] : [part],
  );
  const objects = rows.map((row) => (isJsonObject(row) ? row : {}));
  if (rows.length > 0 && !objects.some((row) => REQUIRED_COLUMNS.every((column) => column in row)))
    throw new ImportRefused(
      `${file.name} is not an answer of the treatment locator; its rows need ${REQUIRED_COLUMNS.join(', ')}.`,
    );
  return { rows: objects.map((row, at) => rowOfJson(at + 1, row, book)), digest, extraColumns: [] };
}
