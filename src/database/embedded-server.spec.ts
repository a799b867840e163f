import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { Connection } from './connection.js';
import { type EmbeddedServer, runningServer, startEmbeddedServer } from './embedded-server.js';
import { answersIn, readPostmaster, worksOn } from './postmaster.js';
import { identify } from './process-identity.js';

const FAST = { fsync: 'off', full_page_writes: 'off' };

/** A data folder that was used once, to copy from: creating one takes longest. */
let pristine: string;
let dataDir: string;
let cluster: string;
let running: EmbeddedServer[];
const said: string[] = [];

beforeAll(async () => {
  pristine = mkdtempSync(join(tmpdir(), 'data-'));
  const server = await startEmbeddedServer({ dataDir: pristine, settings: FAST, log: () => {} });
  await server.stop();
});

afterAll(() => {
  rmSync(pristine, { recursive: true, force: true });
});

beforeEach(() => {
  dataDir = `${pristine}-copy`;
  // With their owners, which fs.cp does not preserve.
  execFileSync('cp', ['-a', pristine, dataDir]);
  cluster = join(dataDir, 'postgresql');
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  negligent?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(share = false): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({
    dataDir,
    share,
    settings: FAST,
    log: (line) => said.push(line),
  });
  running.push(server);
  return server;
}

async function ask<Row>(connection: Connection, sql: string): Promise<Row[]> {
  const client = new Client({ ...connection, ssl: false });
  await client.connect();
  try {
    return (await client.query<Row & object>(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  const postmaster = readPostmaster(cluster);
  if (!postmaster) throw new Error('no server runs');
  return postmaster.pid;
}

let negligent: ChildProcess | undefined;

/** The child of a shell that became `sleep`, which never reaps it. */
async function unreapedPid(): Promise<number> {
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 100'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  negligent = parent;
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  while (identify(pid)) await wait(5);
  return pid;
}

describe('startEmbeddedServer', () => {
  it('makes a UTF-8 cluster that sorts the same everywhere, and keeps what is in it', async () => {
    const first = await start();
    const [settings] = await ask(
      first.connection,
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale,
              current_setting('TimeZone') AS zone, current_setting('shared_buffers') AS buffers,
              current_setting('max_connections') AS connections, current_setting('listen_addresses') AS addresses,
              current_setting('data_checksums') AS checksums
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(settings).toEqual({
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      zone: 'UTC',
      buffers: '128MB',
      connections: '60',
      addresses: '',
      checksums: 'on',
    });
    await ask(first.connection, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await first.stop();

    const second = await start();
    expect(await ask(second.connection, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
  });

  it('is durable by default', async () => {
    const server = await startEmbeddedServer({ dataDir, log: () => {} });
    running.push(server);
    expect(
      await ask(
        server.connection,
        `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
                current_setting('full_page_writes') AS pages`,
      ),
    ).toEqual([{ fsync: 'on', commit: 'on', pages: 'on' }]);
  });

  it('has the extensions for spelling-tolerant search', async () => {
    const { connection } = await start();
    await ask(connection, 'CREATE EXTENSION pg_trgm');
    expect(
      await ask(connection, `SELECT word_similarity('methadon', 'methadone clinic') > 0.7 AS similar`),
    ).toEqual([{ similar: true }]);
  });

  it('keeps its socket where others cannot enter, and removes folder and socket at the end', async () => {
    const server = await start();
    const folder = server.connection.host ?? '';
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const pid = postmasterPid();
    await server.stop();
    expect(existsSync(folder)).toBe(false);
    expect(worksOn(pid, cluster)).toBe(false);
    expect(readdirSync(dataDir)).toEqual(['postgresql']);
    await server.stop();
  });

  it('refuses a second process on the folder, and the first continues unharmed', async () => {
    const { connection } = await start();
    await expect(start()).rejects.toThrow(
      `The data folder ${dataDir} is in use by process ${process.pid} (treatment-navigator). ` +
        'Stop it, or set DATA_DIR to another folder.',
    );
    expect(await ask(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('lets a sharer work beside its owner, and end without ending the server', async () => {
    const owner = await start();
    const sharer = await start(true);
    expect([owner.shared, sharer.shared]).toEqual([false, true]);
    expect(sharer.connection).toEqual(owner.connection);
    await sharer.stop();
    expect(await ask(owner.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('lets a sharer that comes while the owner starts wait for it', async () => {
    const [owner, sharer] = await Promise.all([start(), start(true)]);
    expect(sharer.shared).toBe(true);
    expect(sharer.connection).toEqual(owner.connection);
  });

  it('becomes the owner when it would share and there is no owner', async () => {
    const server = await start(true);
    expect(server.shared).toBe(false);
    await server.stop();
    expect(runningServer(dataDir)).toBeUndefined();
  });

  it('says when postgres was killed, and recovers at the next start', async () => {
    const first = await start();
    await ask(first.connection, 'CREATE TABLE kept AS SELECT 7 AS seven');
    process.kill(postmasterPid(), 'SIGKILL');
    expect(await first.lost).toBe(
      `The embedded PostgreSQL in ${dataDir} ended unexpectedly (signal SIGKILL).`,
    );
    await first.stop();
    const second = await start();
    expect(await ask(second.connection, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
  });

  it.each([
    ['a stranger', () => process.pid],
    ['a dead process that nobody reaped', unreapedPid],
  ])('is not confused when %s has the number of a server that was killed', async (_who, pidOf) => {
    const pid = await pidOf();
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${pid}\n${cluster}\n1764000000\n5432\n/nowhere\n\n\nready\n`,
    );
    expect(runningServer(dataDir)).toBeUndefined();
    const { connection } = await start();
    expect(await ask(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it.each(['with', 'without'])(
    'waits for a session that outlives a killed server, %s its postmaster.pid',
    async (pidFile) => {
      const first = await start();
      const client = new Client({ ...first.connection, ssl: false });
      client.on('error', () => {});
      await client.connect();
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const session = rows[0]?.pid ?? 0;
      const counting = client.query('SELECT count(*) FROM generate_series(1, 5000000)').catch(() => {});
      await ask(first.connection, 'SELECT 1');
      process.kill(postmasterPid(), 'SIGKILL');
      await first.lost;
      await first.stop();
      if (pidFile === 'without') rmSync(join(cluster, 'postmaster.pid'));
      const second = await start();
      expect(identify(session)).toBeUndefined();
      expect(await ask(second.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await counting;
      await client.end();
    },
  );

  it('starts again after a first start was killed half way', async () => {
    rmSync(cluster, { recursive: true });
    mkdirSync(join(dataDir, 'postgresql.new-1234'));
    writeFileSync(join(dataDir, 'postgresql.new-1234', 'PG_VERSION'), '18\n');
    const { connection } = await start();
    expect(await ask(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).sort()).toEqual(['postgresql', 'treatment-navigator.lock']);
  });

  it('reports why postgres does not start, and releases the folder', async () => {
    const first = await start();
    await first.stop();
    rmSync(join(cluster, 'global', 'pg_control'));
    await expect(start()).rejects.toThrow(
      new RegExp(`^The embedded PostgreSQL in ${dataDir} did not start: .*database system`, 's'),
    );
    expect(readdirSync(dataDir)).toEqual(['postgresql']);
  });

  it('says what to do with a cluster of a newer PostgreSQL, and of one too old to be upgraded', async () => {
    writeFileSync(join(cluster, 'PG_VERSION'), '99\n');
    await expect(start()).rejects.toThrow(
      `The database in ${dataDir} was made by PostgreSQL 99, and this version of Treatment Navigator brings PostgreSQL ` +
        '18, which cannot read it. Start the newer version again, or restore a backup into another DATA_DIR.',
    );
    writeFileSync(join(cluster, 'PG_VERSION'), '9.6\n');
    await expect(start()).rejects.toThrow(
      new RegExp(
        `^The database in ${dataDir} was made by PostgreSQL 9.6, whose programs cannot be fetched .*navigator restore`,
      ),
    );
    expect(readdirSync(dataDir)).toEqual(['postgresql']);
  });

  it('finishes an upgrade that was interrupted between its two renames, and then drops the old cluster', async () => {
    const work = join(dataDir, 'upgrade');
    mkdirSync(work);
    writeFileSync(join(work, 'loaded'), '');
    renameSync(cluster, join(work, 'postgresql'));
    mkdirSync(cluster);
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    const server = await start();
    expect(await ask(server.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).sort()).toEqual(['postgresql', 'postgresql-17', 'treatment-navigator.lock']);
    await server.stop();
    expect(readdirSync(dataDir)).toEqual(['postgresql']);
  });

  (process.getuid?.() === 0 ? it : it.skip)(
    'lets the account of the server in by no socket (only root can try that)',
    async () => {
      const { connection } = await start();
      const { uid, gid } = statSync(cluster);
      const [own] = await ask<{ path: string }>(
        connection,
        `SELECT current_setting('unix_socket_directories') AS path`,
      );
      expect(own?.path).toBe(`${connection.host},.`);
      const source = `
      const { Client } = await import(${JSON.stringify(import.meta.resolve('pg'))});
      const [host, uid, gid] = process.argv.slice(1);
      // It becomes the other account once all is loaded, which that account may not be allowed to read.
      if (uid !== undefined) {
        process.chdir('/');
        process.setgroups([Number(gid)]);
        process.setgid(Number(gid));
        process.setuid(Number(uid));
      }
      const client = new Client({ host, user: 'postgres', database: 'postgres' });
      await client.connect().then(() => console.log('in'), ({ code }) => console.log(code));
      process.exit();`;
      const args = ['--input-type=module', '-e', source, connection.host ?? ''];
      const asAccount = [...args, String(uid), String(gid)];
      expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('in\n');
      expect(execFileSync(process.execPath, asAccount, { encoding: 'utf8' })).toBe('28000\n');
    },
  );

  it('waits for a server that another container has on the cluster', async () => {
    const first = await start();
    const pid = postmasterPid();
    // Its number means nothing to the next one, and its process is gone for it.
    rmSync(join(dataDir, 'treatment-navigator.lock'));
    const file = join(cluster, 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, '4194303'));
    expect(await answersIn(cluster)).toBe(true);
    let started = false;
    const second = start().then(() => (started = true));
    await wait(300);
    expect([started, worksOn(pid, cluster)]).toEqual([false, true]);
    await first.stop();
    expect(worksOn(pid, cluster)).toBe(false);
    await second;
  });

  it('says what to do when the data folder is a file', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedServer({ dataDir: file, log: () => {} })).rejects.toThrow(
      new RegExp(`^The data folder ${file} cannot be used: EEXIST: .*\\. Allow this account`),
    );
  });

  it('works below a folder that only its owner can enter', async () => {
    chmodSync(dataDir, 0o700);
    const { connection } = await start();
    expect(await ask(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
