import type { PostalCode } from '../../directory/postal-codes.js';
import type { IntakeRecord, ProgramIntake } from '../../directory/program-intake.js';
import { readPhone } from '../../core/directory/phone-number.js';
import type { State } from '../../core/vocabulary/places.js';
import type { CodeBook } from './code-book.js';
import { codesIn, type Column, COLUMNS, type FacilityRow } from './facility-row.js';
import type { ReadRow } from '../import-run/import-source.js';
import { postalCodePlace } from '../import-run/door-coordinates.js';
import type { RowIssue } from '../import-run/row-issue.js';
import { refusalOf, type RowNeeds } from '../import-run/row-refusal.js';
import { fiveDigits, keyOfText, tidyCells } from '../import-run/written-text.js';
import { stateFacts } from './state-facts.js';

/** The name of this source in every record; the edition is its date. */
export const SAMHSA = 'samhsa';

export interface IntakeContext {
  readonly book: CodeBook;
  readonly findPostalCode: (code: string) => PostalCode | undefined;
  /** Absent for the national directory. */
  readonly list?: CodedList;
}

/** Another list whose rows have the same codes. */
export interface CodedList {
  readonly source: string;
  /** The day its facts are as of, YYYY-MM-DD. */
  readonly asOf: string;
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

/** A row of another list may come without codes: then what it treats is unknown. */
const NEEDS_OF_OTHERS: RowNeeds<Column> = { ...NEEDS, filled: ['name1', 'city', 'state', 'zip'] };

/** What cannot be read as a number is kept as it is written: a person may make sense of it. */
function phoneOf(written: string): string {
  return readPhone(written) ?? written;
}

/** Reads the name and the place of a row, or an issue that excludes it. */
export function nameFacility(
  row: FacilityRow,
  context: IntakeContext,
): NamedFacility | { refusal: RowIssue } {
  const refusal = refusalOf(row, context.list ? NEEDS_OF_OTHERS : NEEDS);
  if (refusal) return { refusal };
  const issues: RowIssue[] = [];
  const cell = tidyCells(COLUMNS, row.cells);
  const state = cell.state.toUpperCase() as State;
  const postalCode = fiveDigits(cell.zip)!;
  const place =
    cell.street1 === ''
      ? streetless(issues)
      : postalCodePlace({ postalCode, state, field: 'zip' }, context.findPostalCode, issues);
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
      ...(place ? { coordinates: place } : {}),
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
  const stated =
    context.list && codes.size === 0
      ? { facts: {}, issues: [] }
      : stateFacts(codes, context.book, location.state as State);
  const record: IntakeRecord = {
    source: context.list?.source ?? SAMHSA,
    asOf: context.list?.asOf ?? context.book.asOf,
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
