import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

const BUILT = new URL('../../dist/src/database/', import.meta.url);

/** Stops what was started; `global-teardown.mjs` calls it after the last test. */
export let stopServer = async () => {};

/**
 * Starts one PostgreSQL for the whole run, or uses the one of TEST_DATABASE_URL, and migrates the database that is
 * cloned for every test file. Tests find it by TEST_DATABASE_SERVER (JSON), see test-database.ts.
 */
export default async function globalSetup() {
  const { migrate } = await import(new URL('migrate.js', BUILT).href);
  const server = await findServer();
  const run = randomUUID().slice(0, 8);
  const template = `navigator_test_${run}_template`;
  const registryTemplate = `navigator_test_${run}_registry`;

  const admin = new Client(clientOptions(server.connection));
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  await migrate(at(server.connection, template), () => {});
  await admin.query(`CREATE DATABASE ${registryTemplate} TEMPLATE ${template}`);
  await loadRegistry(at(server.connection, registryTemplate));
  // There are no connections to them, so they can be cloned at any time.
  for (const one of [template, registryTemplate])
    await admin.query(`ALTER DATABASE ${one} ALLOW_CONNECTIONS false`);
  await admin.end();
  process.env.TEST_DATABASE_SERVER = JSON.stringify({
    connection: server.connection,
    run,
    template,
    registryTemplate,
  });

  stopServer = async () => {
    if (server.dataDir === undefined) await dropDatabases(server.connection, run);
    await server.end();
    if (server.dataDir !== undefined) rmSync(server.dataDir, { recursive: true, force: true });
  };
}

async function findServer() {
  if (process.env.TEST_DATABASE_URL) {
    return { connection: { url: process.env.TEST_DATABASE_URL }, end: async () => {} };
  }
  const { startEmbeddedServer } = await import(new URL('embedded-server.js', BUILT).href);
  const dataDir = mkdtempSync(join(tmpdir(), 'navigator-test-'));
  const { connection, stop } = await startEmbeddedServer({
    dataDir,
    log: console.error,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  return { connection, dataDir, end: stop };
}

async function loadRegistry(connection) {
  const { dataSourceOptions } = await import(new URL('connection.js', BUILT).href);
  const { ENTITIES } = await import(new URL('../entities.js', BUILT).href);
  const { seedRegistry } = await import(new URL('../evidence/registry-seed.js', BUILT).href);
  const dataSource = new DataSource({ ...dataSourceOptions(connection), entities: ENTITIES });
  await dataSource.initialize();
  await dataSource.transaction((manager) => seedRegistry(manager));
  await dataSource.destroy();
}

/** The same server, another database. */
function at(connection, database) {
  if (connection.url === undefined) return { ...connection, database };
  const url = new URL(connection.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}

function clientOptions(connection) {
  return connection.url === undefined ? { ...connection, ssl: false } : { connectionString: connection.url };
}

/** On a shared server, nothing of this run is left behind. */
async function dropDatabases(connection, run) {
  const admin = new Client(clientOptions(connection));
  await admin.connect();
  const { rows } = await admin.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
    `navigator_test_${run}_`,
  ]);
  for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await admin.end();
}
