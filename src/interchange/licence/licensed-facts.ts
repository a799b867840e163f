import type { StatedFacts } from '../../core/directory/source-record.js';
import { NPI_FORM } from '../../core/vocabulary/licences.js';
import { mergedFacts } from '../import-run/merged-facts.js';
import { type RowIssue, rowIssue } from '../import-run/row-issue.js';
import { tidy } from '../import-run/written-text.js';
import type { LicenceMap } from './licence-map.js';

/** What one row states by the rules of its mapping file, the codes in it that the file does not know, and how many codes it has. */
export function licensedFacts(
  cells: Readonly<Record<string, string>>,
  map: LicenceMap,
): { readonly facts: StatedFacts; readonly issues: RowIssue[]; readonly codes: number } {
  const issues: RowIssue[] = [];
  const plain = (value: unknown) => tidy(String(value)).toUpperCase();
  const written = (column: string) => plain(cells[column] ?? '');
  let codes = 0;
  for (const [column, known] of Object.entries(map.codes)) {
    if (written(column) === '') continue;
    codes += 1;
    if (known.some((code) => plain(code) === written(column))) continue;
    const message = `The mapping file does not say what this code of ${column} means. It states nothing; the rest of the row is imported.`;
    issues.push(rowIssue('unknown-code', column, cells[column]!, message));
  }
  const stated = map.facts
    .filter(({ when = {} }) =>
      Object.entries(when).every(([column, value]) => written(column) === plain(value)),
    )
    .map(({ states }) => states);
  return {
    facts: mergedFacts([...stated, capacityOf(cells, map), npiOf(cells, map, issues)]),
    issues,
    codes,
  };
}

/** Zero says that a license has no beds, or that nobody filled the column: no capacity is known. */
function capacityOf(cells: Readonly<Record<string, string>>, { capacity }: LicenceMap): StatedFacts {
  const text = capacity ? tidy(cells[capacity.column] ?? '') : '';
  if (!capacity || !/^[1-9][0-9]{0,4}$/.test(text)) return {};
  return { capacity: { unit: capacity.unit, maximum: Number(text) } };
}

function npiOf(
  cells: Readonly<Record<string, string>>,
  { columns }: LicenceMap,
  issues: RowIssue[],
): StatedFacts {
  const text = columns.npi === undefined ? '' : tidy(cells[columns.npi] ?? '');
  if (text === '') return {};
  if (isNpi(text)) return { npi: [text] };
  const message = 'This is no National Provider Identifier: its check digit is wrong. It is left out.';
  issues.push(rowIssue('unreadable-text', columns.npi!, text, message));
  return {};
}

/** Ten digits of which the last is the check digit (Luhn, with the prefix 80840 of the United States). */
export function isNpi(text: string): boolean {
  if (!new RegExp(NPI_FORM).test(text)) return false;
  const sum = [...`80840${text}`]
    .toReversed()
    .map((digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 2))
    .reduce((all, value) => all + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}
