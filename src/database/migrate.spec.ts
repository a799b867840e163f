import { DataSource } from 'typeorm';
import { Client } from 'pg';
import { eventually } from '../../test/support/eventually.js';
import {
  clientOptions,
  databaseUrl,
  emptyDatabase,
  testDatabase,
  type TestDatabase,
} from '../../test/support/test-database.js';
import { MIGRATIONS, TERMS } from '../../migrations/index.js';
import { projectPackage } from '../config/project-package.js';
import { type Connection, dataSourceOptions } from './connection.js';
import { DatabaseStartError } from './database-start-error.js';
import { migrate } from './migrate.js';

const NAMES = [...TERMS.keys()];
const TERMS_ADDED = 'MigrationTerms1764000000020';

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

  describe('of a database that a newer version has migrated', () => {
    const tomorrow = (phase: string, minAppVersion: string) =>
      ask(
        database.connection,
        `INSERT INTO migrations (timestamp, name, phase, min_app_version)
         VALUES (4102444800000, 'Tomorrow4102444800000', '${phase}', '${minAppVersion}')`,
      );
    beforeEach(() => migrate(database.connection, () => {}));

    it.each([
      ['only adds', 'expand', '9.9.9'],
      ['takes away what this version does not use', 'contract', projectPackage.version],
    ])('starts, and says so, if what it does not know %s', async (_what, phase, minAppVersion) => {
      await tomorrow(phase, minAppVersion);
      const said: string[] = [];
      await migrate(database.connection, (line) => said.push(line));
      expect(said).toEqual([
        'The database has migrations of a newer version, which this one works with: Tomorrow4102444800000.',
      ]);
    });

    it('refuses if it takes away what this version uses', async () => {
      await tomorrow('contract', '10.0.0');
      await expect(migrate(database.connection, () => {})).rejects.toThrow(
        `The database needs version 10.0.0 or newer of Treatment Navigator, and this is ${projectPackage.version}: ` +
          'migration Tomorrow4102444800000 removed what this version uses. Nothing was changed.',
      );
    });

    it('stores the terms of each migration with it', async () => {
      const rows = await ask<{ name: string; phase: string; minAppVersion: string }>(
        database.connection,
        'SELECT name, phase, min_app_version AS "minAppVersion" FROM migrations ORDER BY id',
      );
      expect(rows).toEqual(NAMES.map((name) => ({ name, ...TERMS.get(name) })));
    });
  });

  it('leaves the migrations to others if it is told to, and says what is missing', async () => {
    const without = migrate(database.connection, () => {}, { migrates: false });
    await expect(without).rejects.toThrow(DatabaseStartError);
    await expect(without).rejects.toThrow(
      `The database lacks migrations of this version (${NAMES.join(', ')}), and this process does not migrate it. ` +
        'Run `navigator migrate` first, or leave out MIGRATE=off.',
    );
    await migrate(database.connection, () => {});
    await migrate(database.connection, () => {}, { migrates: false });
  });

  it('gives way to whoever holds a lock, and tries again', async () => {
    await migrate(database.connection, () => {});
    await ask(database.connection, 'ALTER TABLE migrations DROP COLUMN phase, DROP COLUMN min_app_version');
    await ask(database.connection, `DELETE FROM migrations WHERE name = '${TERMS_ADDED}'`);
    const holder = new Client(clientOptions(database.connection));
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE migrations IN ACCESS SHARE MODE');
    const said: string[] = [];
    const migrating = migrate(database.connection, (line) => said.push(line), {
      lockTimeoutMs: 50,
      pauseMs: 10,
    });
    await eventually(() => expect(said).toHaveLength(1));
    await holder.query('COMMIT');
    await holder.end();
    await migrating;
    expect(said).toEqual([
      'A migration waits for a lock that others hold, and gives way to them in between…',
      `Migrated the database: ${TERMS_ADDED}.`,
    ]);
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

describe('the terms of migrations', () => {
  it('are there for each, under the name by which the database knows it', () => {
    expect(NAMES).toEqual(MIGRATIONS.map((Migration) => new Migration().name));
    expect(NAMES.every((name) => /\d{13}$/.test(name))).toBe(true);
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

  it('bounds each transaction instead where a pooler refuses settings of a connection', async () => {
    const bounds = `SELECT current_setting('statement_timeout') AS statement,
                           current_setting('idle_in_transaction_session_timeout') AS idle`;
    const pooled = { ...database.connection, isPooled: true };
    const dataSource = await new DataSource(dataSourceOptions(pooled)).initialize();
    try {
      const inside = await dataSource.transaction((manager) => manager.query<object[]>(bounds));
      expect(inside).toEqual([{ statement: '25s', idle: '1min' }]);
      expect(await dataSource.query(bounds)).toEqual([{ statement: '0', idle: '0' }]);
    } finally {
      await dataSource.destroy();
    }
  });
});
