import { basename } from 'node:path';
import { findPostalCode } from '../../directory/postal-codes.js';
import { ImportRefused } from '../import-run/import-refused.js';
import type { SourceFile } from '../import-run/import-source.js';
import type { NamedFile } from '../import-run/file-head.js';
import { readTableFile, type TableFile } from '../import-run/read-table-file.js';
import type { CodeBook } from './code-book.js';
import { codeBookOf, hasCodeBook } from './code-books.js';
import { type Column, FACILITY_LIST } from './facility-row.js';
import { SAMHSA } from './intake.js';
import {
  comparedWithPublished,
  editionOfFile,
  type PublishedEdition,
  publishedEditions,
} from './published-editions.js';
import { takeIn } from './take-in.js';

export interface DirectoryFileOptions {
  /** A workbook or CSV. */
  readonly file: NamedFile;
  /** The table of the file, if the caller has read it already. */
  readonly table?: TableFile<Column>;
  readonly edition: string;
  /** Code books to use instead of the published ones. */
  readonly bookFor?: (edition: string) => CodeBook;
  /** Published editions to use instead of those in `seed-data`. */
  readonly editions?: readonly PublishedEdition[];
}

/**
 * Opens a file of the national directory. Throws `ImportRefused` for an edition without a code book, for a file that is
 * not a facility list and for one that was published as another edition.
 */
export async function openDirectoryFile(options: DirectoryFileOptions): Promise<SourceFile> {
  const { file, edition, editions = publishedEditions() } = options;
  const book = (options.bookFor ?? codeBookOf)(edition);
  const table = options.table ?? (await readTableFile(file, FACILITY_LIST));
  refuseOtherEdition(file.name, table.digest, edition, editions);
  return {
    source: SAMHSA,
    edition: book.edition,
    asOf: book.asOf,
    fileName: basename(file.name),
    fileDigest: table.digest,
    published: comparedWithPublished(table.digest, book.edition, editions),
    extraColumns: table.extraColumns,
    rowCount: table.rows.length,
    readRows: () => takeIn(table.rows, { book, findPostalCode }),
  };
}

/** The codes of another edition would be read with the wrong book. */
function refuseOtherEdition(
  file: string,
  digest: string,
  edition: string,
  editions: readonly PublishedEdition[],
): void {
  const found = editionOfFile(digest, editions);
  if (!found || found.edition === edition) return;
  const fix = hasCodeBook(found.edition)
    ? `Import it with --edition ${found.edition}.`
    : `Edition ${found.edition} cannot be imported yet: there is no code book for it.`;
  throw new ImportRefused(`${file} is the published edition ${found.edition}, not ${edition}. ${fix}`);
}
