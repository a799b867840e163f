import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { createKey } from '../../../src/access/access-keys.js';
import { AppModule } from '../../../src/app.module.js';
import { projectFolder } from '../../../src/config/project-folder.js';
import { today } from '../../../src/config/today.js';
import { createHttpApp } from '../../../src/create-app.js';
import { dataSourceOptions } from '../../../src/database/connection.js';
import { SeededDraw } from '../../../src/interchange/demo/seeded-draw.js';
import type { MatchAnswer } from '../../../src/matching/match-answer.dto.js';
import { RequestReader } from '../../../src/matching/need/request-reader.js';
import type { WhyNotAnswer } from '../../../src/matching/why-not.dto.js';
import { median, percentile } from '../bench-part.js';
import { BENCH_REQUESTS, type BenchRequest } from '../http/bench-requests.js';
import { machine } from '../machine.js';
import { emptyDatabase, importNational } from '../national-database.js';
import { ServiceUnderTest } from '../service-under-test.js';
import { differenceFromPlain } from './check-against-plain.js';
import { EditLog } from './edit-log.js';
import { MatchLoad } from './match-load.js';
import { MortalDatabase } from './mortal-database.js';

/**
 * The live directory at full size: `npm run drills -- load`. Two processes on one PostgreSQL: an edit over one in the
 * answers of the other, many edits under load with the answers checked against the plain function, and the database
 * killed under load.
 */
const NATIONAL_DIRECTORY = join(
  projectFolder,
  '../shared/data/samhsa/national-directory-su-facilities-2023.xlsx',
);
const { values } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    latencies: { type: 'string', default: '50' },
    edits: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '30' },
    checked: { type: 'string', default: '150' },
    outage: { type: 'string', default: '10' },
  },
});
const CONNECTIONS = 2;
const file = values.demo || !existsSync(NATIONAL_DIRECTORY) ? undefined : NATIONAL_DIRECTORY;

const rows: [what: string, figure: string][] = [];
function tell(what: string, figure: string | number): void {
  rows.push([what, String(figure)]);
  console.log(`${what}: ${figure}`);
}

/** What must not happen: with any of it, the drill has failed. */
function tellNone(what: string, count: number): void {
  tell(what, count);
  if (count > 0) process.exitCode = 1;
}
const ms = (milliseconds: number) => `${Math.round(milliseconds)} ms`;

const database = await MortalDatabase.start();
const connection = await emptyDatabase(database.connection, 'show');
console.log(await machine(connection));
if (file) await importNational(connection, file);
const services = [
  await ServiceUnderTest.start('service.js', connection),
  await ServiceUnderTest.start('service.js', connection),
] as const;
const dataSource = await new DataSource({
  ...dataSourceOptions(connection, 0),
  poolErrorHandler: () => undefined,
}).initialize();
try {
  const [{ count }]: [{ count: number }] = await dataSource.query(
    `SELECT count(*)::int AS count FROM program WHERE status = 'published'`,
  );
  tell(file ? 'programs of the national directory' : 'programs of the demonstration directory', count);
  for (const service of services) await service.post('/v1/matches', {});
  await showLatency();
  await showEditsUnderLoad();
  await showDeath();
} finally {
  for (const service of services) await service.stop();
  await dataSource.destroy().catch(() => undefined);
  await database.stop();
}
const width = Math.max(...rows.map(([what]) => what.length));
console.log(`\n${rows.map(([what, figure]) => `| ${what.padEnd(width)} | ${figure} |`).join('\n')}`);

async function rankingOf(service: ServiceUnderTest): Promise<MatchAnswer['ranking']> {
  const answer = await service.post('/v1/matches', { limit: 1, constraints: { levelsOfCare: ['hosp'] } });
  return (JSON.parse(answer) as MatchAnswer).ranking;
}

/** Requests of many places, drawn as programs are. */
async function drawRequests(): Promise<BenchRequest[]> {
  const places: { postalCode: string }[] = await dataSource.query(
    `SELECT DISTINCT l.postal_code AS "postalCode" FROM program p JOIN location l ON l.id = p.location_id
      WHERE l.latitude IS NOT NULL ORDER BY 1`,
  );
  const draw = new SeededDraw('who asks');
  const moved = Array.from({ length: 36 }, (_, i): BenchRequest => {
    const { what, headers, body } = BENCH_REQUESTS[i % BENCH_REQUESTS.length]!;
    const constraints = body['constraints'] as Record<string, unknown>;
    const near = constraints['near'] ? { near: { postalCode: draw.pick(places).postalCode } } : {};
    return { what, headers, body: { ...body, constraints: { ...constraints, ...near } } };
  });
  return [...BENCH_REQUESTS, ...moved];
}

/** Half of the edits over each process, each looked for in the other one's answers. */
async function showLatency(): Promise<void> {
  const { token } = await dataSource.transaction((manager) =>
    createKey(manager, { name: 'Show editor', roles: ['directory-editor'] }, { name: 'a show' }),
  );
  const programs: { id: string }[] = await dataSource.query(
    `SELECT id FROM program WHERE status = 'published' ORDER BY id LIMIT $1`,
    [Number(values.latencies)],
  );
  const sinceSent: number[] = [];
  const sinceDone: number[] = [];
  for (const [i, { id }] of programs.entries()) {
    const [here, there] = i % 2 === 0 ? services : ([services[1], services[0]] as const);
    const url = `${here.address}/v1/programs/${id}`;
    const tag = (await fetch(url)).headers.get('etag')!;
    const name = `Show ${i}`;
    const sent = performance.now();
    const edited = await fetch(url, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/merge-patch+json',
        'if-match': tag,
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ name, why: 'For the show.' }),
    });
    if (edited.status !== 200)
      throw new Error(`An edit was answered ${edited.status}: ${await edited.text()}`);
    const done = performance.now();
    for (;;) {
      const answer = await there.post('/v1/matches/why-not', { programId: id });
      if ((JSON.parse(answer) as WhyNotAnswer).whyNot!.program.name === name) break;
    }
    sinceSent.push(performance.now() - sent);
    sinceDone.push(performance.now() - done);
  }
  const told = (times: number[]) =>
    `p50 ${ms(median(times))}, p95 ${ms(percentile(times, 95))}, max ${ms(Math.max(...times))}`;
  tell(`${programs.length} edits over one, in the answers of the other since it was sent`, told(sinceSent));
  tell('the same since the edit was answered', told(sinceDone));
}

async function showEditsUnderLoad(): Promise<void> {
  const requests = await drawRequests();
  const day = today();
  const log = await EditLog.begin(dataSource, (await rankingOf(services[0])).directoryVersion, day);
  const load = new MatchLoad(
    services.map(({ address }) => address),
    requests,
    Number(values.checked),
    CONNECTIONS,
  );
  const most = Number(values.edits);
  const wanted = Number(values.seconds) * 1000;
  const began = performance.now();
  const draw = new SeededDraw('what is edited');
  while (log.edits < most) {
    await log.edit(draw, most - log.edits);
    const ahead = (log.edits / most) * wanted - (performance.now() - began);
    if (ahead > 0) await sleep(ahead);
  }
  const editing = performance.now() - began;
  const last = performance.now();
  while (
    (await Promise.all(services.map(rankingOf))).some((each) => each.directoryVersion < log.lastVersion)
  );
  const caughtUp = performance.now() - last;
  await load.end();
  const took = performance.now() - began;
  tell(
    'edits made',
    `${log.edits} in ${(editing / 1000).toFixed(1)} s, ${log.versions.size - 1} transactions`,
  );
  tell('both processes answer from the last edit after', ms(caughtUp));
  tell(
    'matches answered meanwhile',
    `${load.answered}, ${Math.round(load.answered / (took / 1000))} a second`,
  );
  tellNone('matches failed under the edits', load.failed);
  tell('stale answers under the edits', load.stale);
  tell('versions answered from', load.versions.size);
  tellNone(
    'answers from a version that no transaction made',
    [...load.versions].filter((each) => !log.versions.has(each)).length,
  );
  tellNone('answers older than one that the process had given before', load.wentBack);

  const app = await createHttpApp(AppModule.register(connection), { logLevel: 'silent' });
  try {
    const reader = app.get(RequestReader);
    let wrong = 0;
    let checked = 0;
    const kept = load.kept;
    const named = kept.map(({ answer }) => answer.ranking.directoryVersion);
    for await (const [version, candidates] of log.replay(named)) {
      for (const { request, answer } of kept) {
        if (answer.ranking.directoryVersion !== version) continue;
        const { need, snapshot } = await reader.read(request.body, 'en');
        if (snapshot.versions.evidence !== answer.ranking.evidenceVersion)
          throw new Error('The evidence changed under the show.');
        const difference = differenceFromPlain(answer, need, candidates, snapshot);
        checked += 1;
        if (difference === undefined) continue;
        wrong += 1;
        if (wrong <= 3) console.error(`${request.what}, version ${version}: ${difference}`);
      }
    }
    tell('answers checked against the plain function', `${checked} of ${new Set(named).size} versions`);
    tellNone('wrong answers', wrong);
  } finally {
    await app.close();
  }
}

async function showDeath(): Promise<void> {
  const load = new MatchLoad(
    services.map(({ address }) => address),
    await drawRequests(),
    0,
    CONNECTIONS,
  );
  await sleep(2000);
  const untilAll = async (isSo: (ranking: MatchAnswer['ranking']) => boolean) => {
    const began = performance.now();
    while (!(await Promise.all(services.map(rankingOf))).every(isSo)) await sleep(5);
    return performance.now() - began;
  };
  const answeredBefore = load.answered;
  database.kill();
  const noticed = await untilAll(({ stale }) => stale);
  const health = await Promise.all(
    services.flatMap(({ address }) =>
      ['live', 'ready'].map(async (which) => (await fetch(`${address}/health/${which}`)).status),
    ),
  );
  await sleep(Number(values.outage) * 1000);
  const meanwhile = load.answered - answeredBefore;
  const dead = performance.now();
  await database.startAgain();
  const started = performance.now() - dead;
  const [program]: { id: string }[] = await dataSource.query(
    `SELECT id FROM program WHERE status = 'published' ORDER BY id DESC LIMIT 1`,
  );
  const recovered = await untilAll(({ stale }) => !stale);
  const [{ seq }]: [{ seq: string }] = await dataSource.query(
    `INSERT INTO change (entity, entity_id, kind, version) VALUES ('program', $1, 'changed', 1000) RETURNING seq`,
    [program!.id],
  );
  const heard = await untilAll(({ directoryVersion }) => directoryVersion >= Number(seq));
  await sleep(2000);
  await load.end();
  tell('database killed: both processes say that they are stale after', ms(noticed));
  tell('health meanwhile (live, ready of each)', health.join(' '));
  tell('matches answered while it was away', meanwhile);
  tell('PostgreSQL started again on its folder in', ms(started));
  tell('both processes fresh again, not restarted, after', ms(recovered));
  tell('and the next edit in both after', ms(heard));
  tell('matches failed in all', `${load.failed} of ${load.answered + load.failed}, ${load.stale} stale`);
}
