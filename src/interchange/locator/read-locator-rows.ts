import { webAddressOf } from '../../core/directory/web-address.js';
import {
  type IntakeCoordinates,
  doorCoordinates,
  type IntakeLocation,
} from '../import-run/door-coordinates.js';
import type { ReadRow } from '../import-run/import-source.js';
import { type RowIssue, rowIssue } from '../import-run/row-issue.js';
import { isReadableText, tidy } from '../import-run/written-text.js';
import { COLUMNS, type FacilityRow } from '../samhsa/facility-row.js';
import { type IntakeContext, nameFacility } from '../samhsa/intake.js';
import { takeIn } from '../samhsa/take-in.js';
import type { LocatorRow } from './locator-row.js';

const LONGEST_ADDRESS = 200;

/** Facilities for the treatment of substance use; the locator has other kinds too, and persons who prescribe. */
const KIND = 'SA';

/** Reads the rows of the locator: as those of the national directory, with web site and the place of the door. */
export function* readLocatorRows(rows: readonly LocatorRow[], context: IntakeContext): Generator<ReadRow> {
  const listed = rows.filter((row) => otherKind(row) === undefined);
  const doors = doorsOf(listed, context);
  const facilities = takeIn(listed.map(facilityOf), context);
  for (const row of rows) {
    const other = otherKind(row);
    if (other) yield { row: row.table.row, issues: [{ row: row.table.row, ...other }], codes: 0 };
    else yield withDoor(facilities.next().value as ReadRow, row, doors);
  }
}

function otherKind({ table }: LocatorRow): RowIssue | undefined {
  const kind = tidy(table.cells.type_facility);
  if (kind === '' || kind.toUpperCase() === KIND) return undefined;
  const message = `Only facilities for substance use treatment (${KIND}) are listed. The row is skipped.`;
  return rowIssue('another-kind-of-facility', 'type_facility', kind, message);
}

function facilityOf({ table }: LocatorRow): FacilityRow {
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, table.cells[column]]));
  return { ...table, cells: cells as FacilityRow['cells'] };
}

/** The door of each address; if rows place one address differently, the first in the order of their coordinates. */
function doorsOf(
  rows: readonly LocatorRow[],
  context: IntakeContext,
): ReadonlyMap<string, IntakeCoordinates> {
  const doors = new Map<string, IntakeCoordinates>();
  for (const row of rows) {
    const named = nameFacility(facilityOf(row), context);
    if ('refusal' in named) continue;
    const read = doorOf(row, named.location);
    if (!read || 'message' in read) continue;
    const known = doors.get(named.location.key);
    if (!known || JSON.stringify(read) < JSON.stringify(known)) doors.set(named.location.key, read);
  }
  return doors;
}

function doorOf(
  { table: { cells } }: LocatorRow,
  location: IntakeLocation,
): IntakeCoordinates | RowIssue | undefined {
  return doorCoordinates({ latitude: cells.latitude, longitude: cells.longitude }, location);
}

function withDoor(read: ReadRow, row: LocatorRow, doors: ReadonlyMap<string, IntakeCoordinates>): ReadRow {
  const codes = read.codes + row.unknownServices;
  const { intake } = read;
  if (!intake) return read;
  const [website, ...flaws] = websiteOf(row);
  const door = doors.get(intake.location.key);
  const misplaced = doorOf(row, intake.location);
  const issues: RowIssue[] = [
    ...row.issues,
    ...flaws,
    ...(misplaced && 'message' in misplaced ? [misplaced] : []),
  ];
  const [record, ...others] = intake.records;
  return {
    row: read.row,
    intake: {
      ...intake,
      ...(website === undefined ? {} : { website }),
      location: { ...intake.location, ...(door === undefined ? {} : { coordinates: door }) },
      records: [{ ...record, verbatim: verbatimOf(row) }, ...others],
    },
    issues: [...read.issues, ...issues.map((issue) => ({ row: read.row, ...issue }))],
    codes,
  };
}

function websiteOf({ table: { cells } }: LocatorRow): [string | undefined, ...RowIssue[]] {
  const text = tidy(cells.website);
  if (text === '') return [undefined];
  if (text.length <= LONGEST_ADDRESS && isReadableText(text) && webAddressOf(text) !== undefined)
    return [text];
  const message = 'website is no address of the web. It is left out.';
  return [undefined, rowIssue('malformed-web-address', 'website', text, message)];
}

function verbatimOf({ table: { cells } }: LocatorRow): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '' && isReadableText(text)));
}
