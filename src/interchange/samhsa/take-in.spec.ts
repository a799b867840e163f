import { readIntakes } from '../../../test/support/samhsa/import-directory.js';
import { facility } from '../../../test/support/samhsa/facility-files.js';
import { findPostalCode } from '../../directory/postal-codes.js';
import { CODE_BOOK_2023 } from './code-book-2023.js';
import type { Column } from './facility-row.js';

const take = (...facilities: Partial<Record<Column, string>>[]) =>
  readIntakes(
    facilities.map((changes, i) => ({ row: i + 2, cells: facility(changes) })),
    { book: CODE_BOOK_2023, findPostalCode },
  );
const brief = ({ issues }: ReturnType<typeof take>) =>
  issues.map(({ row, kind, message }) => [row, kind, message]);

describe('a file of facilities', () => {
  it('makes every row a program or an issue that refuses it', () => {
    const taken = take({}, { name1: '' }, { name1: 'Elm Street Clinic' }, { zip: 'none' });
    expect({ read: taken.read, programs: taken.intakes.length, refused: taken.refused }).toEqual({
      read: 4,
      programs: 2,
      refused: 2,
    });
    expect(taken.issues.map(({ row, kind }) => [row, kind])).toEqual([
      [3, 'missing-value'],
      [5, 'malformed-postal-code'],
    ]);
  });

  it('treats namesakes at one address as two programs, with keys derived from their contents', () => {
    const one = take({ phone: '203-555-0200' }, { phone: '203-555-0100' });
    const other = take({ phone: '203-555-0100' }, { phone: '203-555-0200' });
    const key = 'harbor recovery inc|outpatient services|1 long wharf drive|suite 2|new haven|ct|06511';
    expect(one.intakes.map(({ key: k, phone }) => [k, phone])).toEqual([
      [key, '203-555-0100'],
      [`${key}#2`, '203-555-0200'],
    ]);
    expect(other.intakes).toEqual(one.intakes);
    expect(brief(one)).toEqual([
      [
        2,
        'same-name-and-address',
        'Row 3 has the same name and address; both are imported, as two programs.',
      ],
    ]);
    expect(brief(other)).toEqual([
      [
        3,
        'same-name-and-address',
        'Row 2 has the same name and address; both are imported, as two programs.',
      ],
    ]);
  });

  it('takes a row that is the same in every column once, with the issues of the first only', () => {
    const taken = take({ service_code_info: 'SA * XYZ' }, {}, { service_code_info: 'SA * XYZ' });
    expect(taken.intakes).toHaveLength(2);
    expect(taken.refused).toBe(1);
    expect(taken.issues.map(({ row, kind }) => [row, kind])).toEqual([
      [2, 'unknown-code'],
      [3, 'same-name-and-address'],
      [4, 'duplicate-row'],
    ]);
    expect(brief(taken)[2]).toEqual([
      4,
      'duplicate-row',
      'Row 2 is the same in every column. The row is skipped.',
    ]);
  });

  it('takes a row that differs in blanks and letter case alone as the same row', () => {
    const taken = take(
      {},
      {
        name1: 'HARBOR  recovery Inc ',
        service_code_info:
          'sa sumh * op ort omb * bu nu * bum ub * md pi sf * ss * yad adlt * fem male * tele',
      },
    );
    expect(taken.intakes).toHaveLength(1);
    expect(taken.issues.map(({ row, kind }) => [row, kind])).toEqual([[3, 'duplicate-row']]);
  });

  it('reads codes in small letters as the same facts', () => {
    const [plain] = take({}).intakes;
    const [small] = take({
      service_code_info: plain!.records[0].verbatim['service_code_info']!.toLowerCase(),
    }).intakes;
    expect(small!.records[0].facts).toEqual(plain!.records[0].facts);
  });

  it('spells an organization and an address one way, whichever row comes first', () => {
    const rows = [
      { name2: 'A', street1: '1 LONG WHARF DRIVE' },
      { name2: 'B', name1: 'HARBOR RECOVERY INC' },
    ];
    const one = take(...rows);
    expect(one.intakes.map(({ organization, location }) => [organization.name, location.street1])).toEqual([
      ['HARBOR RECOVERY INC', '1 LONG WHARF DRIVE'],
      ['HARBOR RECOVERY INC', '1 LONG WHARF DRIVE'],
    ]);
    expect(one.intakes.map(({ name }) => name)).toEqual(['Harbor Recovery Inc', 'HARBOR RECOVERY INC']);
    expect(take(...rows.toReversed()).intakes).toEqual(one.intakes);
  });

  it('keeps organizations of one name in two states apart', () => {
    const taken = take({}, { state: 'MT', zip: '59801', city: 'Missoula' });
    expect(new Set(taken.intakes.map(({ organization }) => organization.key))).toEqual(
      new Set(['harbor recovery inc|ct', 'harbor recovery inc|mt']),
    );
  });
});
