import 'reflect-metadata';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { createKey, type NewKey } from '../../../src/access/access-keys.js';
import { projectFolder } from '../../../src/config/project-folder.js';
import { dataSourceOptions } from '../../../src/database/connection.js';
import { databaseUrl } from '../../support/test-database.js';
import { type ArrivedMessage, idOf, verified, WebhookReceiver } from '../../support/webhook-receiver.js';
import { machine } from '../machine.js';
import { emptyDatabase } from '../national-database.js';
import { ServiceUnderTest } from '../service-under-test.js';
import { MortalDatabase } from './mortal-database.js';

/**
 * The change feed and webhooks at full size: `npm run drills -- feed`. Two services on one PostgreSQL, editors over HTTP
 * and writers by SQL who take things back; consumers, writers, a service and the database are killed meanwhile. In the
 * end every consumer has to have exactly the directory, and every receiver every event.
 */
const { values } = parseArgs({ options: { changes: { type: 'string', default: '10000' } } });
const WANTED = Number(values.changes);
const SQL_WRITERS = 3;
const EDITORS = 3;
const CONSUMERS = 2;
const DEVELOPMENT = { WEBHOOK_ALLOW_PRIVATE: 'true' };

function tell(what: string, figure: string | number): void {
  console.log(`${what}: ${figure}`);
}

/** What must not happen: with any of it, the drill has failed. */
function tellNone(what: string, count: number): void {
  tell(what, count);
  if (count > 0) process.exitCode = 1;
}

const folder = mkdtempSync(join(tmpdir(), 'navigator-feed-'));
const database = await MortalDatabase.start();
const connection = await emptyDatabase(database.connection, 'show');
console.log(await machine(connection));
const services = [
  await ServiceUnderTest.start('service.js', connection, DEVELOPMENT),
  await ServiceUnderTest.start('service.js', connection, DEVELOPMENT),
];
const dataSource = await new DataSource({ ...dataSourceOptions(connection), entities: [] }).initialize();
const tokenOf = async (wish: Omit<NewKey, 'name'>) =>
  (
    await dataSource.transaction((manager) =>
      createKey(manager, { name: 'Show', ...wish }, { name: 'a show' }),
    )
  ).token;
const [admin, editor, partner] = [
  await tokenOf({ roles: ['administrator'] }),
  await tokenOf({ roles: ['directory-editor'] }),
  await tokenOf({ scopes: ['read', 'changes'] }),
];
/** With which a consumer ends that has no business there. */
const REFUSED = 2;
const isOver = { now: false };
const killed = { consumers: 0, writers: 0, services: 0, databases: 0 };
let edits = 0;

async function ask(
  at: number,
  path: string,
  { token, ...init }: RequestInit & { token?: string } = {},
): Promise<Response> {
  const headers = {
    ...(init.headers as Record<string, string>),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(init.body !== undefined && { 'content-type': 'application/json' }),
  };
  return fetch(services[at % services.length]!.address + path, { ...init, headers });
}

function run(script: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(projectFolder, 'dist/test/bench/shows', script), ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'ignore'],
  });
}

/** Kills a process now and then, or lets it end by itself; starts it again until it has ended well. */
async function keepAlive(start: () => ChildProcess, lives: () => number, died: () => void): Promise<void> {
  for (;;) {
    const child = start();
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const timer = setTimeout(() => {
      if (!isOver.now && child.kill('SIGKILL')) died();
    }, lives());
    const [code] = await ended;
    clearTimeout(timer);
    if (code === 0) return;
    if (code === REFUSED) throw new Error('A consumer was refused: see above.');
    await sleep(50);
  }
}

/** Renames programs over HTTP until it is over; what fails while something is dead is tried again with another. */
async function edit(number: number): Promise<void> {
  const programs: { id: string }[] = await dataSource.query('SELECT id FROM program ORDER BY id');
  for (let turn = 0; !isOver.now; turn++) {
    const { id } = programs[(turn * 31 + number * 97) % programs.length]!;
    try {
      const path = `/v1/programs/${id}`;
      const tag = (await ask(number, path)).headers.get('etag')!;
      const { status } = await ask(number, path, {
        method: 'PATCH',
        token: editor,
        headers: { 'if-match': tag },
        body: JSON.stringify({ name: `Edit ${number} ${turn}`, why: 'For the show.' }),
      });
      if (status === 200) edits += 1;
      else if (![409, 412, 503, 500].includes(status)) throw new Error(`An edit was answered ${status}.`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await sleep(50);
    }
  }
}

interface Told {
  event: string;
  id: string;
  version: number;
  seq: number;
}
async function changesAfter(seq: number): Promise<Told[]> {
  const rows: Told[] = await dataSource.query(
    `SELECT entity || '.' || kind AS event, entity_id AS id, version, seq::int FROM change WHERE seq > $1 ORDER BY seq`,
    [seq],
  );
  return rows;
}

/** What is listed, by its address. What was withdrawn before a consumer took its copy, it never heard of. */
function listed(things: readonly [string, unknown][]): Map<string, string> {
  const programs = things.filter(([, body]) => (body as { status?: string }).status === 'published');
  return new Map(programs.map(([link, body]) => [link, JSON.stringify(body)]));
}

try {
  await show();
} finally {
  isOver.now = true;
  await Promise.all(services.map((service) => service.stop()));
  await dataSource.destroy().catch(() => undefined);
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function show(): Promise<void> {
  const [{ seq: began }]: [{ seq: number }] = await dataSource.query(
    'SELECT max(seq)::int AS seq FROM change',
  );
  const receivers = [await WebhookReceiver.open(), await WebhookReceiver.open()];
  const secrets: string[] = [];
  for (const receiver of receivers) {
    const response = await ask(0, '/v1/webhooks', {
      method: 'POST',
      token: admin,
      body: JSON.stringify({ name: 'Show', url: receiver.url }),
    });
    secrets.push(((await response.json()) as { secret: string }).secret);
  }
  // Verified as it comes, for a signature is good for five minutes.
  const messages = receivers.map((receiver, number) => {
    const first = new Map<string, ArrivedMessage>();
    receiver.answer = (response, arrival) => {
      // One of them is out of order now and then, and is left alone for some seconds each time.
      const isOut = number === 1 && receiver.arrivals.length % 400 === 0;
      const message = verified(arrival, secrets[number]!);
      if (!isOut && !first.has(idOf(arrival))) first.set(idOf(arrival), message);
      response.writeHead(isOut ? 500 : 200).end();
    };
    return first;
  });

  const files = Array.from({ length: CONSUMERS }, (_, number) => join(folder, `copy-${number}.json`));
  const consumers = files.map((file, number) =>
    keepAlive(
      () => run('feed-consumer.js', services[number % services.length]!.address, partner, file),
      () => 5_000 + Math.random() * 5_000,
      () => (killed.consumers += 1),
    ),
  );
  const url = databaseUrl(connection);
  let generation = 0;
  const children = new Set<ChildProcess>();
  const write = async () => {
    while (!isOver.now) {
      const child = run('feed-writer.js', url, String((generation += 1)));
      children.add(child);
      const ended = once(child, 'exit');
      const timer = setTimeout(
        () => child.kill('SIGKILL') && (killed.writers += 1),
        6_000 + Math.random() * 9_000,
      );
      await ended;
      clearTimeout(timer);
      children.delete(child);
    }
  };
  const writers = [
    ...Array.from({ length: SQL_WRITERS }, write),
    ...Array.from({ length: EDITORS }, (_, number) => edit(number)),
  ];
  const writing = performance.now();
  const written = async () => {
    const [{ count }]: [{ count: number }] = await dataSource.query(
      'SELECT count(*)::int AS count FROM change WHERE seq > $1',
      [began],
    );
    return count;
  };
  const until = async (share: number) => {
    while ((await written().catch(() => 0)) < WANTED * share) await sleep(100);
  };
  await until(0.3);
  await services[1]!.kill();
  killed.services += 1;
  await sleep(1_000);
  services[1] = await ServiceUnderTest.start('service.js', connection, DEVELOPMENT);
  await until(0.6);
  database.kill();
  killed.databases += 1;
  await sleep(1_000);
  await database.startAgain();
  await until(1);
  isOver.now = true;
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(writers);
  // What a killed writer left open is taken back by now: this waits for its turn.
  await dataSource.query('SELECT pg_advisory_lock(7240004), pg_advisory_unlock(7240004)');
  const took = (performance.now() - writing) / 1000;
  const told = await changesAfter(began);
  tell('changes written', `${told.length} in ${took.toFixed(1)} s, ${edits} of them edits over HTTP`);

  const caughtUp = performance.now();
  for (const file of files) writeFileSync(`${file}.end`, '');
  await Promise.all(consumers);
  tell('consumers at the end after', `${Math.round(performance.now() - caughtUp)} ms`);
  const programs: { id: string }[] = await dataSource.query('SELECT id FROM program ORDER BY id');
  const things: [string, unknown][] = [];
  for (const { id } of programs)
    things.push([`/v1/programs/${id}`, await (await ask(0, `/v1/programs/${id}`)).json()]);
  const directory = listed(things);
  for (const [number, file] of files.entries()) {
    const { copy } = JSON.parse(readFileSync(file, 'utf8')) as { copy: [string, { body: unknown }][] };
    const theirs = listed(copy.map(([link, { body }]) => [link, body]));
    const links = new Set([...directory.keys(), ...theirs.keys()]);
    const different = [...links].filter((link) => theirs.get(link) !== directory.get(link));
    tell(`consumer ${number + 1}: programs`, `${theirs.size} of ${directory.size}`);
    tellNone(
      `consumer ${number + 1}: programs that are missing, too many or not as in the directory`,
      different.length,
    );
  }

  for (const [number, receiver] of receivers.entries()) {
    await receiver.until(told.length, 300_000);
    tell(`receiver ${number + 1}: all events after`, `${Math.round(performance.now() - caughtUp)} ms`);
    const inOrder = [...messages[number]!.values()].filter(({ data }, i) => data.seq === told[i]?.seq);
    const missing = told.length - inOrder.length;
    tellNone(`receiver ${number + 1}: events missing or out of order`, missing);
    const ids = receiver.taken.map(idOf);
    tell(`receiver ${number + 1}: came twice`, ids.length - new Set(ids).size);
    await receiver.goAway();
  }
  tell(
    'killed meanwhile',
    Object.entries(killed)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
  );
}
