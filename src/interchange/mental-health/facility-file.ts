import { readPhone } from '../../core/directory/phone-number.js';
import { webAddressOf } from '../../core/directory/web-address.js';
import { MENTAL_HEALTH_DIRECTORY } from '../../directory/supplementary-sources.js';
import { addingIntake, type DatedList, datedListFile } from '../import-run/dated-list.js';
import { editionDay } from '../import-run/edition-day.js';
import type { NamedFile } from '../import-run/file-head.js';
import type { ReadRow, SourceFile } from '../import-run/import-source.js';
import { readPoint } from '../import-run/read-point.js';
import { readTableFile } from '../import-run/read-table-file.js';
import type { RowIssue } from '../import-run/row-issue.js';
import { refusalOf, type RowNeeds } from '../import-run/row-refusal.js';
import type { TableLayout, TableRow } from '../import-run/table-layout.js';
import { fiveDigits, keyOfText, tidyCells } from '../import-run/written-text.js';

const COLUMNS = [
  'name1',
  'name2',
  'street1',
  'street2',
  'city',
  'state',
  'zip',
  'phone',
  'website',
  'latitude',
  'longitude',
] as const;
type Column = (typeof COLUMNS)[number];

/** SAMHSA's directory of mental health treatment facilities, as the locator answered it in 2021. */
export const FACILITY_TABLE: TableLayout<Column> = {
  name: 'directory of mental health treatment facilities',
  columns: COLUMNS,
  required: ['name1', 'street1', 'city', 'state', 'zip', 'website'],
};

/** Without any of these a row names no place. */
const NEEDS: RowNeeds<Column> = {
  filled: ['name1', 'street1', 'city', 'state', 'zip'],
  state: 'state',
  postalCode: 'zip',
  longest: { website: 500 },
};

/**
 * Opens the federal directory of mental health treatment facilities. It only adds to programs that other sources list, and only
 * what belongs to their door: its point, and the web site of an organization that is there in both lists.
 *
 * Throws `ImportRefused` for an edition that is no day, and for a file that is not the directory.
 *
 * @param edition the day of the file, YYYY-MM-DD: the directory itself has none
 */
export async function openFacilityFile(file: NamedFile, edition: string): Promise<SourceFile> {
  const asOf = editionDay(edition);
  return datedListFile(LIST, file, await readTableFile(file, FACILITY_TABLE), asOf);
}

const LIST: DatedList<Column> = { source: MENTAL_HEALTH_DIRECTORY, addsTo: 'doors', readRow: readFacility };

function readFacility(read: TableRow<Column>, asOf: string): ReadRow {
  const { row, cells } = read;
  const refusal = refusalOf(read, NEEDS);
  if (refusal) return { row, issues: [{ row, ...refusal }], codes: 0 };
  const cell = tidyCells(COLUMNS, cells);
  const { point, issue } = readPoint(cell.latitude, cell.longitude, 'latitude and longitude');
  const isSite = webAddressOf(cell.website) !== undefined;
  const issues: RowIssue[] = issue ? [issue] : [];
  if (!isSite && cell.website !== '')
    issues.push({
      kind: 'malformed-web-address',
      field: 'website',
      value: cell.website,
      message: 'website is no address of the web. The row is used without it.',
    });
  const [state, postalCode] = [cell.state.toUpperCase(), fiveDigits(cell.zip)!];
  const phone = readPhone(cell.phone);
  const intake = addingIntake(MENTAL_HEALTH_DIRECTORY, asOf, {
    key: keyOfText(cell.name1, cell.name2, cell.street1, cell.street2, cell.city, state, postalCode),
    name: cell.name1,
    ...(cell.name2 === '' ? {} : { nameDetail: cell.name2 }),
    // By it a row is known to be of one organization with a program; it is never stated of the program.
    ...(phone === undefined ? {} : { phone }),
    location: {
      street1: cell.street1,
      ...(cell.street2 === '' ? {} : { street2: cell.street2 }),
      city: cell.city,
      state,
      postalCode,
    },
    facts: {
      ...(isSite ? { website: cell.website } : {}),
      ...(point ? { coordinates: { ...point, precision: 'address' as const } } : {}),
    },
    cells,
  });
  return { row, intake, issues: issues.map((one) => ({ row, ...one })), codes: 0 };
}
