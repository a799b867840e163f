import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { projectFolder } from '../../../src/config/project-folder.js';
import { dataSourceOptions } from '../../../src/database/connection.js';
import { ENTITIES } from '../../../src/entities.js';
import { runImport } from '../../../src/interchange/import-run/run-import.js';
import { openLicenceFile } from '../../../src/interchange/licence/licence-file.js';
import { openLocatorFile } from '../../../src/interchange/locator/locator-file.js';
import { today } from '../../support/days.js';
import { csvOf, facility, withFile } from '../../support/samhsa/facility-files.js';
import { importDirectory } from '../../support/samhsa/import-directory.js';
import { databaseWithRegistry, type TestDatabase } from '../../support/test-database.js';

const LISTED = facility({
  name1: 'Harbor Services Inc',
  name2: 'Harbor House',
  street1: '1 Harbor Way',
  street2: '',
  city: 'Oakland',
  state: 'CA',
  zip: '94609',
  phone: '510-555-0100',
  service_code_info: 'SA * RES RL RS * FEM MALE',
});
const LOCATED = {
  name1: 'HARBOR SERVICES INC',
  name2: 'Harbor House',
  street1: '1 Harbor Way',
  city: 'Oakland',
  state: 'CA',
  zip: '94609',
  phone: '510-555-0100',
  website: 'www.harbor.example',
  latitude: '37.8273',
  longitude: '-122.2650',
  services: [
    { f1: 'Language Services', f2: 'SL', f3: 'Sign language services for the deaf and hard of hearing' },
  ],
};
const LICENCES = `license_number,facility_name,legal_entity,address_line1,address_line2,city,state,zip,phone,setting_code,offers_detox,license_expiration,license_expired,treatment_capacity,target_population,adolescent_waiver,latitude,longitude
010001AN,HARBOR HOUSE,"HARBOR SERVICES, INC.",1 HARBOR WAY,,OAKLAND,CA,94609,(510) 555-0100,RES,false,2090-10-31,false,20,WOMEN ONLY,false,37.8273,-122.2650
020002BN,CEDAR RANCH,CEDAR RANCH LLC,9 CREEK ROAD,,SAN LEANDRO,CA,94578,(510) 555-0177,NON,false,2090-10-31,false,0,CO-ED,false,,
`;

let database: TestDatabase;
let dataSource: DataSource;

const locator = () =>
  withFile('locator.json', JSON.stringify({ rows: [LOCATED] }), async (path) =>
    runImport(dataSource, await openLocatorFile({ path, name: 'locator.json' }, today), { today }),
  );
const licences = () =>
  withFile('ca.csv', LICENCES, async (path) =>
    runImport(
      dataSource,
      await openLicenceFile(
        { path, name: 'ca.csv' },
        today,
        join(projectFolder, 'seed-data/licences/ca.yaml'),
      ),
      { today },
    ),
  );
const programs = (): Promise<{ name: string; source: string; facts: Record<string, unknown> }[]> =>
  dataSource.query(
    `SELECT name, source, jsonb_build_object('capacity', facts #> '{values,capacity,value}',
              'woman', facts #>> '{lists,genders,codes,woman,stance}',
              'man', facts #>> '{lists,genders,codes,man,stance}',
              'iop', facts #>> '{lists,levelsOfCare,codes,iop,stance}') AS facts
       FROM program WHERE status = 'published' ORDER BY name`,
  );

describe('Sources that list programs, after the national directory', () => {
  beforeAll(async () => {
    database = await databaseWithRegistry();
    dataSource = new DataSource({ ...dataSourceOptions(database.connection, 0), entities: ENTITIES });
    await dataSource.initialize();
    await withFile('list.csv', csvOf([LISTED]), (file) =>
      importDirectory(dataSource, { file, edition: '2023', today }),
    );
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('adds what the locator says to the program that is listed', async () => {
    expect(await locator()).toMatchObject({ created: 0, changed: 1, linked: 1, refused: 0 });
    expect(await programs()).toHaveLength(1);
  });

  it('adds a license to the program that holds it, verified, and lists one that no other source has', async () => {
    expect(await licences()).toMatchObject({ created: 1, changed: 1, linked: 1, withdrawn: 0 });
    expect(await programs()).toEqual([
      {
        name: 'CEDAR RANCH',
        source: 'license-list-ca',
        facts: { capacity: null, woman: 'yes', man: 'yes', iop: 'maybe' },
      },
      {
        name: 'Harbor Services Inc',
        source: 'samhsa',
        // The survey says that men are accepted; the license, which counts for more, is for women alone.
        facts: { capacity: { unit: 'beds', maximum: 20 }, woman: 'yes', man: 'no', iop: null },
      },
    ]);
  });

  it('writes nothing the second time', async () => {
    expect((await licences()).run).toBeNull();
    expect((await locator()).run).toBeNull();
  });
});
