import type { PostalCode } from '../../directory/postal-codes.js';
import type { IntakeRecord, ProgramIntake } from '../../directory/program-intake.js';
import { readPhone } from '../../core/directory/phone-number.js';
import type { State } from '../../core/vocabulary/places.js';
import type { CodeBook } from './code-book.js';
import { codesIn, type Column, COLUMNS, type FacilityRow } from './facility-row.js';
import type { ReadRow } from '../import-run/import-source.js';
import type { RowIssue } from '../import-run/row-issue.js';
import { refusalOf, type RowNeeds } from '../import-run/row-refusal.js';
import { fiveDigits, keyOfText, tidy } from '../import-run/written-text.js';
import { stateFacts } from './state-facts.js';

/** The name of this source in every record; the edition is its date. */
export const SAMHSA = 'samhsa';

export interface IntakeContext {
  readonly book: CodeBook;
  readonly findPostalCode: (code: string) => PostalCode | undefined;
}

/** Where a facility is and what it is called, before its codes are read. */
export interface NamedFacility {
  /** The same for every spelling that differs in blanks and letter case alone. */
  readonly key: string;
  readonly organization: ProgramIntake['organization'];
  readonly location: ProgramIntake['location'];
  readonly cell: Readonly<Record<Column, string>>;
  readonly issues: readonly RowIssue[];
}

/** Without these a program cannot be named, found or read. */
const NEEDS: RowNeeds<Column> = {
  filled: ['name1', 'city', 'state', 'zip', 'service_code_info'],
  state: 'state',
  postalCode: 'zip',
  longest: { service_code_info: 5_000 },
};

/** What cannot be read as a number is kept as it is written: a person may make sense of it. */
function phoneOf(written: string): string {
  return readPhone(written) ?? written;
}

/** Reads the name and the place of a row, or an issue that excludes it. */
export function nameFacility(
  row: FacilityRow,
  context: IntakeContext,
): NamedFacility | { refusal: RowIssue } {
  const refusal = refusalOf(row, NEEDS);
  if (refusal) return { refusal };
  const issues: RowIssue[] = [];
  const cell = Object.fromEntries(COLUMNS.map((column) => [column, tidy(row.cells[column])])) as Record<
    Column,
    string
  >;
  const state = cell.state.toUpperCase() as State;
  const postalCode = fiveDigits(cell.zip)!;
  const place = cell.street1 === '' ? streetless(issues) : placeOf(postalCode, state, context, issues);
  const organizationKey = keyOfText(cell.name1, state);
  const address = [cell.street1, cell.street2, cell.city, state, postalCode];
  return {
    key: keyOfText(cell.name1, cell.name2, ...address),
    organization: { key: organizationKey, name: cell.name1, state },
    location: {
      key: `${organizationKey}|${keyOfText(...address)}`,
      ...(cell.street1 === '' ? {} : { street1: cell.street1 }),
      ...(cell.street2 === '' ? {} : { street2: cell.street2 }),
      city: cell.city,
      state,
      postalCode,
      ...(place
        ? {
            coordinates: {
              latitude: place.latitude,
              longitude: place.longitude,
              precision: 'postal-code' as const,
            },
          }
        : {}),
    },
    cell,
    issues,
  };
}

/** Reads one row by itself: a program, with unknown facts at worst, or an issue that excludes it. */
export function readIntakeRow(row: FacilityRow, context: IntakeContext): ReadRow {
  const named = nameFacility(row, context);
  const numbered = (issues: readonly RowIssue[]) => issues.map((issue) => ({ row: row.row, ...issue }));
  if ('refusal' in named) return { row: row.row, issues: numbered([named.refusal]), codes: 0 };

  const { key: programKey, organization, location, cell, issues } = named;
  const codes = codesIn(cell.service_code_info);
  const stated = stateFacts(codes, context.book, location.state as State);
  const record: IntakeRecord = {
    source: SAMHSA,
    asOf: context.book.asOf,
    standing: 'self-reported',
    facts: stated.facts,
    verbatim: Object.fromEntries(Object.entries(row.cells).filter(([, text]) => text !== '')),
  };
  const intake: ProgramIntake = {
    key: programKey,
    name: cell.name1,
    ...(cell.name2 === '' ? {} : { nameDetail: cell.name2 }),
    ...(cell.phone === '' ? {} : { phone: phoneOf(cell.phone) }),
    intakePhones: [
      ...new Set(
        [cell.intake1, cell.intake1a, cell.intake2, cell.intake2a]
          .filter((phone) => phone !== '')
          .map(phoneOf),
      ),
    ],
    fictional: false,
    organization,
    location,
    records: [record],
  };
  return {
    row: row.row,
    intake,
    issues: numbered([...issues, ...stated.issues]),
    codes: codes.size,
  };
}

/** A place without a street may be anywhere: sources leave out streets that must not be known. */
function streetless(issues: RowIssue[]): undefined {
  issues.push({
    kind: 'missing-street',
    field: 'street1',
    value: '',
    message:
      'street1 is empty. The program is listed by its city and ZIP code; it has no coordinates and no distance.',
  });
}

/** The centroid of the postal code, unless it is unknown or in another state than the row says. */
function placeOf(
  postalCode: string,
  state: State,
  { findPostalCode }: IntakeContext,
  issues: RowIssue[],
): PostalCode | undefined {
  const place = findPostalCode(postalCode);
  if (!place)
    issues.push({
      kind: 'unknown-postal-code',
      field: 'zip',
      value: postalCode,
      message: 'No location is known for this ZIP code: the program has no coordinates and no distance.',
    });
  else if (place.state !== state) {
    issues.push({
      kind: 'postal-code-in-another-state',
      field: 'zip',
      value: postalCode,
      message: `This ZIP code is in ${place.state}, but the row says ${state}: the program has no coordinates and no distance.`,
    });
    return undefined;
  }
  return place;
}
