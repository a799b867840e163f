import { join } from 'node:path';
import { withFile } from '../../../test/support/samhsa/facility-files.js';
import { describeWithShared } from '../../../test/support/shared-material.js';
import { projectFolder } from '../../config/project-folder.js';
import type { ReadRow } from '../import-run/import-source.js';
import { openLicenceFile } from './licence-file.js';
import { isNpi } from './licensed-facts.js';

const DAY = '2026-11-30';
const CA = join(projectFolder, 'seed-data/licences/ca.yaml');
const HOUSE = {
  license_number: '010001AN',
  facility_name: 'HARBOR HOUSE',
  legal_entity: 'HARBOR SERVICES, INC.',
  address_line1: '1 HARBOR WAY',
  address_line2: '',
  city: 'OAKLAND',
  state: 'CA',
  zip: '94609',
  phone: '(510) 555-0100',
  setting_code: 'RES',
  offers_detox: 'true',
  license_expiration: '2027-10-31',
  license_expired: 'false',
  treatment_capacity: '20',
  target_population: 'WOMEN ONLY',
  adolescent_waiver: 'false',
  latitude: '37.8273',
  longitude: '-122.2650',
};
type House = Partial<typeof HOUSE>;

const opened = (csv: string, map = CA) =>
  withFile('ca.csv', csv, (path) => openLicenceFile({ path, name: 'ca.csv' }, DAY, map));
async function rowsOf(...houses: readonly House[]): Promise<ReadRow[]> {
  const lines = [Object.keys(HOUSE), ...houses.map((one) => Object.values({ ...HOUSE, ...one }))];
  const csv = lines.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
  return [...(await opened(csv)).readRows()];
}
const recordOf = ({ intake }: ReadRow) => intake!.records[0];

describe('A list of licenses, read by the mapping file of its state', () => {
  it('states what a license says, verified, until it ends', async () => {
    const [row] = await rowsOf(HOUSE);
    expect(row).toMatchObject({
      issues: [],
      intake: {
        key: '010001an',
        name: 'HARBOR HOUSE',
        phone: '510-555-0100',
        organization: { name: 'HARBOR SERVICES, INC.' },
        location: { coordinates: { latitude: 37.8273, precision: 'address' } },
      },
    });
    const { source, standing, expiresOn, facts } = recordOf(row!);
    expect({ source, standing, expiresOn, facts }).toEqual({
      source: 'license-list-ca',
      standing: 'verified',
      expiresOn: '2027-11-01',
      facts: {
        licenses: { yes: ['state-substance-use-agency'] },
        levelsOfCare: { maybe: ['res-low', 'res-high'] },
        modalities: { yes: ['in-person'] },
        withdrawalSettings: { yes: ['residential'] },
        genders: { yes: ['woman'], complete: true },
        capacity: { unit: 'beds', maximum: 20 },
        licences: [
          {
            number: '010001AN',
            authority: 'California Department of Health Care Services',
            expires: '2027-10-31',
          },
        ],
      },
    });
  });

  it('knows no capacity where the list has 0', async () => {
    const [row] = await rowsOf({ setting_code: 'NON', treatment_capacity: '0' });
    expect(recordOf(row!).facts).not.toHaveProperty('capacity');
    expect(recordOf(row!).facts.levelsOfCare).toEqual({ maybe: ['op', 'iop'] });
  });

  it('takes two licenses at one door as those of one program, until the first of them ends', async () => {
    const [first, second] = await rowsOf(
      { license_number: '010001BN', license_expiration: '2027-01-31' },
      { setting_code: 'NON', offers_detox: 'false', treatment_capacity: '6', target_population: 'CO-ED' },
    );
    expect(second!.intake).toBeUndefined();
    expect(second!.issues).toEqual([expect.objectContaining({ kind: 'second-license-at-the-door' })]);
    expect(first!.intake!.key).toBe('010001an');
    const { facts, expiresOn } = recordOf(first!);
    expect(expiresOn).toBe('2027-02-01');
    expect(facts.licences!.map(({ number }) => number)).toEqual(['010001AN', '010001BN']);
    expect(facts.levelsOfCare).toEqual({ maybe: ['iop', 'op', 'res-high', 'res-low'] });
    expect(facts.genders).toEqual({ yes: ['man', 'woman'] });
    expect(facts).not.toHaveProperty('capacity');
  });

  it.each([
    ['ended', { license_expired: 'true' }, 'not-in-force', 'license_expired'],
    [
      'ended before the day of the file',
      { license_expiration: '2026-11-29' },
      'not-in-force',
      'license_expiration',
    ],
    ['ends on a day that is none', { license_expiration: 'soon' }, 'malformed-date', 'license_expiration'],
    ['is of another state', { state: 'NV' }, 'unknown-state', 'state'],
    ['has no number', { license_number: '' }, 'missing-value', 'license_number'],
  ])('skips a row whose license %s', async (_what, changes, kind, field) => {
    const [row] = await rowsOf(changes);
    expect(row!.intake).toBeUndefined();
    expect(row!.issues).toEqual([expect.objectContaining({ kind, field })]);
  });

  it('states nothing by a code that the mapping file does not know', async () => {
    const [row] = await rowsOf({ target_population: 'SEAFARERS' });
    expect(recordOf(row!).facts).not.toHaveProperty('genders');
    expect(row!.issues).toEqual([
      expect.objectContaining({ kind: 'unknown-code', field: 'target_population', value: 'SEAFARERS' }),
    ]);
  });

  it('skips a number that is in the list twice', async () => {
    const rows = await rowsOf({}, { facility_name: 'ANOTHER HOUSE' });
    expect(rows.map(({ issues }) => issues.map(({ kind }) => kind))).toEqual([[], ['duplicate-row']]);
  });

  it('needs every column that the mapping file names', async () => {
    await expect(opened('license_number,facility_name\n1,A\n')).rejects.toThrow(
      /The columns "address_line1", "city".* are missing from the header/,
    );
  });

  it.each([
    ['state: CA\n', /authority: is missing/],
    ['state: California\n', /state: must be one of /],
    ['state: [', /line 1/],
  ])('refuses the mapping file %j, and names the field', async (yaml, sentence) => {
    await withFile('map.yaml', yaml, async (map) => {
      await expect(opened('a\n1\n', map)).rejects.toThrow(sentence);
    });
  });
});

describe('A National Provider Identifier', () => {
  it.each([
    ['1234567893', true],
    ['1234567890', false],
    ['3234567893', false],
    ['12345', false],
  ])('has a check digit: %s', (npi, valid) => expect(isNpi(npi)).toBe(valid));
});

describeWithShared('The sample of the list of California', 'data/samples/ca-licences-sample.csv', (path) => {
  it('is read whole, but for a license that has ended', async () => {
    const file = await openLicenceFile({ path, name: 'ca-licences-sample.csv' }, DAY, CA);
    const rows = [...file.readRows()];
    expect(rows.map(({ intake }) => intake?.records[0].facts.capacity?.maximum)).toEqual([
      20,
      52,
      32,
      undefined,
      undefined,
    ]);
    expect(rows.flatMap(({ issues }) => issues).map(({ row, kind, value }) => [row, kind, value])).toEqual([
      [5, 'not-in-force', '2026-08-31'],
    ]);
  });
});
