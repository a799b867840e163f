import type { State } from '../../core/vocabulary/places.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
import { OPIOID_TREATMENT_PROGRAMS } from '../../directory/supplementary-sources.js';
import { type DatedList, datedListFile } from '../import-run/dated-list.js';
import { editionDay } from '../import-run/edition-day.js';
import type { NamedFile } from '../import-run/file-head.js';
import type { ReadRow, SourceFile } from '../import-run/import-source.js';
import { readTableFile } from '../import-run/read-table-file.js';
import { refusalOf, type RowNeeds } from '../import-run/row-refusal.js';
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

/** Without any of its cells a row names no place. */
const NEEDS: RowNeeds<Column> = { filled: COLUMNS, state: 'STATE', postalCode: 'POSTAL' };

/**
 * Opens the federal list of certified opioid treatment programs. It only adds to programs that other sources list: a
 * certificate means that methadone may be dispensed, and nothing else is taken from it.
 *
 * Throws `ImportRefused` for an edition that is no day, and for a file that is not the list.
 *
 * @param edition the day of the file, YYYY-MM-DD: the list itself has none
 */
export async function openCertificateFile(file: NamedFile, edition: string): Promise<SourceFile> {
  const asOf = editionDay(edition);
  return datedListFile(LIST, file, await readTableFile(file, CERTIFICATE_LIST), asOf);
}

const LIST: DatedList<Column> = {
  source: OPIOID_TREATMENT_PROGRAMS,
  addsTo: 'opioid-treatment-programs',
  readRow: readCertificate,
};

function readCertificate(read: TableRow<Column>, asOf: string): ReadRow {
  const { row, cells } = read;
  const refusal = refusalOf(read, NEEDS);
  if (refusal) return { row, issues: [{ row, ...refusal }], codes: 0 };
  const cell = Object.fromEntries(COLUMNS.map((column) => [column, tidy(cells[column])])) as Record<
    Column,
    string
  >;
  const [state, postalCode] = [cell.STATE.toUpperCase() as State, fiveDigits(cell.POSTAL)!];
  return { row, intake: intakeOf(cell, state, postalCode, asOf, cells), issues: [], codes: 0 };
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
