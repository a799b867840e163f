// A primary and a standby of one machine, two services behind HAProxy: the primary is stopped, the standby promoted, the
// old primary comes back by itself. Then one service through PgBouncer. Prints what it saw; exits with 1 if a match failed,
// an edit was lost, or edits did not come back. Needs the programs of PostgreSQL, HAProxy and PgBouncer, or skips by name.
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'navigator-failover-'));
const isRoot = process.getuid?.() === 0;
const running = [];
const faults = [];
const say = (line) => console.log(line);

const bin = programsOfPostgres();
const has = (program) => spawnSync('which', [program]).status === 0;
if (!bin) {
  say('skipped: the programs of PostgreSQL (initdb, pg_ctl, pg_basebackup) are not installed');
  process.exit(0);
}

try {
  const [primary, standby] = [await freePort(), await freePort()];
  await startPrimary(primary);
  await startStandby(primary, standby);
  const urls = [primary, standby].map((port) => `postgres://postgres@127.0.0.1:${port}/postgres`);
  if (has('haproxy')) await failover(urls);
  else say('skipped: haproxy is not installed, so no failover behind a balancer');
  if (has('pgbouncer')) await throughPooler(standby);
  else say('skipped: pgbouncer is not installed, so no pooler');
} finally {
  for (const child of running.reverse()) child.kill('SIGKILL');
  for (const name of ['primary', 'standby']) pgCtl(name, 'stop', '-m', 'immediate');
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) say(`FAULT: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);

async function failover(urls) {
  const services = [];
  for (let number = 0; number < 2; number++) services.push(await service({ DATABASE_URLS: urls.join(',') }));
  const front = await balancer(services);
  const { programs } = await (await fetch(`${front}/v1/programs?limit=100`)).json();
  const counts = { matches: 0, failed: 0, stale: 0, slowest: 0, reads: 0, failedReads: 0 };
  const why = {};
  const acknowledged = [];
  const edits = { refused: 0, lastAt: performance.now(), longestGapMs: 0 };
  const over = new AbortController();
  const loads = [match(), match(), read(), edit()];
  await sleep(3_000);

  say('the primary is stopped');
  const stoppedAt = performance.now();
  pgCtl('primary', 'stop', '-m', 'immediate');
  await sleep(4_000);
  const health = await Promise.all(
    services.map(async (address) => [
      (await fetch(`${address}/health/ready`)).status,
      (await fetch(`${address}/health/writable`)).status,
    ]),
  );
  say(`ready and writable of both services meanwhile: ${JSON.stringify(health)}`);
  if (JSON.stringify(health) !== '[[200,503],[200,503]]')
    faults.push('not ready, or writable, without a primary');
  pgCtl('standby', 'promote', '-w');
  const promotedAt = performance.now();
  const before = acknowledged.length;
  while (acknowledged.length === before && performance.now() - promotedAt < 30_000) await sleep(50);
  const backMs = performance.now() - promotedAt;
  say(
    `edits are back ${Math.round(backMs)} ms after the promotion, ${Math.round(performance.now() - stoppedAt)} ms after the stop`,
  );
  if (backMs > 10_000) faults.push('edits came back later than 10 s after the promotion');

  say('the old primary comes back by itself');
  pgCtl('primary', 'start', '-w', '-l', join(folder, 'primary.log'), '-o', '-c archive_mode=off');
  const withOld = acknowledged.length;
  await sleep(4_000);
  over.abort();
  await Promise.all(loads);
  if (acknowledged.length === withOld) faults.push('no edit was taken while the old primary was there');

  const kept = new Set(query('standby', 'SELECT id FROM ticket').split('\n'));
  const lost = acknowledged.filter((id) => !kept.has(id)).length;
  const astray =
    Number(query('primary', 'SELECT count(*) FROM ticket')) -
    acknowledged.filter((id) => kept.has(id)).length;
  say(
    `matches ${counts.matches}, failed ${counts.failed}, stale ${counts.stale}, slowest ${Math.round(counts.slowest)} ms; ` +
      `reads ${counts.reads}, failed ${counts.failedReads}; edits ${acknowledged.length}, refused ${edits.refused}, ` +
      `lost ${lost}, longest gap ${Math.round(edits.longestGapMs)} ms`,
  );
  if (astray > 0) faults.push(`${astray} edits are on the old primary alone`);
  if (counts.failed > 0) faults.push(`${counts.failed} matches failed: ${JSON.stringify(why)}`);
  if (counts.failedReads > 0) faults.push(`${counts.failedReads} reads failed: ${JSON.stringify(why)}`);
  if (lost > 0) faults.push(`${lost} acknowledged edits are lost`);
  for (const child of running.splice(0).reverse()) child.kill('SIGTERM');
  await sleep(1_500);

  async function match() {
    while (!over.signal.aborted) {
      const began = performance.now();
      const response = await ask('/v1/matches', {
        assessment: { conditions: [{ condition: 'opioid' }] },
        limit: 5,
      });
      counts.matches += 1;
      counts.slowest = Math.max(counts.slowest, performance.now() - began);
      if (response.status !== 200) {
        counts.failed += 1;
        why[response.body.detail ?? response.status] =
          (why[response.body.detail ?? response.status] ?? 0) + 1;
      } else if (response.body.ranking.stale) counts.stale += 1;
    }
  }
  async function read() {
    for (let number = 0; !over.signal.aborted; number++) {
      const { id } = programs[number % programs.length];
      const response = await ask(number % 2 ? `/v1/programs/${id}` : '/v1/programs?state=CT&limit=5');
      counts.reads += 1;
      if (response.status !== 200) {
        counts.failedReads += 1;
        why[response.body.detail] = (why[response.body.detail] ?? 0) + 1;
      }
      await sleep(20);
    }
  }
  async function edit() {
    for (let number = 0; !over.signal.aborted; number++) {
      const { id } = programs[number % programs.length];
      const response = await ask(`/v1/programs/${id}/reports`, { about: 'phone', wrong: 'A drill.' });
      if (response.status === 201) {
        acknowledged.push(response.body.id);
        edits.longestGapMs = Math.max(edits.longestGapMs, performance.now() - edits.lastAt);
        edits.lastAt = performance.now();
      } else edits.refused += 1;
      await sleep(50);
    }
  }
  async function ask(path, body) {
    try {
      const response = await fetch(front + path, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text.startsWith('{') ? JSON.parse(text) : { detail: `of the balancer: ${response.status}` },
      };
    } catch (error) {
      return { status: 0, body: { detail: String(error.cause ?? error) } };
    }
  }
}

async function throughPooler(port) {
  const pooler = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(join(folder, 'users.txt'), '"postgres" ""\n');
  writeFileSync(
    file,
    `[databases]\npostgres = host=127.0.0.1 port=${port} dbname=postgres user=postgres\n[pgbouncer]\n` +
      `listen_addr = 127.0.0.1\nlisten_port = ${pooler}\nunix_socket_dir =\nauth_type = any\n` +
      `auth_file = ${join(folder, 'users.txt')}\npool_mode = transaction\ndefault_pool_size = 5\n`,
  );
  own(file, join(folder, 'users.txt'));
  // As a child of its own, so that it ends with this drill.
  keep(spawn('pgbouncer', [file], { stdio: 'ignore', ...(isRoot ? idsOfServer() : {}) }));
  await sleep(500);
  const address = await service({
    DATABASE_URL: `postgres://postgres@127.0.0.1:${pooler}/postgres`,
    DATABASE_POOLER: 'transaction',
  });
  const { programs } = await (await fetch(`${address}/v1/programs?limit=20`)).json();
  const post = (path, body) =>
    fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const matched = await post('/v1/matches', {});
  const written = await Promise.all(
    programs.map(({ id }) => post(`/v1/programs/${id}/reports`, { about: 'phone', wrong: 'A drill.' })),
  );
  const refused = written.filter(({ status }) => status !== 201).length;
  say(`through PgBouncer: match ${matched.status}, ${written.length} edits at once, ${refused} refused`);
  if (matched.status !== 200 || refused > 0) faults.push('not everything works through PgBouncer');
}

async function service(environment) {
  const port = await freePort();
  const child = keep(
    spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/service.js')], {
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATA_DIR: join(folder, 'data'),
        RATE_LIMIT_PUBLIC: 'off',
        SHED_LOAD_ABOVE_MS: 'off',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      if (String(data).includes('Ready at')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`A service ended with ${code}.`)));
  });
  return `http://127.0.0.1:${port}`;
}

async function balancer(services) {
  const port = await freePort();
  const servers = services.map(
    (address, i) => `server s${i} ${address.slice('http://'.length)} check inter 1s fall 3 rise 1`,
  );
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(
    file,
    [
      'defaults',
      'mode http',
      'timeout connect 2s',
      'timeout client 35s',
      'timeout server 35s',
      'timeout check 5s',
      'option redispatch',
      'retries 2',
      'frontend all',
      `bind 127.0.0.1:${port}`,
      'acl writes path_end /reports',
      'use_backend writable if writes',
      'default_backend ready',
      'backend ready',
      'option httpchk GET /health/ready',
      ...servers,
      'backend writable',
      'option httpchk GET /health/writable',
      ...servers,
      '',
    ].join('\n'),
  );
  keep(spawn('haproxy', ['-db', '-f', file], { stdio: 'ignore' }));
  await sleep(2_500);
  return `http://127.0.0.1:${port}`;
}

async function startPrimary(port) {
  const data = join(folder, 'primary');
  server('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8']);
  writeFileSync(
    join(data, 'postgresql.auto.conf'),
    `port = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\nmax_wal_senders = 4\n`,
  );
  pgCtl('primary', 'start', '-w', '-l', join(folder, 'primary.log'));
}

async function startStandby(primary, port) {
  const data = join(folder, 'standby');
  server('pg_basebackup', [
    '-h',
    '127.0.0.1',
    '-p',
    String(primary),
    '-U',
    'postgres',
    '-D',
    data,
    '-R',
    '-c',
    'fast',
    '--no-sync',
  ]);
  writeFileSync(
    join(data, 'postgresql.auto.conf'),
    `port = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\n` +
      `primary_conninfo = 'host=127.0.0.1 port=${primary} user=postgres'\n`,
  );
  pgCtl('standby', 'start', '-w', '-l', join(folder, 'standby.log'));
  // From now on an edit is acknowledged when the standby has it too.
  appendFileSync(join(folder, 'primary', 'postgresql.auto.conf'), `synchronous_standby_names = '*'\n`);
  pgCtl('primary', 'reload');
}

function query(name, sql) {
  const port = /port = (\d+)/.exec(
    spawnSync('cat', [join(folder, name, 'postgresql.auto.conf')], { encoding: 'utf8' }).stdout,
  )[1];
  const { stdout } = spawnSync(
    join(bin, 'psql'),
    ['-h', '127.0.0.1', '-p', port, '-U', 'postgres', '-Atc', sql],
    { encoding: 'utf8' },
  );
  return stdout.trim();
}

function pgCtl(name, ...args) {
  return server('pg_ctl', ['-D', join(folder, name), ...args]);
}

/** PostgreSQL refuses to run as root. */
function server(program, args) {
  own(folder);
  const { status, stderr } = spawnSync(...asServer(join(bin, program), args), {
    encoding: 'utf8',
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0 && args.at(-1) !== 'immediate') say(`${program}: ${stderr.trim()}`);
  return status;
}

function asServer(program, args) {
  return isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args];
}

function own(...paths) {
  if (!isRoot) return;
  const { uid, gid } = idsOfServer();
  for (const path of paths) chownSync(path, uid, gid);
}

function idsOfServer() {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout),
  );
  return { uid, gid };
}

function keep(child) {
  running.push(child);
  return child;
}

async function freePort() {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address();
  await new Promise((resolve) => taken.close(resolve));
  return port;
}

function programsOfPostgres() {
  const installed = '/usr/lib/postgresql';
  const versions = existsSync(installed)
    ? readdirSync(installed).toSorted((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => join(installed, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return folders.find((one) =>
    ['initdb', 'pg_ctl', 'pg_basebackup', 'psql'].every((name) => existsSync(join(one, name))),
  );
}
