import { DataSource } from 'typeorm';
import {
  databaseUrl,
  emptyDatabase,
  testDatabase,
  type TestDatabase,
} from '../../test/support/test-database.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { type Connection, dataSourceOptions } from './connection.js';
import { DatabaseStartError } from './database-start-error.js';
import { migrate } from './migrate.js';

const NAMES = MIGRATIONS.map((migration) => migration.name);

let database: TestDatabase;

beforeEach(async () => {
  database = await emptyDatabase();
});

afterEach(async () => {
  await database.drop();
});

async function ask<Row>(connection: Connection, sql: string): Promise<Row[]> {
  const dataSource = await new DataSource(dataSourceOptions(connection)).initialize();
  try {
    return await dataSource.query<Row[]>(sql);
  } finally {
    await dataSource.destroy();
  }
}

async function namesIn({ connection }: TestDatabase): Promise<string[]> {
  const rows = await ask<{ name: string }>(connection, 'SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

describe('migrate', () => {
  it('runs every migration once, and says which', async () => {
    const said: string[] = [];
    await migrate(database.connection, (line) => said.push(line));
    await migrate(database.connection, (line) => said.push(line));
    expect(await namesIn(database)).toEqual(NAMES);
    expect(said).toEqual([`Migrated the database: ${NAMES.join(', ')}.`]);
  });

  it('lets ten replicas start at once on an empty database', async () => {
    const said: string[] = [];
    await Promise.all(
      Array.from({ length: 10 }, () => migrate(database.connection, (line) => said.push(line))),
    );
    expect(await namesIn(database)).toEqual(NAMES);
    expect(said).toHaveLength(1);
  });

  it('changes nothing when a migration fails', async () => {
    // The first migration creates a table with this name.
    await ask(database.connection, 'CREATE TABLE organization (mine integer)');
    await expect(migrate(database.connection, () => {})).rejects.toThrow(
      'relation "organization" already exists',
    );
    expect(
      await ask(database.connection, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`),
    ).toEqual([{ tablename: 'organization' }]);
  });

  it('refuses a database of a newer version, and changes nothing', async () => {
    const oldest = await emptyDatabase();
    try {
      await ask(
        oldest.connection,
        `CREATE TABLE migrations (id serial PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL);
         INSERT INTO migrations (timestamp, name) VALUES (4102444800000, 'Tomorrow4102444800000')`,
      );
      const attempt = migrate(oldest.connection, () => {});
      await expect(attempt).rejects.toThrow(DatabaseStartError);
      await expect(attempt).rejects.toThrow(
        'The database was made by a newer version of Treatment Navigator (it has migration Tomorrow4102444800000, ' +
          'which this version does not know). Nothing was changed. ' +
          'Start the newer version, or point DATABASE_URL/DATA_DIR elsewhere.',
      );
      expect(await namesIn(oldest)).toEqual(['Tomorrow4102444800000']);
      expect(
        await ask(oldest.connection, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`),
      ).toEqual([{ tablename: 'migrations' }]);
    } finally {
      await oldest.drop();
    }
  });

  it('says what a user who may not create tables needs', async () => {
    const role = `reader_${database.connection.database ?? new URL(databaseUrl(database.connection)).pathname.slice(1)}`;
    await ask(database.connection, `CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    try {
      const url = new URL(databaseUrl(database.connection));
      url.username = role;
      url.password = 'secret';
      await expect(migrate({ url: url.href }, () => {})).rejects.toThrow(
        'The user of the database may not do what the migrations need: permission denied for schema public. ' +
          'Nothing was changed. Grant it CREATE on the database and on its schema public, or set DATABASE_URL to another user.',
      );
    } finally {
      await ask(database.connection, `DROP ROLE ${role}`);
    }
  });
});

describe('testDatabase', () => {
  it('is migrated as this code says', async () => {
    const clone = await testDatabase();
    try {
      expect(await namesIn(clone)).toEqual(NAMES);
    } finally {
      await clone.drop();
    }
  });
});

describe('dataSourceOptions', () => {
  it('bounds statements and forgotten transactions, and names the application', async () => {
    const [settings] = await ask(
      database.connection,
      `SELECT current_setting('statement_timeout') AS statement,
              current_setting('idle_in_transaction_session_timeout') AS idle,
              current_setting('application_name') AS name`,
    );
    expect(settings).toEqual({ statement: '25s', idle: '1min', name: 'treatment-navigator' });
  });
});
