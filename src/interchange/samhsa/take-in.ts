import type { ProgramIntake } from '../../directory/program-intake.js';
import { COLUMNS, type FacilityRow } from './facility-row.js';
import { type IntakeContext, type IntakeRow, readIntakeRow } from './intake.js';
import type { NumberedIssue } from '../import-run/row-issue.js';

/** The content of a whole file: every row is a program or is excluded by an issue. */
export interface IntakeFile {
  readonly read: number;
  /** Sorted by key, so that the order of the rows does not matter. */
  readonly intakes: readonly ProgramIntake[];
  readonly refused: number;
  /** Sorted by row. */
  readonly issues: readonly NumberedIssue[];
}

/**
 * Reads all rows of a file. Rows that are the same in every column are one program; different rows with the same name
 * and address are separate programs, numbered by their contents, never by their order. If rows spell one organization
 * or address differently, the first spelling in alphabetical order is used.
 */
export function readIntakes(rows: readonly FacilityRow[], context: IntakeContext): IntakeFile {
  const issues: NumberedIssue[] = [];
  const byKey = new Map<string, { taken: IntakeRow & { intake: ProgramIntake }; content: string }[]>();
  for (const row of rows) {
    const taken = readIntakeRow(row, context);
    issues.push(...taken.issues);
    if (!taken.intake) continue;
    const namesakes = byKey.get(taken.intake.key) ?? [];
    byKey.set(taken.intake.key, namesakes);
    namesakes.push({ taken: { ...taken, intake: taken.intake }, content: contentOf(row) });
  }

  const intakes: ProgramIntake[] = [];
  for (const [key, namesakes] of byKey) {
    namesakes.sort((a, b) => compare(a.content, b.content) || a.taken.row - b.taken.row);
    const programs = namesakes.filter(({ content }, i) => content !== namesakes[i - 1]?.content);
    const first = programs[0]!.taken;
    programs.forEach(({ taken }, i) => {
      intakes.push(i === 0 ? taken.intake : { ...taken.intake, key: `${key}#${i + 1}` });
      if (i > 0)
        issues.push({
          row: taken.row,
          kind: 'same-name-and-address',
          field: 'name1',
          value: taken.intake.name,
          message: `Row ${first.row} has the same name and address; both are imported, as two programs.`,
        });
    });
    namesakes.forEach(({ taken, content }, i) => {
      const twin = namesakes.slice(0, i).find((earlier) => earlier.content === content);
      if (twin) refuseTwin(taken, twin.taken.row, issues);
    });
  }
  const spelled = withOneSpelling(intakes.sort((a, b) => compare(a.key, b.key)));
  return {
    read: rows.length,
    intakes: spelled,
    refused: rows.length - spelled.length,
    issues: issues.sort((a, b) => a.row - b.row),
  };
}

/** A row that repeats another one causes no issue except this one. */
function refuseTwin(taken: IntakeRow, twinRow: number, issues: NumberedIssue[]): void {
  for (const issue of taken.issues) issues.splice(issues.indexOf(issue), 1);
  issues.push({
    row: taken.row,
    kind: 'duplicate-row',
    field: 'row',
    value: taken.intake?.name ?? '',
    message: `Row ${twinRow} is the same in every column. The row is skipped.`,
  });
}

/** What distinguishes programs of the same name, the phone and the codes first. */
function contentOf({ cells }: FacilityRow): string {
  return JSON.stringify([cells.phone, cells.service_code_info, ...COLUMNS.map((column) => cells[column])]);
}

function withOneSpelling(intakes: readonly ProgramIntake[]): ProgramIntake[] {
  const organizations = new Map<string, string>();
  const locations = new Map<string, ProgramIntake['location']>();
  for (const { organization, location } of intakes) {
    const name = organizations.get(organization.key);
    if (name === undefined || organization.name < name)
      organizations.set(organization.key, organization.name);
    const place = locations.get(location.key);
    if (place === undefined || JSON.stringify(location) < JSON.stringify(place))
      locations.set(location.key, location);
  }
  return intakes.map((intake) => ({
    ...intake,
    organization: { ...intake.organization, name: organizations.get(intake.organization.key)! },
    location: locations.get(intake.location.key)!,
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
