import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/index.js';
import { ProgramLinks1764000000012 } from '../../../migrations/1764000000012-program-links.js';
import { dataSourceOptions } from '../../../src/database/connection.js';
import { migrate } from '../../../src/database/migrate.js';
import type { ProgramIntake } from '../../../src/directory/program-intake.js';
import { syncSource } from '../../../src/directory/program-store.js';
import { emptyDatabase, type TestDatabase, testDatabase } from '../../support/test-database.js';

const TODAY = '2026-11-20';
const ELM = '11111111-1111-4111-8111-111111111111';
const evidence = { approachName: () => undefined, strengths: () => ({}) };

function elmHouse(changes: Partial<ProgramIntake> = {}): ProgramIntake {
  return {
    key: 'elm',
    name: 'Elm House',
    intakePhones: [],
    fictional: true,
    organization: { key: 'elm', name: 'Elm House', state: 'CT' },
    location: { key: 'elm', street1: '12 Elm Street', city: 'Norwich', state: 'CT', postalCode: '06360' },
    records: [{ source: 'list', asOf: TODAY, standing: 'attested', facts: {}, verbatim: {} }],
    ...changes,
  };
}

describe('A program of a directory from before there were links', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await emptyDatabase();
  });
  afterEach(() => database.drop());

  it('keeps its id: the migration links it with the key that it was made from', async () => {
    const dataSource = new DataSource({
      ...dataSourceOptions(database.connection, 0),
      migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(ProgramLinks1764000000012)),
    });
    await dataSource.initialize();
    try {
      await dataSource.runMigrations();
      await dataSource.query(`
        INSERT INTO organization (id, name, state, source, source_key, source_as_of)
        VALUES ('${ELM}', 'Elm House', 'CT', 'list', 'elm', '${TODAY}')`);
      await dataSource.query(`
        INSERT INTO location (id, organization_id, street1, city, state, postal_code, source, source_key, source_as_of)
        VALUES ('${ELM}', '${ELM}', '12 Elm Street', 'Norwich', 'CT', '06360', 'list', 'elm', '${TODAY}')`);
      await dataSource.query(`
        INSERT INTO program (id, organization_id, location_id, name, status, fictional, facts, source, source_key,
                             source_as_of)
        VALUES ('${ELM}', '${ELM}', '${ELM}', 'Elm House', 'published', true, '{}', 'list', 'elm', '${TODAY}')`);
      await migrate(database.connection, () => {});
      expect(
        await dataSource.query('SELECT source, source_key, program_id, decided_by, rule FROM program_link'),
      ).toEqual([{ source: 'list', source_key: 'elm', program_id: ELM, decided_by: 'rule', rule: 'listed' }]);

      await dataSource.transaction((manager) =>
        syncSource(manager, 'list', [elmHouse({ name: 'Elm House Inc' })], { evidence, today: TODAY }),
      );
      expect(await dataSource.query('SELECT id, organization_id, location_id, name FROM program')).toEqual([
        { id: ELM, organization_id: ELM, location_id: ELM, name: 'Elm House Inc' },
      ]);
    } finally {
      await dataSource.destroy();
    }
  });
});

describe('A key of a source', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const sync = (...intakes: ProgramIntake[]) =>
    dataSource.transaction((manager) => syncSource(manager, 'list', intakes, { evidence, today: TODAY }));
  beforeAll(async () => {
    database = await testDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.connection, 0)).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is the program that it is linked with, and what was made from it once is never made again', async () => {
    await sync(elmHouse());
    const [before] = await dataSource.query<{ id: string }[]>('SELECT id FROM program');
    await dataSource.query(`UPDATE program_link SET source_key = 'elm house'`);

    // A new program under a key whose id belongs to another by now.
    expect(await sync(elmHouse({ key: 'elm house' }), elmHouse({ name: 'Elm Annex' }))).toMatchObject({
      created: 1,
      changed: 1,
      withdrawn: 0,
    });
    const programs = await dataSource.query<{ id: string; name: string; key: string }[]>(`
      SELECT p.id, p.name, k.source_key AS key
        FROM program p JOIN program_link k ON k.program_id = p.id ORDER BY p.name`);
    expect(programs).toEqual([
      { id: expect.not.stringMatching(before!.id), name: 'Elm Annex', key: 'elm' },
      { id: before!.id, name: 'Elm House', key: 'elm house' },
    ]);
  });
});
