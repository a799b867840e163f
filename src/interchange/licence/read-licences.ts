import { readPhone } from '../../core/directory/phone-number.js';
import { addDays } from '../../core/directory/shelf-life.js';
import type { StatedFacts } from '../../core/directory/source-record.js';
import type { Licence } from '../../core/vocabulary/licences.js';
import type { State } from '../../core/vocabulary/places.js';
import type { PostalCode } from '../../directory/postal-codes.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
import { isDate } from '../../http/validation/value.decorators.js';
import { doorCoordinates, postalCodePlace } from '../import-run/door-coordinates.js';
import type { ReadRow } from '../import-run/import-source.js';
import { mergedFacts } from '../import-run/merged-facts.js';
import { type RowIssue, rowIssue } from '../import-run/row-issue.js';
import { refusalOf } from '../import-run/row-refusal.js';
import type { TableRow } from '../import-run/table-layout.js';
import { fiveDigits, keyOfText, tidy } from '../import-run/written-text.js';
import { licensedFacts } from './licensed-facts.js';
import { type LicenceField, type LicenceMap, REQUIRED_FIELDS } from './licence-map.js';

export interface LicenceContext {
  readonly map: LicenceMap;
  readonly source: string;
  /** YYYY-MM-DD */
  readonly asOf: string;
  readonly findPostalCode: (code: string) => PostalCode | undefined;
}

/** One license that is in force. */
interface LicenceRow {
  readonly row: number;
  readonly licence: Licence;
  readonly cell: (field: LicenceField) => string;
  readonly facts: StatedFacts;
  /** Two rows with one door are two licenses of one program. */
  readonly door: string;
  readonly issues: readonly RowIssue[];
  readonly codes: number;
  readonly verbatim: Readonly<Record<string, string>>;
}

type Read = LicenceRow | { readonly row: number; readonly refusal: RowIssue };

/** Reads a list of licenses: one program for each name and address, with all licenses that it holds there. */
export function* readLicences(
  rows: readonly TableRow<string>[],
  context: LicenceContext,
): Generator<ReadRow> {
  const read = withoutTwins(rows.map((row) => readLicence(row, context)));
  const doors = new Map<string, LicenceRow[]>();
  for (const one of read) if ('licence' in one) doors.set(one.door, [...(doors.get(one.door) ?? []), one]);
  for (const one of read) {
    if ('refusal' in one) {
      yield { row: one.row, issues: [{ row: one.row, ...one.refusal }], codes: 0 };
      continue;
    }
    const { row, issues, codes } = one;
    const held = doors.get(one.door)!;
    const first = held[0]!;
    const numbered = (more: readonly RowIssue[]) => [...issues, ...more].map((issue) => ({ row, ...issue }));
    if (first === one) {
      const found: RowIssue[] = [];
      yield { row, intake: intakeOf(held, context, found), issues: numbered(found), codes };
    } else {
      const message = `Row ${first.row} has the same name and address: both licenses are of one program.`;
      const second = rowIssue('second-license-at-the-door', 'row', one.licence.number, message);
      yield { row, issues: numbered([second]), codes };
    }
  }
}

function readLicence(read: TableRow<string>, { map, asOf }: LicenceContext): Read {
  const { row, cells } = read;
  const column = (field: LicenceField) => map.columns[field] ?? '';
  const cell = (field: LicenceField) => tidy(cells[column(field)] ?? '');
  const refusal =
    refusalOf(read, {
      filled: REQUIRED_FIELDS.map(column),
      state: column('state'),
      postalCode: column('postalCode'),
    }) ?? whyNotListed(cells, cell, map);
  if (refusal) return { row, refusal };
  const expires = dayOf(cell('expires'));
  if (expires === null) {
    const message = `${column('expires')} is not a day such as 2027-10-31. The row is skipped, as the license may have ended.`;
    return { row, refusal: rowIssue('malformed-date', column('expires'), cell('expires'), message) };
  }
  if (expires !== undefined && expires < asOf) {
    const message = `The license ended before the day of the file, ${asOf}. The row is skipped.`;
    return { row, refusal: rowIssue('not-in-force', column('expires'), expires, message) };
  }
  const { facts, issues, codes } = licensedFacts(cells, map);
  const number = cell('number');
  return {
    row,
    licence: { number, authority: map.authority, ...(expires === undefined ? {} : { expires }) },
    cell,
    facts,
    door: keyOfText(
      cell('name'),
      cell('street1'),
      cell('street2'),
      cell('city'),
      cell('postalCode').slice(0, 5),
    ),
    issues,
    codes,
    verbatim: Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')),
  };
}

function whyNotListed(
  cells: Readonly<Record<string, string>>,
  cell: (field: LicenceField) => string,
  { state, inForce = {}, columns }: LicenceMap,
): RowIssue | undefined {
  if (cell('state').toUpperCase() !== state) {
    const message = `This is the list of ${state}; the row is of another state. It is skipped.`;
    return rowIssue('unknown-state', columns.state!, cell('state'), message);
  }
  if (cell('number').length > 60)
    return rowIssue(
      'text-too-long',
      columns.number!,
      cell('number'),
      'A license number has 60 characters at most. The row is skipped.',
    );
  for (const [column, values] of Object.entries(inForce)) {
    const text = tidy(cells[column] ?? '').toUpperCase();
    if (values.some((value) => String(value).toUpperCase() === text)) continue;
    return rowIssue(
      'not-in-force',
      column,
      text,
      `The license is not in force, as ${column} says. The row is skipped.`,
    );
  }
  return undefined;
}

/** `undefined` if no day is written, `null` if it cannot be read. */
function dayOf(text: string): string | undefined | null {
  if (text === '') return undefined;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso =
    year === undefined ? text.slice(0, 10) : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return iso.startsWith('20') && isDate(iso) ? iso : null;
}

/** A license number names one license. */
function withoutTwins(rows: readonly Read[]): Read[] {
  const known = new Map<string, number>();
  return rows.map((one) => {
    if ('refusal' in one) return one;
    const number = one.licence.number.toLowerCase();
    const twin = known.get(number);
    if (twin === undefined) known.set(number, one.row);
    else {
      const message = `Row ${twin} has the same license number. The row is skipped.`;
      return { row: one.row, refusal: rowIssue('duplicate-row', 'row', one.licence.number, message) };
    }
    return one;
  });
}

function intakeOf(
  held: readonly LicenceRow[],
  { source, asOf, findPostalCode }: LicenceContext,
  issues: RowIssue[],
): ProgramIntake {
  const rows = held.toSorted((a, b) => (a.licence.number < b.licence.number ? -1 : 1));
  const { cell, verbatim } = rows[0]!;
  const [state, postalCode] = [cell('state').toUpperCase() as State, fiveDigits(cell('postalCode'))!];
  const legalEntity = cell('legalEntity') === '' ? cell('name') : cell('legalEntity');
  const address = [cell('street1'), cell('street2'), cell('city'), state, postalCode];
  const organizationKey = keyOfText(legalEntity, state);
  const center = postalCodePlace({ postalCode, state, field: 'postalCode' }, findPostalCode, issues);
  const placed = {
    key: `${organizationKey}|${keyOfText(...address)}`,
    street1: cell('street1'),
    ...(cell('street2') === '' ? {} : { street2: cell('street2') }),
    city: cell('city'),
    state,
    postalCode,
    ...(center ? { coordinates: center } : {}),
  };
  const door = doorCoordinates({ latitude: cell('latitude'), longitude: cell('longitude') }, placed);
  if (door && 'message' in door) issues.push(door);
  const ends = rows.flatMap(({ licence: { expires } }) => (expires === undefined ? [] : [expires])).sort();
  const phone = cell('phone');
  return {
    key: rows[0]!.licence.number.toLowerCase(),
    name: cell('name'),
    ...(phone === '' ? {} : { phone: readPhone(phone) ?? phone }),
    intakePhones: [],
    fictional: false,
    organization: { key: organizationKey, name: legalEntity, state },
    location: door && !('message' in door) ? { ...placed, coordinates: door } : placed,
    records: [
      {
        source,
        asOf,
        standing: 'verified',
        facts: {
          ...mergedFacts(rows.map(({ facts }) => facts)),
          licences: rows.map(({ licence }) => licence),
        },
        // Once one of its licenses has ended, what the others allow is not known apart.
        ...(ends[0] === undefined ? {} : { expiresOn: addDays(ends[0], 1) }),
        verbatim: rows.length === 1 ? verbatim : verbatimOfAll(rows),
      },
    ],
  };
}

/** The words of each row, by its license. */
function verbatimOfAll(rows: readonly LicenceRow[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.flatMap(({ licence, verbatim }) =>
      Object.entries(verbatim).map(([column, text]) => [`${licence.number} ${column}`, text]),
    ),
  );
}
