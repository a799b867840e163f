import { randomUUID } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';
import type { Connection } from '../../src/database/connection.js';

/** A migrated, empty database for one test file. */
export interface TestDatabase {
  connection: Connection;
  /** Ends every session on it and removes it. */
  drop(): Promise<void>;
}

interface TestServer {
  connection: Connection;
  run: string;
  template: string;
  registryTemplate: string;
}

/** A clone of the migrated template: for `beforeAll`, with `drop` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  return createDatabase(`TEMPLATE ${testServer().template}`);
}

/** The same with the evidence registry in it. */
export async function databaseWithRegistry(): Promise<TestDatabase> {
  return createDatabase(`TEMPLATE ${testServer().registryTemplate}`);
}

/** A database without any table, for tests of what happens before the migrations. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('');
}

/** A URL of a database, as a user would set it in DATABASE_URL. */
export function databaseUrl({ url, host = '', port, user, database }: Connection): string {
  return url ?? `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

/** The same options for a client of `pg`. */
export function clientOptions(connection: Connection): ClientConfig {
  return connection.url === undefined ? { ...connection, ssl: false } : { connectionString: connection.url };
}

async function createDatabase(how: string): Promise<TestDatabase> {
  const { connection, run } = testServer();
  const name = `navigator_test_${run}_${randomUUID().slice(0, 8)}`;
  await asAdmin(connection, `CREATE DATABASE ${name} ${how}`);
  return {
    connection: {
      ...connection,
      ...(connection.url === undefined ? { database: name } : at(connection.url, name)),
    },
    drop: () => asAdmin(connection, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

function at(server: string, database: string): { url: string } {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return { url: url.href };
}

async function asAdmin(connection: Connection, sql: string): Promise<void> {
  const client = new Client(clientOptions(connection));
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function testServer(): TestServer {
  const server = process.env.TEST_DATABASE_SERVER;
  if (server === undefined) throw new Error('No database to test with: build first (npm run build).');
  return JSON.parse(server) as TestServer;
}
