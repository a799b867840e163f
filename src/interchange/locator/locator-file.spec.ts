import { withFile } from '../../../test/support/samhsa/facility-files.js';
import { describeWithShared } from '../../../test/support/shared-material.js';
import type { ReadRow } from '../import-run/import-source.js';
import { openLocatorFile } from './locator-file.js';

const DAY = '2026-11-30';
const PLACE = {
  name1: 'Harbor Recovery Inc',
  name2: 'Outpatient Services',
  street1: '1 Long Wharf Drive',
  street2: null,
  city: 'New Haven',
  state: 'CT',
  zip: '6511',
  phone: '203-555-0100',
  intake1: '203-555-0101',
  website: 'www.harbor.example',
  latitude: '41.2981',
  longitude: '-72.9187',
  typeFacility: 'SA',
  services: [
    { f1: 'Type of Care', f2: 'TC', f3: 'Substance use treatment' },
    { f1: 'Service Setting', f2: 'SET', f3: 'Outpatient; Intensive outpatient treatment' },
    { f1: 'Payment', f2: 'PAY', f3: 'Medicaid; Rare coins' },
  ],
};

const opened = (content: string, name = 'locator.json') =>
  withFile(name, content, async (path) => {
    const file = await openLocatorFile({ path, name }, DAY);
    return { file, rows: [...file.readRows()] };
  });
const rowsOf = async (...rows: readonly object[]): Promise<readonly ReadRow[]> =>
  (await opened(JSON.stringify({ page: 1, totalPages: 1, recordCount: rows.length, rows }))).rows;
const kinds = ({ issues }: ReadRow) => issues.map(({ kind, field, value }) => [kind, field, value]);

describe('An answer of the treatment locator', () => {
  it('is a list of programs that report about themselves, with web site and the place of the door', async () => {
    const [row] = await rowsOf(PLACE);
    expect(row).toMatchObject({
      row: 1,
      codes: 5,
      intake: {
        key: 'harbor recovery inc|outpatient services|1 long wharf drive||new haven|ct|06511',
        name: 'Harbor Recovery Inc',
        website: 'www.harbor.example',
        location: {
          postalCode: '06511',
          coordinates: { latitude: 41.2981, longitude: -72.9187, precision: 'address' },
        },
        records: [
          {
            source: 'findtreatment-locator',
            asOf: DAY,
            standing: 'self-reported',
            facts: { levelsOfCare: { yes: ['iop'] }, payers: { yes: ['medicaid'] } },
          },
        ],
      },
    });
    expect(kinds(row!)).toEqual([['unknown-code', 'services', 'PAY: Rare coins']]);
  });

  it('says nothing of care where no services are named', async () => {
    const [row] = await rowsOf({ ...PLACE, services: [] });
    expect(row!.intake!.records[0].facts).toEqual({});
    expect(row!.issues).toEqual([]);
  });

  it('reads the same from CSV, with a column for each code', async () => {
    const csv =
      'name1,name2,street1,city,state,zip,phone,latitude,longitude,website,sa,op,oit,md\n' +
      'Harbor Recovery Inc,Outpatient Services,1 Long Wharf Drive,New Haven,CT,06511,203-555-0100,41.2981,-72.9187,www.harbor.example,1,1,1,1\n';
    const [fromCsv] = (await opened(csv, 'locator.csv')).rows;
    const [fromJson] = await rowsOf({
      ...PLACE,
      services: [...PLACE.services.slice(0, 2), { f1: '', f2: 'PAY', f3: 'Medicaid' }],
    });
    expect(fromCsv!.intake!.records[0].facts).toEqual(fromJson!.intake!.records[0].facts);
    expect(fromCsv!.intake!.key).toBe(fromJson!.intake!.key);
    expect(fromCsv!.issues).toEqual([]);
  });

  it.each([
    [
      'a facility for mental health alone',
      { typeFacility: 'MH' },
      'another-kind-of-facility',
      'type_facility',
    ],
    ['a person who prescribes', { typeFacility: 'BUPREN' }, 'another-kind-of-facility', 'type_facility'],
    ['no city', { city: '' }, 'missing-value', 'city'],
    ['a name that is a list', { name1: ['Harbor'] }, 'missing-value', 'name1'],
    ['characters that are not text', { street1: 'a\u0000b' }, 'unreadable-text', 'street1'],
  ])('skips %s, and names the fault', async (_what, changes, kind, field) => {
    const [skipped, kept] = await rowsOf({ ...PLACE, ...changes }, { ...PLACE, name1: 'Another' });
    expect(skipped!.intake).toBeUndefined();
    expect(skipped!.issues).toEqual([expect.objectContaining({ row: 1, kind, field })]);
    expect(kept!.intake!.name).toBe('Another');
  });

  it.each([
    ['far from the ZIP code', { latitude: '34.05', longitude: '-118.24' }, 'misplaced-coordinates'],
    ['of no number', { latitude: 'north', longitude: '1' }, 'misplaced-coordinates'],
    ['of zero', { latitude: '0', longitude: '0' }, 'misplaced-coordinates'],
  ])('leaves out coordinates %s, and keeps the center of the ZIP code', async (_what, changes, kind) => {
    const [row] = await rowsOf({ ...PLACE, services: [], ...changes });
    expect(row!.intake!.location.coordinates!.precision).toBe('postal-code');
    expect(kinds(row!).map(([one]) => one)).toEqual([kind]);
  });

  it('gives no place to a program whose street is left out', async () => {
    const [row] = await rowsOf({ ...PLACE, street1: '' });
    expect(row!.intake!.location.coordinates).toBeUndefined();
  });

  it.each([
    ['{"rows": [', 'locator.json is not JSON. It may be cut off.'],
    ['[{"title": "a"}]', 'locator.json is not an answer of the treatment locator'],
  ])('refuses %s', async (content, sentence) => {
    await expect(opened(content)).rejects.toThrow(sentence);
  });
});

describeWithShared('The sample of the locator of 2020', 'data/samples/locator-2020-sample.csv', (path) => {
  it('is read whole: five places with the door, and nothing about care', async () => {
    const file = await openLocatorFile({ path, name: 'locator-2020-sample.csv' }, '2020-06-30');
    const rows = [...file.readRows()];
    expect(rows.map(({ intake }) => intake!.location.coordinates!.precision)).toEqual(
      Array.from({ length: 5 }, () => 'address'),
    );
    expect(rows.flatMap(({ issues }) => issues)).toEqual([]);
    expect(file.extraColumns).toEqual(['zip4', 'county']);
  });
});
