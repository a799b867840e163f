import { basename } from 'node:path';
import type { AddingScope } from './adding-scope.js';
import type { ReadRow, SourceFile } from './import-source.js';
import type { NamedFile } from './file-head.js';
import type { TableFile } from './read-table-file.js';
import { skipTwins } from './skip-twins.js';
import type { TableRow } from './table-layout.js';

/** A list that has no date of its own and only adds to programs that other sources list. */
export interface DatedList<Column extends string> {
  /** As in the records of its programs. */
  readonly source: string;
  readonly addsTo: AddingScope;
  /** @param asOf the day of the file, YYYY-MM-DD */
  readonly readRow: (row: TableRow<Column>, asOf: string) => ReadRow;
}

/** The file of such a list, opened. */
export function datedListFile<Column extends string>(
  { source, addsTo, readRow }: DatedList<Column>,
  { name }: NamedFile,
  table: TableFile<Column>,
  asOf: string,
): SourceFile {
  return {
    source,
    edition: asOf,
    asOf,
    fileName: basename(name),
    fileDigest: table.digest,
    published: null,
    extraColumns: table.extraColumns,
    rowCount: table.rows.length,
    addsTo,
    readRows: () => skipTwins(table.rows.map((row) => readRow(row, asOf))),
  };
}
