import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { APPLICATION_NAME } from '../../../src/database/application-name.js';
import { readPostmaster, worksOn } from '../../../src/database/postmaster.js';
import { connectionTo } from '../../../src/database/server-process.js';
import { breachesOf } from '../../support/contract/breaches.js';
import { committedContract } from '../../support/contract/contract.js';
import { clientOptions, databaseUrl, testDatabase, type TestDatabase } from '../../support/test-database.js';
import { ServiceProcess } from './service-process.js';

/** One data folder for all: each test leaves a service stopped or killed, and the next must be able to start. */
let dataDir: string;
let cluster: string;
let started: ServiceProcess[] = [];

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'start-'));
  cluster = join(dataDir, 'postgresql');
});

afterEach(async () => {
  await Promise.all(started.map((service) => service.stop('SIGKILL')));
  started = [];
});

afterAll(async () => {
  await untilStopped(readPostmaster(cluster)?.pid ?? 0);
  rmSync(dataDir, { recursive: true, force: true });
});

function start(environment: NodeJS.ProcessEnv = {}): ServiceProcess {
  const service = new ServiceProcess({ DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...environment });
  started.push(service);
  return service;
}

/** The response must keep the contract, which is not checked on another process. */
async function get(
  address: string,
  url: string,
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(address + url);
  const { status, headers } = response;
  const body = await response.text();
  expect(
    breachesOf(committedContract(), {
      method: 'GET',
      url,
      requestHeaders: {},
      requestBody: '',
      status,
      headers: Object.fromEntries(headers),
      body,
    }),
  ).toEqual([]);
  return { status, headers, body: JSON.parse(body) };
}

async function liveness(address: string): Promise<{ status: number; body: unknown }> {
  const { status, body } = await get(address, '/health/live');
  return { status, body };
}

const ALIVE = { status: 200, body: { status: 'ok' } };

function postgresPid(): number {
  const postmaster = readPostmaster(cluster);
  if (!postmaster) throw new Error('no embedded server runs');
  return postmaster.pid;
}

/** The roles that the sessions of the running service have. */
async function rolesOfSessions(): Promise<string[]> {
  const { socketFolder, port } = readPostmaster(cluster)!;
  const client = new Client({ ...connectionTo({ socketFolder, port }), ssl: false });
  await client.connect();
  const { rows } = await client.query<{ role: string }>(
    `SELECT DISTINCT usename AS role FROM pg_stat_activity
      WHERE application_name = $1 AND pid <> pg_backend_pid()`,
    [APPLICATION_NAME],
  );
  await client.end();
  return rows.map(({ role }) => role);
}

async function untilStopped(pid: number): Promise<void> {
  while (worksOn(pid, cluster)) await wait(20);
}

/** The line that ends a start, without how long it took. */
function readyLine(address: string): string {
  return (
    `Ready at ${address} after … s. Try: curl -s ${address}/v1/matches -H 'content-type: application/json' ` +
    `-d '{"assessment":{"conditions":[{"condition":"opioid","severity":"severe"}]},` +
    `"constraints":{"near":{"postalCode":"06511"},"maxDistanceKm":40,"payers":["medicaid"]}}'`
  );
}

function withoutSeconds(output: string): string {
  return output.replace(/after \d+\.\d s\./, 'after … s.');
}

describe('the service', () => {
  it('starts in an empty folder, prints its address with a request to paste, and stops on SIGTERM', async () => {
    const service = start();
    const address = await service.address();
    expect(withoutSeconds(service.output)).toBe(`${readyLine(address)}\n`);
    expect(await liveness(address)).toEqual(ALIVE);
    expect((await get(address, '/')).headers.get('ratelimit-policy')).toBe('"public";q=600;w=60');
    const pid = postgresPid();
    expect(worksOn(pid, cluster)).toBe(true);
    // Of its own PostgreSQL the service owns nothing.
    expect(await rolesOfSessions()).toEqual(['navigator_app']);

    expect(await service.stop('SIGTERM')).toEqual({ code: 0, signal: null, errors: '' });
    expect(worksOn(pid, cluster)).toBe(false);
    expect(readPostmaster(cluster)).toBeUndefined();
  });

  it('refuses a data folder that another process uses, which continues until Ctrl-C, even if sent twice', async () => {
    const first = start();
    const address = await first.address();
    expect(await start().end()).toEqual({
      code: 1,
      signal: null,
      errors:
        `The data folder ${dataDir} is in use by process ${first.child.pid} (treatment-navigator). ` +
        'Stop it, or set DATA_DIR to another folder.\n',
    });
    expect(await liveness(address)).toEqual(ALIVE);
    const pid = postgresPid();
    // The terminal sends it, and npm forwards it.
    first.child.kill('SIGINT');
    expect(await first.stop('SIGINT')).toEqual({ code: 0, signal: null, errors: '' });
    expect(worksOn(pid, cluster)).toBe(false);
  });

  it('starts again at once after kill -9 of itself, of its embedded server, and of both, and leaves none running', async () => {
    const first = start();
    await first.address();
    const firstPid = postgresPid();
    await first.stop('SIGKILL');

    const second = start();
    expect(await liveness(await second.address())).toEqual(ALIVE);
    expect(worksOn(firstPid, cluster)).toBe(false);
    process.kill(postgresPid(), 'SIGKILL');
    expect(await second.end()).toEqual({
      code: 1,
      signal: null,
      errors:
        `The embedded PostgreSQL in ${dataDir} ended unexpectedly (signal SIGKILL). ` +
        'Start again: nothing that was saved is lost.\n',
    });

    const third = start();
    expect(await liveness(await third.address())).toEqual(ALIVE);
    process.kill(postgresPid(), 'SIGKILL');
    await third.stop('SIGKILL');

    const fourth = start();
    expect(await liveness(await fourth.address())).toEqual(ALIVE);
    const fourthPid = postgresPid();
    await fourth.stop('SIGKILL');
    await untilStopped(fourthPid);
    expect(readPostmaster(cluster)).toBeUndefined();
  });

  it('says that its port is taken, and stops its embedded server', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      expect(await start({ PORT: String(port) }).end()).toEqual({
        code: 1,
        signal: null,
        errors:
          `Port ${port} on 127.0.0.1 is in use by another program. ` +
          'Stop that program, or set PORT to another number (0: any free one).\n',
      });
      expect(readPostmaster(cluster)).toBeUndefined();
    } finally {
      other.close();
    }
  });

  it('names every bad variable before it touches anything', async () => {
    const untouched = join(dataDir, 'untouched');
    expect(
      await start({
        PORT: 'eighty',
        LOG_LEVEL: 'loud',
        DATABASE_URL: 'mysql://root:secret@db/x',
        DATA_DIR: untouched,
      }).end(),
    ).toEqual({
      code: 1,
      signal: null,
      errors:
        'PORT is "eighty": set it to a whole number from 0 (any free port) to 65535.\n' +
        'DATABASE_URL is "mysql:…": set it to a URL such as postgres://user:password@host:5432/database, or leave it out to use the embedded server.\n' +
        'LOG_LEVEL is "loud": set it to one of fatal, error, warn, info, debug, trace, silent.\n',
    });
    mkdirSync(untouched);
  });

  it('says that the server of DATABASE_URL is not running', async () => {
    const url = 'postgres://coach:secret@127.0.0.1:1/directory';
    expect(await start({ DATABASE_URL: url, DATABASE_WAIT: 'off' }).end()).toEqual({
      code: 1,
      signal: null,
      errors:
        'The PostgreSQL server of DATABASE_URL (host 127.0.0.1, port 1, database directory) does not accept connections. ' +
        'Start it, or correct host and port in DATABASE_URL.\n',
    });
  });
});

describe('the service on the server of DATABASE_URL', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  it('starts without a data folder, and leaves the server running', async () => {
    const untouched = join(dataDir, 'not-made');
    const service = start({ DATABASE_URL: databaseUrl(database.connection), DATA_DIR: untouched });
    expect(await liveness(await service.address())).toEqual(ALIVE);
    expect(await service.stop()).toEqual({ code: 0, signal: null, errors: '' });
    mkdirSync(untouched);
    await ask('SELECT 1');
  });

  it('refuses a database of a newer version', async () => {
    await ask(`INSERT INTO migrations (timestamp, name) VALUES (4102444800000, 'Tomorrow4102444800000')`);
    expect(await start({ DATABASE_URL: databaseUrl(database.connection) }).end()).toEqual({
      code: 1,
      signal: null,
      errors:
        'The database was made by a newer version of Treatment Navigator (it has migration Tomorrow4102444800000, ' +
        'which this version does not know). Nothing was changed. ' +
        'Start the newer version, or point DATABASE_URL/DATA_DIR elsewhere.\n',
    });
  });

  async function ask(sql: string): Promise<void> {
    const client = new Client(clientOptions(database.connection));
    await client.connect();
    await client.query(sql);
    await client.end();
  }
});
