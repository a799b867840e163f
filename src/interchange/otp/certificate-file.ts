import { OPIOID_TREATMENT_PROGRAMS } from '../../directory/supplementary-sources.js';
import { addingIntake, type DatedList, datedListFile } from '../import-run/dated-list.js';
import { editionDay } from '../import-run/edition-day.js';
import type { NamedFile } from '../import-run/file-head.js';
import type { ReadRow, SourceFile } from '../import-run/import-source.js';
import { readTableFile } from '../import-run/read-table-file.js';
import { refusalOf, type RowNeeds } from '../import-run/row-refusal.js';
import type { TableLayout, TableRow } from '../import-run/table-layout.js';
import { fiveDigits, keyOfText, tidyCells } from '../import-run/written-text.js';

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
  const cell = tidyCells(COLUMNS, cells);
  const [state, postalCode] = [cell.STATE.toUpperCase(), fiveDigits(cell.POSTAL)!];
  const intake = addingIntake(OPIOID_TREATMENT_PROGRAMS, asOf, {
    key: keyOfText(cell.ID, cell.ADDRESS, cell.CITY, state, postalCode),
    name: cell.ID,
    location: { street1: cell.ADDRESS, city: cell.CITY, state, postalCode },
    facts: {
      medications: { methadone: 'starts' },
      overlays: { yes: ['moud'] },
      licenses: { yes: ['opioid-treatment-program'] },
      opioidTreatmentProgram: true,
    },
    cells,
  });
  return { row, intake, issues: [], codes: 0 };
}
