import { facility } from '../../../test/support/samhsa/facility-files.js';
import { findPostalCode } from '../../directory/postal-codes.js';
import { CODE_BOOK_2023 } from './code-book-2023.js';
import type { Column } from './facility-row.js';
import { readIntakeRow } from './intake.js';
import { stateFacts } from './state-facts.js';

const CONTEXT = { book: CODE_BOOK_2023, findPostalCode };
const take = (changes: Partial<Record<Column, string>>, row = 2) =>
  readIntakeRow({ row, cells: facility(changes) }, CONTEXT);

describe('a row of the facility list', () => {
  it('becomes a program with its organization, place, phones, facts and own words', () => {
    const codes = 'SA * OP ORT * XYZ';
    const { intake, issues } = take({
      service_code_info: codes,
      intake1a: '203-555HOPE',
      intake2: '203-555-0101',
    });
    expect(intake).toEqual({
      key: 'harbor recovery inc|outpatient services|1 long wharf drive|suite 2|new haven|ct|06511',
      name: 'Harbor Recovery Inc',
      nameDetail: 'Outpatient Services',
      phone: '203-555-0100',
      intakePhones: ['203-555-0101', '203-555-4673'],
      fictional: false,
      organization: { key: 'harbor recovery inc|ct', name: 'Harbor Recovery Inc', state: 'CT' },
      location: {
        key: 'harbor recovery inc|ct|1 long wharf drive|suite 2|new haven|ct|06511',
        street1: '1 Long Wharf Drive',
        street2: 'Suite 2',
        city: 'New Haven',
        state: 'CT',
        postalCode: '06511',
        coordinates: { latitude: 41.31727, longitude: -72.926373, precision: 'postal-code' },
      },
      records: [
        {
          source: 'samhsa',
          asOf: '2023-06-29',
          standing: 'self-reported',
          facts: stateFacts(new Set(['SA', 'OP', 'ORT']), CODE_BOOK_2023, 'CT').facts,
          verbatim: {
            name1: 'Harbor Recovery Inc',
            name2: 'Outpatient Services',
            street1: '1 Long Wharf Drive',
            street2: 'Suite 2',
            city: 'New Haven',
            state: 'CT',
            zip: '06511',
            phone: '203-555-0100',
            intake1: '203-555-0101',
            intake2: '203-555-0101',
            intake1a: '203-555HOPE',
            service_code_info: codes,
          },
        },
      ],
    });
    expect(issues.map(({ row, kind, value }) => [row, kind, value])).toEqual([[2, 'unknown-code', 'XYZ']]);
  });

  it('has the same key however it is spaced and capitalised, and its own words stay as they were', () => {
    const plain = take({}).intake;
    const loud = take({ name1: ' HARBOR  Recovery Inc', state: 'ct', city: 'New\nHaven' }).intake;
    expect(loud?.key).toBe(plain?.key);
    expect(loud?.name).toBe('HARBOR Recovery Inc');
    expect(loud?.location.state).toBe('CT');
    expect(loud?.records[0].verbatim).toMatchObject({ name1: ' HARBOR  Recovery Inc', city: 'New\nHaven' });
  });

  it('may lack what is not needed to locate it', () => {
    const { intake, issues } = take({ name2: '', street2: '', phone: '', intake1: '' });
    expect(intake).not.toHaveProperty('nameDetail');
    expect(intake).not.toHaveProperty('phone');
    expect(intake?.location).not.toHaveProperty('street2');
    expect(intake?.intakePhones).toEqual([]);
    expect(issues).toEqual([]);
  });

  it.each([
    ['06511', '06511'],
    ['06511-1234', '06511'],
    ['065111234', '06511'],
    ['6511', '06511'],
    [' 06511 ', '06511'],
  ])('takes zip "%s" as %s', (zip, postalCode) => {
    expect(take({ zip }).intake?.location.postalCode).toBe(postalCode);
  });

  it('has no coordinates if the postal code is unknown, and an issue says so', () => {
    const { intake, issues } = take({ zip: '00000' });
    expect(intake?.location).not.toHaveProperty('coordinates');
    expect(issues).toEqual([
      {
        row: 2,
        kind: 'unknown-postal-code',
        field: 'zip',
        value: '00000',
        message: 'No location is known for this ZIP code: the program has no coordinates and no distance.',
      },
    ]);
  });

  it('has no coordinates where the postal code lies in another state', () => {
    const { intake, issues } = take({ zip: '59801' });
    expect(intake?.location).not.toHaveProperty('coordinates');
    expect(issues).toEqual([
      {
        row: 2,
        kind: 'postal-code-in-another-state',
        field: 'zip',
        value: '59801',
        message:
          'This ZIP code is in MT, but the row says CT: the program has no coordinates and no distance.',
      },
    ]);
  });
});

describe('a row without a street', () => {
  it('is a program that is listed by its city and ZIP code, without coordinates, and an issue says so', () => {
    const { intake, issues } = take({ street1: ' ', street2: '' });
    expect(intake?.key).toBe('harbor recovery inc|outpatient services|||new haven|ct|06511');
    expect(intake?.location).toEqual({
      key: 'harbor recovery inc|ct|||new haven|ct|06511',
      city: 'New Haven',
      state: 'CT',
      postalCode: '06511',
    });
    expect(issues).toEqual([
      {
        row: 2,
        kind: 'missing-street',
        field: 'street1',
        value: '',
        message:
          'street1 is empty. The program is listed by its city and ZIP code; it has no coordinates and no distance.',
      },
    ]);
  });
});

describe('a row is refused by a named issue', () => {
  it.each<[string, Partial<Record<Column, string>>, [kind: string, field: string, value: string]]>([
    ['without a name', { name1: ' ' }, ['missing-value', 'name1', '']],
    ['without a city', { city: '' }, ['missing-value', 'city', '']],
    ['without a state', { state: '' }, ['missing-value', 'state', '']],
    ['without codes', { service_code_info: '' }, ['missing-value', 'service_code_info', '']],
    ['with a state that is none', { state: 'Connecticut' }, ['unknown-state', 'state', 'Connecticut']],
    ['with a short zip', { zip: '11' }, ['malformed-postal-code', 'zip', '11']],
    ['with a Canadian postal code', { zip: 'K1A 0B1' }, ['malformed-postal-code', 'zip', 'K1A 0B1']],
    ['with a zip in other digits', { zip: '٠٦٥١١' }, ['malformed-postal-code', 'zip', '٠٦٥١١']],
    ['with a NUL', { name2: 'Out\u0000patient' }, ['unreadable-text', 'name2', 'Out\\u0000patient']],
    ['with an escape sequence', { city: '\u001b[31mNew' }, ['unreadable-text', 'city', '\\u001b[31mNew']],
    ['with half a character', { name1: 'Harbor \ud83d' }, ['unreadable-text', 'name1', 'Harbor \\ud83d']],
    [
      'with a name longer than any',
      { name1: 'x'.repeat(201) },
      ['text-too-long', 'name1', `${'x'.repeat(200)}…`],
    ],
  ])('%s', (_what, changes, [kind, field, value]) => {
    const { intake, issues } = take(changes, 77);
    expect(intake).toBeUndefined();
    expect(issues).toEqual([
      { row: 77, kind, field, value, message: expect.stringMatching(/is skipped\.$/) },
    ]);
  });

  it('with another number of cells than the header', () => {
    const { intake, issues } = readIntakeRow({ row: 9, cells: facility(), oddCellCount: 14 }, CONTEXT);
    expect(intake).toBeUndefined();
    expect(issues).toEqual([
      {
        row: 9,
        kind: 'wrong-number-of-cells',
        field: 'row',
        value: '14',
        message:
          'The line has 14 cells, a different number from the header; a comma may be outside quotation marks. The ' +
          'row is skipped.',
      },
    ]);
  });
});
