import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { clientOptions } from './global-setup.mjs';

/** Drops what this run left on the server and stops the server if it is the run's own. */
export default async function globalTeardown() {
  if (!globalThis.testDatabases) return;
  const { connection, dataDir, end, run } = globalThis.testDatabases;
  if (dataDir === undefined) await dropDatabases(connection, run);
  await end();
  if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
}

async function dropDatabases(connection, run) {
  const admin = new Client(clientOptions(connection));
  await admin.connect();
  const { rows } = await admin.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
    `navigator_test_${run}_`,
  ]);
  for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await admin.end();
}
