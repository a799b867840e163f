import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openHealthCenterFile } from '../../../src/interchange/hrsa/health-center-file.js';
import type { SourceFile } from '../../../src/interchange/import-run/import-source.js';
import type { NamedFile } from '../../../src/interchange/import-run/file-head.js';
import { runImport } from '../../../src/interchange/import-run/run-import.js';
import { openFacilityFile } from '../../../src/interchange/mental-health/facility-file.js';
import { openCertificateFile } from '../../../src/interchange/otp/certificate-file.js';
import { today } from '../../support/days.js';
import { ImportDatabase } from '../../support/import-database.js';
import { facility, withFile } from '../../support/samhsa/facility-files.js';
import { importDirectory } from '../../support/samhsa/import-directory.js';
import { describeWithShared } from '../../support/shared-material.js';

const DAY = '2021-04-01';
const MENTAL_HEALTH = {
  header: 'name1,name2,street1,street2,city,state,zip,phone,website,latitude,longitude',
  rows: [
    'Harbor Recovery,,1 Long Wharf Dr.,,New Haven,CT,6511,203-555-0100,http://www.harbor.example,41.3,-72.92',
    'County Mental Health,,9 Creek Road,,Missoula,MT,59801,406-555-0100,county.example,46.8,-113.9',
  ],
  open: openFacilityFile,
};
const HRSA = {
  header: 'name,st_abbr,city,address,phone,testing_status,lon,lat',
  rows: ['HARBOR RECOVERY INC,CT,New Haven,1 Long Wharf Drive,(203) 555-0100,Yes,-72.9201,41.3001'],
  open: openHealthCenterFile,
};
const OTP = {
  header: 'ID,ADDRESS,CITY,STATE,POSTAL',
  rows: ['Harbor Clinic,1 Long Wharf Dr,New Haven,CT,6511'],
  open: openCertificateFile,
};
interface TestList {
  readonly header: string;
  readonly rows: readonly string[];
  readonly open: (file: NamedFile, edition: string) => Promise<SourceFile>;
}
const PROGRAM = facility({ service_code_info: 'SA * OP ORT * OTP' });
const TENANT = facility({
  name1: 'Elm Counseling',
  name2: '',
  street2: 'Suite 9',
  phone: '203-555-0900',
  intake1: '',
});

let database: ImportDatabase;
const open = async () => {
  database = await ImportDatabase.open();
};
const close = () => database.close();
const directory: ImportDatabase['directory'] = (...facilities) => database.directory(...facilities);
const add = ({ header, rows, open: openList }: TestList, edition = DAY) =>
  withFile('list.csv', [header, ...rows].join('\n'), async (path) =>
    runImport(database.dataSource, await openList({ path, name: 'list.csv' }, edition), {
      today,
      accept: { rows: 1 },
    }),
  );

interface ShownDoor {
  readonly name: string;
  readonly website: string | null;
  readonly source: string | null;
  readonly lat: number | null;
}
const shown = (): Promise<ShownDoor[]> =>
  database.dataSource.query(
    `SELECT p.name, p.website, l.door_source AS source, l.door_latitude AS lat
       FROM program p JOIN location l ON l.id = p.location_id WHERE p.status = 'published' ORDER BY p.name`,
  );
/** All that is known of each program, with who says it: what an order of imports must not change. */
const allFacts = (): Promise<unknown[]> =>
  database.dataSource.query(
    `SELECT p.id, p.phone, p.website, p.facts, l.door_latitude, l.door_longitude, l.door_source, l.door_as_of::text
       FROM program p JOIN location l ON l.id = p.location_id WHERE p.status = 'published' ORDER BY p.id`,
  );

describe('A list of other services', () => {
  beforeEach(open);
  afterEach(close);

  it('says where the door of every program there is, and the site of its own organization alone', async () => {
    await directory(PROGRAM, TENANT);
    expect(await add(MENTAL_HEALTH)).toMatchObject({
      read: 2,
      created: 0,
      changed: 2,
      withdrawn: 0,
      linked: 2,
      unlinked: 1,
    });
    expect(await shown()).toEqual([
      { name: 'Elm Counseling', website: null, source: 'mental-health-directory', lat: 41.3 },
      {
        name: 'Harbor Recovery Inc',
        website: 'http://www.harbor.example',
        source: 'mental-health-directory',
        lat: 41.3,
      },
    ]);
    const [facts] = await database.dataSource.query(
      `SELECT s.as_of::text AS day, s.facts FROM program_source s JOIN program p ON p.id = s.program_id
        WHERE s.source = 'mental-health-directory' AND p.name = 'Harbor Recovery Inc'`,
    );
    expect(facts).toEqual({
      day: DAY,
      facts: {
        website: 'http://www.harbor.example',
        coordinates: {
          latitude: 41.3,
          longitude: -72.92,
          precision: 'address',
          address: '1 Long Wharf Drive, New Haven, CT 06511',
        },
      },
    });
    expect(await add(MENTAL_HEALTH)).toMatchObject({ changed: 0, unchanged: 2, run: null });
  });

  it('loses what it said of a program that it names no more', async () => {
    await directory(PROGRAM, TENANT);
    await add(MENTAL_HEALTH);
    await add({ ...MENTAL_HEALTH, rows: MENTAL_HEALTH.rows.slice(1) }, '2022-04-01').catch(() => undefined);
    expect((await shown()).map(({ website, source }) => [website, source])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('does not bring back what its own source withdrew', async () => {
    await directory(PROGRAM, TENANT);
    await add(MENTAL_HEALTH);
    expect(await directory(TENANT)).toMatchObject({ withdrawn: 1, keptByOtherSources: 0 });
    expect(await add(MENTAL_HEALTH)).toMatchObject({ created: 0, linked: 0 });
    expect((await shown()).map(({ name }) => name)).toEqual(['Elm Counseling']);
  });

  it('uses a row without what it cannot read, and says so', async () => {
    await directory(PROGRAM);
    const row = 'Harbor Recovery,,1 Long Wharf Dr.,,New Haven,CT,6511,203-555-0100,none,0,0';
    expect(await add({ ...MENTAL_HEALTH, rows: [row] })).toMatchObject({
      refused: 0,
      issues: { 'misplaced-coordinates': 1, 'malformed-web-address': 1 },
      changed: 0,
    });
  });

  it('is known by the day of its file, and by its header', async () => {
    await expect(add(HRSA, '2021')).rejects.toThrow('"2021" is not the day of the file, such as 2021-04-01.');
    await expect(add({ ...HRSA, header: 'a,b,c' })).rejects.toThrow(
      'The first line is not a header of the list of health centers of HRSA',
    );
  });
});

describe('The health centers of HRSA', () => {
  beforeEach(open);
  afterEach(close);

  it('say of a program that a center runs what the place is; a telephone of years ago replaces none', async () => {
    await directory({ ...PROGRAM, phone: '', intake1: '' });
    await add(HRSA);
    const [row] = await database.dataSource.query(
      `SELECT phone, facts -> 'expired' AS expired FROM program WHERE status = 'published'`,
    );
    expect(row.phone).toBe('203-555-0100');
    expect(row.expired).toContainEqual({ fact: 'licenses', origin: expect.any(Number) });
    await directory({ ...PROGRAM, phone: '203-555-0177' });
    expect(await database.dataSource.query(`SELECT phone FROM program`)).toEqual([{ phone: '203-555-0177' }]);
  });

  it('are read in the form of 2026 too: hours a week stay words, and a van or a closed site has no door', async () => {
    await directory(PROGRAM);
    const header =
      'Health Center Type,BPHC Assigned Number,Site Name,Site Address,Site City,Site State Abbreviation,Site Postal Code,Site Telephone Number,Site Web Address,Operating Hours per Week,Site Status Description,Health Center Location Type Description,Health Center Name,Geocoding Artifact Address Primary X Coordinate,Geocoding Artifact Address Primary Y Coordinate';
    const row = (number: string, status: string, place: string) =>
      `Federally Qualified Health Center (FQHC),${number},Harbor Recovery Inc,1 Long Wharf Dr,New Haven,CT,06511-1234,203-555-0100,www.harbor.example,21.50,${status},${place},HARBOR INC.,-72.92,41.3`;
    const rows = [
      row('B1', 'Active', 'Permanent'),
      row('B2', 'Active', 'Mobile Van'),
      row('B3', 'Closed', 'Permanent'),
    ];
    expect(await add({ header, rows, open: openHealthCenterFile }, '2026-09-30')).toMatchObject({
      refused: 2,
      issues: { 'no-place': 2 },
      linked: 1,
    });
    const [record] = await database.dataSource.query(
      `SELECT facts, verbatim ->> 'Operating Hours per Week' AS hours FROM program_source WHERE source = 'hrsa-health-centers'`,
    );
    expect(record).toMatchObject({
      facts: {
        website: 'www.harbor.example',
        licenses: { yes: ['federally-qualified-health-center'] },
        coordinates: { latitude: 41.3 },
      },
      hours: '21.50',
    });
    expect(Object.keys(record.facts)).not.toContain('sessions');
  });
});

describe('Lists that only add', () => {
  beforeEach(open);
  afterEach(close);

  it('give the same facts in any order', async () => {
    const seen: unknown[] = [];
    for (const order of [
      [OTP, MENTAL_HEALTH, HRSA],
      [HRSA, MENTAL_HEALTH, OTP],
    ]) {
      await directory(PROGRAM, TENANT);
      for (const list of order) await add(list);
      seen.push(await allFacts());
      await close();
      await open();
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(JSON.stringify(seen[0])).toContain('harbor.example');
  });
});

describeWithShared('The sites of health centers in the form of 2026', 'data', (folder) => {
  it('are read from rows as they were published', async () => {
    const path = join(folder, 'hrsa-health-centers-2021/hrsa-2026-sample.csv');
    const file = await openHealthCenterFile({ path, name: 'sample.csv' }, '2026-09-30');
    const rows = [...file.readRows()];
    expect(rows.map(({ intake }) => intake?.name)).toEqual([
      'Mary Isaak Homeless Shelter Clinic',
      undefined,
      undefined,
      'E.A. HAWSE HEALTH CENTER, INC.',
      'Edgewater Health',
    ]);
    expect(rows[0]!.intake!.records[0]).toMatchObject({
      facts: { website: 'www.phealthcenter.org', phone: '707-559-7500' },
      verbatim: { 'Operating Hours per Week': '21.50' },
    });
  });
});

// The drill `added-lists`; the suite has the same in small, above.
if (process.env['ADDED_LISTS'] === 'national')
  describeWithShared('Every list after the national directory', 'data', (folder) => {
    const lists = [
      ['samhsa-otp-2021/opioid-treatment-programs.csv', openCertificateFile],
      ['samhsa-mental-health-2021/facilities.csv', openFacilityFile],
      ['hrsa-health-centers-2021/health-centers.csv', openHealthCenterFile],
    ] as const;
    beforeEach(open);
    afterEach(close);

    it('gives the same facts in two orders', async () => {
      const seen: unknown[][] = [];
      for (const order of [lists, lists.toReversed()]) {
        const file = join(folder, 'samhsa/national-directory-su-facilities-2023.xlsx');
        await importDirectory(database.dataSource, { file, edition: '2023', today });
        for (const [path, openList] of order) {
          const list = await openList({ path: join(folder, path), name: `${randomUUID()}.csv` }, DAY);
          const report = await runImport(database.dataSource, list, { today });
          expect(report).toMatchObject({ created: 0, withdrawn: 0 });
          expect(report.linked).toBeGreaterThan(0);
        }
        seen.push(await allFacts());
        await close();
        await open();
      }
      // One by one: a difference of thousands of programs cannot be read.
      expect(seen[1]!.length).toBe(seen[0]!.length);
      for (const [at, program] of seen[0]!.entries()) expect(seen[1]![at]).toEqual(program);
    }, 900_000);
  });
