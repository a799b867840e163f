import { readPhone } from '../../core/directory/phone-number.js';
import { webAddressOf } from '../../core/directory/web-address.js';
import type { StatedFacts } from '../../core/directory/source-record.js';
import { HEALTH_CENTERS } from '../../directory/supplementary-sources.js';
import { addingIntake, type DatedList, datedListFile } from '../import-run/dated-list.js';
import { editionDay } from '../import-run/edition-day.js';
import type { NamedFile } from '../import-run/file-head.js';
import { ImportRefused } from '../import-run/import-refused.js';
import type { ReadRow, SourceFile } from '../import-run/import-source.js';
import { readPoint } from '../import-run/read-point.js';
import { readTableFile, type TableFile } from '../import-run/read-table-file.js';
import { refusalOf } from '../import-run/row-refusal.js';
import type { TableRow } from '../import-run/table-layout.js';
import { fiveDigits, keyOfText, tidyCells } from '../import-run/written-text.js';
import {
  HEALTH_CENTER_LAYOUTS,
  healthCenterCells,
  type HealthCenterCells,
  type HealthCenterLayout,
} from './health-center-layouts.js';

/** What the list calls a center that has the federal grant; look-alikes meet its rules without one. */
const WITH_GRANT = 'Federally Qualified Health Center (FQHC)';

/**
 * Opens the list of health center sites of the Health Resources and Services Administration (HRSA), in either form. It only
 * adds to programs that other sources list: the point of their door, and of a center that runs a program there its
 * telephone, its web site and that it is a health center. Hours a week stay in the words of the source: a number is no schedule.
 *
 * Throws `ImportRefused` for an edition that is no day, and for a file that is not the list.
 *
 * @param edition the day of the file, YYYY-MM-DD: the list itself has none
 */
export async function openHealthCenterFile(file: NamedFile, edition: string): Promise<SourceFile> {
  const asOf = editionDay(edition);
  const { table, layout } = await readEitherForm(file);
  const list: DatedList<string> = {
    source: HEALTH_CENTERS,
    addsTo: 'doors',
    readRow: (row, day) => readSite(row, layout, day),
  };
  // The list of HRSA has some forty columns about districts and offices: they are not named one by one.
  return { ...datedListFile(list, file, table, asOf), extraColumns: [] };
}

/** The table by the first form that its header has; the refusal of the last form if it has none. */
async function readEitherForm(
  file: NamedFile,
): Promise<{ table: TableFile<string>; layout: HealthCenterLayout }> {
  let refusal: unknown;
  for (const layout of HEALTH_CENTER_LAYOUTS)
    try {
      return { table: await readTableFile(file, layout.table), layout };
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      refusal = error;
    }
  throw refusal;
}

function readSite(read: TableRow<string>, layout: HealthCenterLayout, asOf: string): ReadRow {
  const { row } = read;
  const { zip: zipColumn } = layout.columns;
  const written = healthCenterCells(read, layout);
  const refusal =
    refusalOf(read, {
      filled: layout.table.required,
      state: layout.stateColumn,
      ...(zipColumn === undefined ? {} : { postalCode: zipColumn }),
      longest: { 'Site Web Address': 500 },
    }) ?? noPlace(written);
  if (refusal) return { row, issues: [{ row, ...refusal }], codes: 0 };
  const cell = tidyCells(Object.keys(written) as (keyof HealthCenterCells)[], written);
  const { point, issue } = readPoint(cell.latitude, cell.longitude, 'latitude and longitude');
  const [state, postalCode] = [cell.state.toUpperCase(), fiveDigits(cell.zip) ?? ''];
  const phone = readPhone(cell.phone);
  const key =
    cell.number === '' ? keyOfText(cell.name, cell.street, cell.city, state) : keyOfText('bphc', cell.number);
  const facts: StatedFacts = {
    ...(cell.type === '' || cell.type === WITH_GRANT
      ? { licenses: { yes: ['federally-qualified-health-center'] } }
      : {}),
    ...(phone === undefined ? {} : { phone }),
    ...(webAddressOf(cell.website) === undefined ? {} : { website: cell.website }),
    ...(point ? { coordinates: { ...point, precision: 'address' } } : {}),
  };
  const intake = addingIntake(HEALTH_CENTERS, asOf, {
    key,
    name: cell.name,
    ...(phone === undefined ? {} : { phone }),
    location: { street1: cell.street, city: cell.city, state, postalCode },
    facts,
    cells: read.cells,
  });
  return { row, intake, issues: issue ? [{ row, ...issue }] : [], codes: 0 };
}

/** Why a site has no door: it is closed, or a van. */
function noPlace({ status, place }: HealthCenterCells) {
  const [field, value] =
    status !== '' && status !== 'Active'
      ? ['Site Status Description', status]
      : place === 'Mobile Van'
        ? ['Health Center Location Type Description', place]
        : [];
  if (field === undefined || value === undefined) return undefined;
  return {
    kind: 'no-place' as const,
    field,
    value,
    message: `${field} is "${value}": there is no door. The row is skipped.`,
  };
}
