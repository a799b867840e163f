import type { ProgramIntake } from '../../directory/program-intake.js';
import type { ReadRow } from '../import-run/import-source.js';
import { tidy } from '../import-run/written-text.js';
import { COLUMNS, type FacilityRow } from './facility-row.js';
import { type IntakeContext, type NamedFacility, nameFacility, readIntakeRow } from './intake.js';

/**
 * Reads all rows of a file, in its order. Rows that differ in blanks and letter case alone are one program; other rows
 * with the same name and address are separate programs, numbered by their contents, never by their order. If rows spell
 * one organization or address differently, the first spelling in alphabetical order is used.
 *
 * The rows are read twice, so that no more than one program is held at a time.
 */
export function* takeIn(rows: readonly FacilityRow[], context: IntakeContext): Generator<ReadRow> {
  const namesakes = new Namesakes();
  const spellings = new Spellings();
  for (const row of rows) {
    const named = nameFacility(row, context);
    if ('refusal' in named) continue;
    namesakes.add(row, named);
    spellings.add(named);
  }
  const placeOf = namesakes.settle();
  for (const row of rows) {
    const read = readIntakeRow(row, context);
    const place = placeOf.get(row.row);
    if (place && 'twin' in place) yield asTwin(read, place.twin);
    else yield spellings.applyTo(place && place.number > 1 ? asNamesake(read, place) : read);
  }
}

/** What a row is among those with its name and address: one of several programs, or the same as an earlier row. */
type Place = { readonly number: number; readonly first: number } | { readonly twin: number };

/** Rows by key. */
class Namesakes {
  private readonly byKey = new Map<string, FacilityRow[]>();

  add(row: FacilityRow, { key }: NamedFacility): void {
    const known = this.byKey.get(key);
    if (known) known.push(row);
    else this.byKey.set(key, [row]);
  }

  /** The place of each row that does not stand alone. */
  settle(): Map<number, Place> {
    const places = new Map<number, Place>();
    for (const rows of this.byKey.values()) {
      if (rows.length === 1) continue;
      const ordered = rows
        .map((row) => ({ row: row.row, content: contentOf(row) }))
        .sort((a, b) => compare(a.content, b.content) || a.row - b.row);
      const first = ordered[0]!;
      let original = first;
      let number = 0;
      for (const one of ordered) {
        if (number > 0 && one.content === original.content) places.set(one.row, { twin: original.row });
        else {
          original = one;
          places.set(one.row, { number: ++number, first: first.row });
        }
      }
    }
    return places;
  }
}

/** One spelling for each organization and each address. */
class Spellings {
  private readonly organizations = new Map<string, string>();
  private readonly locations = new Map<string, ProgramIntake['location']>();

  add({ organization, location }: NamedFacility): void {
    const name = this.organizations.get(organization.key);
    if (name === undefined || organization.name < name)
      this.organizations.set(organization.key, organization.name);
    const place = this.locations.get(location.key);
    if (place === undefined || JSON.stringify(location) < JSON.stringify(place))
      this.locations.set(location.key, location);
  }

  applyTo(read: ReadRow): ReadRow {
    const { intake } = read;
    if (!intake) return read;
    return {
      ...read,
      intake: {
        ...intake,
        organization: {
          ...intake.organization,
          name: this.organizations.get(intake.organization.key)!,
        },
        location: this.locations.get(intake.location.key)!,
      },
    };
  }
}

function asNamesake(read: ReadRow, { number, first }: { number: number; first: number }): ReadRow {
  const intake = read.intake!;
  return {
    ...read,
    intake: { ...intake, key: `${intake.key}#${number}` },
    issues: [
      ...read.issues,
      {
        row: read.row,
        kind: 'same-name-and-address',
        field: 'name1',
        value: intake.name,
        message: `Row ${first} has the same name and address; both are imported, as two programs.`,
      },
    ],
  };
}

/** A row that repeats another one causes no issue except this one. */
function asTwin({ row, intake }: ReadRow, twin: number): ReadRow {
  return {
    row,
    issues: [
      {
        row,
        kind: 'duplicate-row',
        field: 'row',
        value: intake?.name ?? '',
        message: `Row ${twin} is the same in every column. The row is skipped.`,
      },
    ],
    codes: 0,
  };
}

/** What distinguishes programs of the same name, the phone and the codes first; never blanks or letter case. */
function contentOf({ cells }: FacilityRow): string {
  const columns = [cells.phone, cells.service_code_info, ...COLUMNS.map((column) => cells[column])];
  return JSON.stringify(columns.map((text) => tidy(text).toUpperCase()));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
