import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../src/database/connection.js';
import { recordStatement } from '../../../src/desk/statement.js';
import type { ProgramIntake } from '../../../src/directory/program-intake.js';
import { addProgram } from '../../../src/directory/program-store.js';
import { ENTITIES } from '../../../src/entities.js';
import { importDirectory } from '../../support/samhsa/import-directory.js';
import { csvOf, facility, withFile } from '../../support/samhsa/facility-files.js';
import { type TestDatabase, testDatabase } from '../../support/test-database.js';

const TODAY = '2026-11-20';
const evidence = { approachName: () => undefined, strengths: () => ({}) };

const HARBOR = facility({ name1: 'Harbor Recovery Center', name2: '' });
const ELM = facility({ name1: 'Elm Street Clinic', street1: '5 Elm Street', phone: '203-555-0200' });

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await new DataSource({
    ...dataSourceOptions(database.connection, 0),
    entities: ENTITIES,
  }).initialize();
});
beforeEach(() => dataSource.query('TRUNCATE program, location, organization, import_run, change CASCADE'));
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Imports these facilities as the whole edition, and accepts what stops an import of so few. */
function edition(...facilities: Parameters<typeof csvOf>[0]) {
  return withFile('list.csv', csvOf(facilities), async (file) => {
    const options = { file, edition: '2023', today: TODAY };
    const report = await importDirectory(dataSource, options);
    if (report.brakes.length === 0) return report;
    const accept = Object.fromEntries(report.brakes.map(({ kind, figure }) => [kind, figure]));
    return importDirectory(dataSource, { ...options, accept });
  });
}

interface Listed {
  id: string;
  name: string;
  organization: string;
  location: string;
  street: string;
  status: string;
}

const listed = () =>
  dataSource.query<Listed[]>(`
    SELECT p.id, p.name, p.organization_id AS organization, p.location_id AS location, l.street1 AS street, p.status
      FROM program p JOIN location l ON l.id = p.location_id ORDER BY p.status, p.created_at, p.name`);

const questions = () =>
  dataSource.query<object[]>(`
    SELECT a.name AS listed, b.name AS incoming, q.rule, q.state
      FROM linkage_question q JOIN program a ON a.id = q.listed_id JOIN program b ON b.id = q.incoming_id`);

describe('An edition that writes a known program otherwise', () => {
  const RESPELT = { ...HARBOR, name1: 'Harbor Recovery Ctr Inc', street1: '1 Long Wharf Dr' };

  it('keeps the program, its organization and its location, and records by which rule', async () => {
    await edition(HARBOR, ELM);
    const [before] = (await listed()).filter(({ name }) => name === HARBOR.name1);
    expect(await edition(RESPELT, ELM)).toMatchObject({
      created: 0,
      changed: 1,
      withdrawn: 0,
      linked: 1,
      asked: 0,
    });
    expect((await listed()).filter(({ id }) => id === before!.id)).toEqual([
      { ...before!, name: 'Harbor Recovery Ctr Inc', street: '1 Long Wharf Dr' },
    ]);
    expect(
      await dataSource.query(
        `SELECT decided_by, rule, score, ended_at FROM program_link WHERE program_id = $1 ORDER BY since`,
        [before!.id],
      ),
    ).toEqual([
      { decided_by: 'rule', rule: 'listed', score: null, ended_at: null },
      { decided_by: 'rule', rule: 'equal', score: 1, ended_at: null },
    ]);
    expect(await dataSource.query('SELECT name FROM organization ORDER BY name')).toEqual([
      { name: 'Elm Street Clinic' },
      { name: 'Harbor Recovery Ctr Inc' },
    ]);
  });

  it('counts its newest record alone', async () => {
    const slidingFee = () =>
      dataSource.query(`SELECT facts #>> '{values,slidingFee,value}' AS "slidingFee" FROM program`);
    await edition(HARBOR);
    expect(await slidingFee()).toEqual([{ slidingFee: 'true' }]);
    await edition({ ...RESPELT, service_code_info: 'SA * OP ORT' });
    expect(await slidingFee()).toEqual([{ slidingFee: null }]);
    expect(
      await dataSource.query(
        'SELECT source, ended_at IS NOT NULL AS ended FROM program_source ORDER BY ended DESC',
      ),
    ).toEqual([
      { source: 'samhsa', ended: true },
      { source: 'samhsa', ended: false },
    ]);
  });

  it('changes nothing the second time', async () => {
    await edition(HARBOR, ELM);
    await edition(RESPELT, ELM);
    expect(await edition(RESPELT, ELM)).toMatchObject({ changed: 0, unchanged: 2, linked: 0, run: null });
  });

  it('is known by both spellings from then on', async () => {
    await edition(HARBOR);
    const [before] = await listed();
    await edition(RESPELT);
    expect(await edition(HARBOR)).toMatchObject({ created: 0, changed: 1, withdrawn: 0, linked: 0 });
    expect(await listed()).toEqual([before]);
  });

  it('keeps what people told of it', async () => {
    await edition(HARBOR);
    const [{ id: programId }] = (await listed()) as [Listed];
    await dataSource.transaction((manager) =>
      recordStatement(
        manager,
        {
          programId,
          standing: 'attested',
          how: 'signed-link',
          by: 'Intake',
          facts: { waitDays: 4 },
          learnedOn: TODAY,
        },
        evidence,
      ),
    );
    await edition(RESPELT);
    expect(
      await dataSource.query(`SELECT id, status, facts #>> '{values,waitDays,value}' AS wait FROM program`),
    ).toEqual([{ id: programId, status: 'published', wait: '4' }]);
  });

  it('in a dry run, counts and writes nothing', async () => {
    await edition(HARBOR);
    const before = await listed();
    const report = await withFile('list.csv', csvOf([RESPELT]), (file) =>
      importDirectory(dataSource, { file, edition: '2023', today: TODAY, dryRun: true }),
    );
    expect(report).toMatchObject({ created: 0, changed: 1, withdrawn: 0, linked: 1, run: null });
    expect(await listed()).toEqual(before);
  });
});

describe('An edition with a program that may be a known one', () => {
  const MOVED = { ...HARBOR, street1: '400 Larkspur Road', street2: '' };

  it('lists it by itself, withdraws the known one, and leaves a question', async () => {
    await edition(HARBOR, ELM);
    expect(await edition(MOVED, ELM)).toMatchObject({ created: 1, withdrawn: 1, linked: 0, asked: 1 });
    expect(await questions()).toEqual([
      { listed: HARBOR.name1, incoming: HARBOR.name1, rule: 'moved', state: 'open' },
    ]);
  });

  it('asks once', async () => {
    await edition(HARBOR, ELM);
    await edition(MOVED, ELM);
    expect(await edition(MOVED, ELM)).toMatchObject({ unchanged: 2, asked: 0, run: null });
    expect(await questions()).toHaveLength(1);
  });

  it('asks no more when a later edition names both', async () => {
    await edition(HARBOR, ELM);
    await edition(MOVED, ELM);
    await edition(HARBOR, MOVED, ELM);
    expect(await questions()).toMatchObject([{ state: 'settled' }]);
  });
});

describe('No rule ever links', () => {
  it('below the threshold', async () => {
    await edition(HARBOR);
    expect(
      await edition({ ...HARBOR, name1: 'Bay Partners', phone: '203-555-0999', intake1: '' }),
    ).toMatchObject({
      created: 1,
      withdrawn: 1,
      linked: 0,
    });
  });

  it('across states', async () => {
    await edition(HARBOR);
    expect(
      await edition({ ...HARBOR, name1: 'Harbor Recovery Ctr', state: 'NY', zip: '10001' }),
    ).toMatchObject({
      created: 1,
      withdrawn: 1,
      linked: 0,
      asked: 0,
    });
  });

  it('two rows of one edition, not even two spellings that were one program before', async () => {
    const respelt = { ...HARBOR, name1: 'Harbor Recovery Ctr' };
    await edition(HARBOR);
    const [before] = await listed();
    await edition(respelt);
    expect(await edition(HARBOR, respelt)).toMatchObject({ created: 1, unchanged: 1, linked: 0 });
    expect((await listed()).map(({ id, name }) => [name, id === before!.id])).toEqual([
      ['Harbor Recovery Ctr', true],
      ['Harbor Recovery Center', false],
    ]);
  });

  it('along a chain: a row is compared with the program as it is known now', async () => {
    const first = facility({ name1: 'Riverbend Counseling Services', name2: '', street1: '1 Mill Street' });
    const second = { ...first, name1: 'Riverbend Counseling Services of Norwich', phone: '203-555-0300' };
    const third = { ...second, name1: 'Norwich Partners', street1: '88 Main Street' };
    await edition(first);
    const [before] = await listed();
    expect(await edition(second)).toMatchObject({ linked: 1 });
    expect(await edition(third)).toMatchObject({ linked: 0, created: 1 });
    expect((await listed()).find(({ id }) => id === before!.id)).toMatchObject({ status: 'withdrawn' });
  });
});

describe('A program that another source lists', () => {
  it('gets the record of this source, and keeps its id, its name and its place', async () => {
    const desk: ProgramIntake = {
      key: 'desk',
      name: 'Harbor Recovery Center',
      phone: '203-555-0100',
      intakePhones: [],
      fictional: false,
      organization: { key: 'harbor', name: 'Harbor Recovery', state: 'CT' },
      location: {
        key: 'harbor',
        street1: '1 Long Wharf Drive, Suite 2',
        city: 'New Haven',
        state: 'CT',
        postalCode: '06511',
      },
      records: [{ source: 'desk', asOf: TODAY, standing: 'verified', facts: {}, verbatim: {} }],
    };
    const id = await dataSource.transaction((manager) =>
      addProgram(manager, 'desk', desk, { evidence, today: TODAY }),
    );
    expect(await edition({ ...HARBOR, name1: 'Harbor Recovery Ctr' })).toMatchObject({
      created: 0,
      changed: 1,
      linked: 1,
    });
    expect(await listed()).toMatchObject([
      { id, name: 'Harbor Recovery Center', street: '1 Long Wharf Drive, Suite 2', status: 'published' },
    ]);
    expect(await dataSource.query('SELECT source FROM program_source ORDER BY source')).toEqual([
      { source: 'desk' },
      { source: 'samhsa' },
    ]);

    expect(await edition(ELM)).toMatchObject({ withdrawn: 0, keptByOtherSources: 1 });
    expect(
      await dataSource.query('SELECT source FROM program_source WHERE program_id = $1 AND ended_at IS NULL', [
        id,
      ]),
    ).toEqual([{ source: 'desk' }]);
  });
});
