import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDirectoryFile, readIntakes } from '../../../test/support/samhsa/import-directory.js';
import { describeWithShared } from '../../../test/support/shared-material.js';
import { findPostalCode } from '../../directory/postal-codes.js';
import { checkStatedFacts } from '../../directory/stated-facts.check.js';
import { NOTHING } from './code-book.js';
import { CODE_BOOK_2022 } from './code-book-2022.js';
import { CODE_BOOK_2023 } from './code-book-2023.js';
import { codesIn, type Column } from './facility-row.js';
import type { Table } from '../import-run/table-layout.js';
import { countByKind } from '../import-run/import-report.js';
import { stateFacts } from './state-facts.js';

const WORKBOOK = 'national-directory-su-facilities-2023.xlsx';

describeWithShared('the national directory of 2023', 'data/samhsa', (folder) => {
  let table: Table<Column>;
  let taken: ReturnType<typeof readIntakes>;
  const csv = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(folder, name)), { columns: true, bom: true });

  beforeAll(async () => {
    table = await readDirectoryFile(join(folder, WORKBOOK));
    taken = readIntakes(table.rows, { book: CODE_BOOK_2023, findPostalCode });
  });

  it('has 12,744 rows, from row 2 to row 12,745, and every row is a program', () => {
    expect({
      read: taken.read,
      first: table.rows[0]?.row,
      last: table.rows.at(-1)?.row,
      programs: taken.intakes.length,
      refused: taken.refused,
      extraColumns: table.extraColumns,
    }).toEqual({ read: 12_744, first: 2, last: 12_745, programs: 12_744, refused: 0, extraColumns: [] });
    expect(new Set(taken.intakes.map(({ key }) => key)).size).toBe(12_744);
  });

  it('has these contradictions and gaps, and no unknown code', () => {
    expect(countByKind(taken.issues)).toEqual({
      'age-only-children': 2407,
      contradiction: 247,
      'nothing-on-treatment-reported': 139,
      'otp-without-methadone': 89,
      'same-name-and-address': 2,
    });
    const contradictions = taken.issues.filter(({ kind }) => kind === 'contradiction');
    const about = (...codes: string[]) =>
      contradictions.filter(({ value }) => codes.some((code) => value.startsWith(`${code} `))).length;
    expect({
      freeAndPaid: about('NP'),
      alcoholOnlyAndOpioidOnly: about('AUDO'),
      opioidsNotTreated: about('NOOP'),
      alcoholNotTreated: about('NAUT'),
      noOpioidMedication: about('NMOA'),
      noAlcoholMedication: about('NMAUT'),
      smoking: about('SMON', 'SMOP', 'SMPD'),
      vaping: about('VAPN', 'VAPP', 'VPPD'),
      owners: about('LCCG', 'PVTN', 'PVTP'),
    }).toEqual({
      freeAndPaid: 10,
      alcoholOnlyAndOpioidOnly: 10,
      opioidsNotTreated: 38,
      alcoholNotTreated: 9,
      noOpioidMedication: 62,
      noAlcoholMedication: 78,
      smoking: 8,
      vaping: 21,
      owners: 11,
    });
  });

  it('has coordinates for every program, in the state the row names', () => {
    expect(taken.intakes.filter(({ location }) => location.coordinates === undefined)).toEqual([]);
  });

  it('states facts that satisfy the schema', () => {
    for (const { name, records } of taken.intakes) checkStatedFacts(records[0].facts, name);
  });

  it('never lets an alcohol-only program treat opioid use disorder, nor an opioid-only one alcohol', () => {
    const only = (code: string, other: string) =>
      taken.intakes.filter(({ records }) => {
        const codes = codesIn(records[0].verbatim['service_code_info'] ?? '');
        return codes.has(code) && !codes.has(other);
      });
    const alcohol = only('AUDO', 'OUDO');
    expect(alcohol).toHaveLength(54);
    for (const { records } of alcohol)
      expect(records[0].facts.conditions).toEqual({ yes: ['alcohol'], complete: true });
    const opioid = only('OUDO', 'AUDO');
    expect(opioid).toHaveLength(1230);
    // One of them also says that it does not treat opioid use disorder: unknown.
    expect(opioid.filter(({ records }) => records[0].facts.conditions !== undefined)).toHaveLength(1229);
  });

  it('comes to the same programs whatever the order of its rows', () => {
    const shuffled = readIntakes(table.rows.toReversed(), { book: CODE_BOOK_2023, findPostalCode });
    expect(JSON.stringify(shuffled.intakes)).toBe(JSON.stringify(taken.intakes));
    expect(countByKind(shuffled.issues)).toEqual(countByKind(taken.issues));
  });

  it.each([CODE_BOOK_2022, CODE_BOOK_2023])(
    'is explained by the code book, code by code: $edition',
    (book) => {
      const published = csv(`service-codes-${book.edition}.csv`).map(
        ({ code, label, category_code, category_label }) => ({
          code,
          label,
          category_code,
          category_label,
        }),
      );
      const ours = book.categories.flatMap((category) =>
        Object.entries(category.codes).map(([code, [label]]) => ({
          code,
          label,
          category_code: category.code,
          category_label: category.label,
        })),
      );
      const byCode = (a: { code?: string }, b: { code?: string }) => (a.code! < b.code! ? -1 : 1);
      expect(ours.sort(byCode)).toEqual(published.sort(byCode));
    },
  );

  it('has its published mapping covered: every mapped code states something, these few apart', () => {
    const silent = csv('code-mapping.csv')
      .map(({ code = '' }) => code)
      .filter((code) => CODE_BOOK_2023.lines.get(code)?.includes(NOTHING));
    // No medication, no approach, no language of our vocabulary.
    expect(silent).toEqual(['BSDM', 'DLC', 'SACA', 'ANG', 'FX']);
    const mapped = csv('code-mapping.csv').map(({ code = '' }) => code);
    expect(mapped.filter((code) => !CODE_BOOK_2023.lines.has(code))).toEqual([]);
  });

  it('has a row for every code that states something, which would read otherwise without it, one apart', () => {
    const speaking = [...CODE_BOOK_2023.lines].filter(([, line]) => !line.includes(NOTHING));
    const idle = speaking
      .map(([code]) => code)
      .filter((code) => {
        const row = table.rows.find(({ cells }) => {
          const codes = codesIn(cells.service_code_info);
          if (!codes.has(code)) return false;
          const without = new Set([...codes].filter((one) => one !== code));
          const read = (set: Set<string>) => JSON.stringify(stateFacts(set, CODE_BOOK_2023, 'CT'));
          return read(codes) !== read(without);
        });
        return row === undefined;
      });
    // HIT is never reported without HI.
    expect(idle).toEqual(['HIT']);
  });
});
