import { basename } from 'node:path';
import { type State, STATES } from '../../core/vocabulary/places.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
import { OPIOID_TREATMENT_PROGRAMS } from '../../directory/supplementary-sources.js';
import { ImportRefused } from '../import-run/import-refused.js';
import type { ReadRow, SourceFile } from '../import-run/import-source.js';
import { type NamedFile, readTableFile } from '../import-run/read-table-file.js';
import type { IssueKind } from '../import-run/row-issue.js';
import type { TableLayout, TableRow } from '../import-run/table-layout.js';
import { fiveDigits, keyOfText, tidy } from '../import-run/written-text.js';

const COLUMNS = ['ID', 'ADDRESS', 'CITY', 'STATE', 'POSTAL'] as const;
type Column = (typeof COLUMNS)[number];

/** SAMHSA's list of opioid treatment programs, as it was carried in 2021. `ID` is the name. */
export const CERTIFICATE_LIST: TableLayout<Column> = {
  name: 'list of opioid treatment programs',
  columns: COLUMNS,
  required: COLUMNS,
  otherwiseEncoded: 'windows-1252',
};

const DATE = /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;

/**
 * Opens the federal list of certified opioid treatment programs. It only adds to programs that other sources list: a
 * certificate means that methadone may be dispensed, and nothing else is taken from it.
 *
 * Throws `ImportRefused` for an edition that is no day, and for a file that is not the list.
 *
 * @param edition the day of the file, YYYY-MM-DD: the list itself has none
 */
export async function openCertificateFile(file: NamedFile, edition: string): Promise<SourceFile> {
  if (!DATE.test(edition))
    throw new ImportRefused(
      `"${edition}" is not the day of the file, such as 2021-04-01. The list has no date of its own, and what it says counts as of that day.`,
    );
  const table = await readTableFile(file, CERTIFICATE_LIST);
  return {
    source: OPIOID_TREATMENT_PROGRAMS,
    edition,
    asOf: edition,
    fileName: basename(file.name),
    fileDigest: table.digest,
    published: null,
    extraColumns: table.extraColumns,
    rowCount: table.rows.length,
    addsTo: 'opioid-treatment-programs',
    readRows: () => readCertificates(table.rows, edition),
  };
}

function* readCertificates(rows: readonly TableRow<Column>[], asOf: string): Generator<ReadRow> {
  const known = new Map<string, number>();
  for (const row of rows) {
    const read = readCertificate(row, asOf);
    const twin = read.intake && known.get(read.intake.key);
    if (twin !== undefined) {
      const message = `Row ${twin} has the same name and address. The row is skipped.`;
      yield refused(row.row, 'duplicate-row', 'row', row.cells.ID, message);
      continue;
    }
    if (read.intake) known.set(read.intake.key, row.row);
    yield read;
  }
}

function readCertificate({ row, cells, oddCellCount }: TableRow<Column>, asOf: string): ReadRow {
  if (oddCellCount !== undefined)
    return refused(
      row,
      'wrong-number-of-cells',
      'row',
      String(oddCellCount),
      `The line has ${oddCellCount} cells, a different number from the header. The row is skipped.`,
    );
  const cell = Object.fromEntries(COLUMNS.map((column) => [column, tidy(cells[column])])) as Record<
    Column,
    string
  >;
  const empty = COLUMNS.find((column) => cell[column] === '');
  if (empty !== undefined)
    return refused(row, 'missing-value', empty, '', `${empty} is empty. The row is skipped.`);
  const state = cell.STATE.toUpperCase();
  if (!(STATES as readonly string[]).includes(state))
    return refused(
      row,
      'unknown-state',
      'STATE',
      cells.STATE,
      'STATE is not the two-letter abbreviation of a state or territory. The row is skipped.',
    );
  const postalCode = fiveDigits(cell.POSTAL);
  if (postalCode === undefined)
    return refused(
      row,
      'malformed-postal-code',
      'POSTAL',
      cells.POSTAL,
      'POSTAL is not a ZIP code of five digits (or ZIP+4). The row is skipped.',
    );
  return { row, intake: intakeOf(cell, state as State, postalCode, asOf, cells), issues: [], codes: 0 };
}

function intakeOf(
  cell: Readonly<Record<Column, string>>,
  state: State,
  postalCode: string,
  asOf: string,
  verbatim: Readonly<Record<Column, string>>,
): ProgramIntake {
  const key = keyOfText(cell.ID, cell.ADDRESS, cell.CITY, state, postalCode);
  return {
    key,
    name: cell.ID,
    intakePhones: [],
    fictional: false,
    organization: { key, name: cell.ID, state },
    location: { key, street1: cell.ADDRESS, city: cell.CITY, state, postalCode },
    records: [
      {
        source: OPIOID_TREATMENT_PROGRAMS,
        asOf,
        // A certificate is more than a report about oneself. It counts as one all the same: an attested record outranks
        // newer ones, and a list of years ago must not.
        standing: 'self-reported',
        facts: {
          medications: { methadone: 'starts' },
          overlays: { yes: ['moud'] },
          licenses: { yes: ['opioid-treatment-program'] },
          opioidTreatmentProgram: true,
        },
        verbatim,
      },
    ],
  };
}

function refused(row: number, kind: IssueKind, field: string, value: string, message: string): ReadRow {
  return { row, issues: [{ row, kind, field, value, message }], codes: 0 };
}
