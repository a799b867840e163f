import { basename } from 'node:path';
import type { StatedFacts } from '../../core/directory/source-record.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
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

/** What a row of such a list names and states. */
export interface ListedPlace {
  readonly key: string;
  readonly name: string;
  readonly nameDetail?: string;
  readonly phone?: string;
  readonly location: Omit<ProgramIntake['location'], 'key'>;
  readonly facts: StatedFacts;
  /** The row as it is written. */
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * A row as an intake. A certificate or a grant is more than a report about oneself. It counts as one all the same: an attested
 * record outranks newer ones, and a list of years ago must not.
 *
 * @param asOf the day of the file, YYYY-MM-DD
 */
export function addingIntake(source: string, asOf: string, place: ListedPlace): ProgramIntake {
  const { key, name, location, facts, cells, ...known } = place;
  return {
    key,
    name,
    ...known,
    intakePhones: [],
    fictional: false,
    organization: { key, name, state: location.state },
    location: { key, ...location },
    records: [
      {
        source,
        asOf,
        standing: 'self-reported',
        facts,
        verbatim: Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')),
      },
    ],
  };
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
