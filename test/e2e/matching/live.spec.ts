import { setTimeout as sleep } from 'node:timers/promises';
import type { MatchAnswer, TrackResponse } from '../../../src/matching/match-answer.dto.js';
import type { ProgramIntake } from '../../../src/directory/program-intake.js';
import { syncSource } from '../../../src/directory/program-store.js';
import { loadEvidenceView } from '../../../src/evidence/evidence-view.js';
import { today } from '../../support/days.js';
import { DatabaseProxy } from '../../support/database-proxy.js';
import { answerTo, type Asked, trackOf } from '../../support/match-answers.js';
import { plainRanking } from '../../support/plain-ranking.js';
import { NEW_HAVEN, program } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

/** How long an edit may take to appear in the responses of every process. */
const A_SECOND = 1000;
/** How long a process may take to notice that its database is unavailable or back; far more than on a quiet machine. */
const A_WHILE = 15_000;

const clinic = (number: number, facts: ProgramIntake['records'][0]['facts'] = {}) =>
  program(`Clinic ${String(number).padStart(2, '0')}`, { conditions: { yes: ['alcohol'] }, ...facts });
const clinics = (count: number) => Array.from({ length: count }, (_, number) => clinic(number));

/** Asks without waiting: the state of the process at this moment. */
async function ask(service: WholeService, asked: Asked = {}): Promise<MatchAnswer> {
  const response = await service.post('/v1/matches', asked);
  expect([response.status, response.body.errors]).toEqual([200, undefined]);
  return response.body as MatchAnswer;
}
const treatmentOf = async (service: WholeService, asked: Asked = {}) =>
  trackOf(await ask(service, asked), 'treatment');
const namesIn = ({ matches }: Pick<TrackResponse, 'matches'>) => matches.map((match) => match.program.name);

/** Waits until something is so. */
async function untilTrue(what: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const began = performance.now();
  while (!(await what())) {
    const waited = performance.now() - began;
    if (waited > timeoutMs) throw new Error(`It is not so after ${Math.round(waited)} ms.`);
    await sleep(10);
  }
}

let service: WholeService;
let editor: Person;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', clinics(3));
  editor = await service.person('Eve Editor', 'directory-editor');
  await service.settled();
});
afterAll(() => service.close());

async function rename(name: string, to: string, by = editor): Promise<void> {
  const { matches } = await treatmentOf(service, { limit: 100 });
  const { id } = matches.find((match) => match.program.name === name)!.program;
  const tag = (await service.get(`/v1/programs/${id}`)).headers['etag']!;
  const response = await by
    .patch(`/v1/programs/${id}`, { name: to, why: 'It has a new name.' })
    .set('if-match', tag);
  expect([response.status, response.body.errors]).toEqual([200, undefined]);
}

/** Writes without notifying any process, as an import does. */
async function storeUnheard(intakes: readonly ProgramIntake[]): Promise<void> {
  await service.dataSource.transaction(async (manager) => {
    await manager.query('ALTER TABLE change DISABLE TRIGGER tell_of_changes');
    await syncSource(manager, 'survey', intakes, { evidence: await loadEvidenceView(manager), today });
    await manager.query('ALTER TABLE change ENABLE TRIGGER tell_of_changes');
  });
}

describe('Two processes on one database', () => {
  let neighbor: WholeService;
  beforeAll(async () => {
    neighbor = await service.neighbor();
    await neighbor.settled();
  });
  afterAll(() => neighbor.close());

  it('have an edit through one in the next response of that one', async () => {
    const names = ['Clinic 00', 'Clinic A', 'Clinic B', 'Clinic 00'];
    for (const [i, name] of names.slice(1).entries()) {
      await rename(names[i]!, name);
      expect(namesIn(await treatmentOf(service))).toContain(name);
    }
  });

  it('have it in the responses of the other soon after', async () => {
    await rename('Clinic 00', 'Renamed Clinic');
    const isThere = async () => namesIn(await treatmentOf(neighbor)).includes('Renamed Clinic');
    await untilTrue(isThere, A_WHILE);
    await rename('Renamed Clinic', 'Clinic 00');
    await untilTrue(async () => !(await isThere()), A_WHILE);
  });

  it('learn what an import creates, changes and withdraws', async () => {
    const isSo = (...names: string[]) =>
      untilTrue(
        async () =>
          namesIn(await treatmentOf(neighbor))
            .sort()
            .join() === names.join(),
        A_WHILE,
      );
    await service.store('survey', clinics(4));
    await isSo('Clinic 00', 'Clinic 01', 'Clinic 02', 'Clinic 03');
    await service.store('survey', [clinic(0, { levelsOfCare: { yes: ['iop'] } }), ...clinics(3).slice(1)]);
    await isSo('Clinic 00', 'Clinic 01', 'Clinic 02');
    const accepting = { constraints: { levelsOfCare: ['iop'], strictness: { level_of_care: 'confirmed' } } };
    expect(namesIn(await treatmentOf(neighbor, accepting as Asked))).toEqual(['Clinic 00']);
    await service.store('survey', clinics(3));
  });

  it('find by the heartbeat what had no notice', async () => {
    await neighbor.settled();
    const before = (await ask(neighbor)).ranking.directoryVersion;
    await storeUnheard(clinics(5));
    await untilTrue(async () => (await treatmentOf(neighbor)).total === 5, A_WHILE);
    expect((await ask(neighbor)).ranking.directoryVersion).toBeGreaterThan(before);
    await service.store('survey', clinics(3));
  });

  it('name in every answer the versions that it was made from, and the same content under the same name', async () => {
    await Promise.all([service.settled(), neighbor.settled()]);
    const [{ versions }]: [{ versions: string[] }] = await service.dataSource.query(
      `SELECT ARRAY[max(seq) FILTER (WHERE entity = 'program'),
                    max(seq) FILTER (WHERE entity IN ('rating', 'approach', 'citation'))] AS versions FROM change`,
    );
    const [mine, other] = await Promise.all([ask(service), ask(neighbor)]);
    expect(mine).toEqual(other);
    const [directoryVersion, evidenceVersion] = versions.map(Number);
    expect(mine.ranking).toEqual({
      policy: expect.stringMatching(/^\d{4}-\d{2}\.\d+$/),
      directoryVersion,
      evidenceVersion,
      stale: false,
      paidPlacement: false,
    });
    const { matches } = trackOf(mine, 'treatment');
    const [a, b] = matches.map((match) => match.program.id);
    for (const [path, body] of [
      ['/v1/matches/why-not', { programId: a }],
      ['/v1/matches/compare', { programIds: [a, b] }],
    ] as const)
      expect((await neighbor.post(path, body)).body.ranking).toEqual(mine.ranking);
  });
});

describe('A process whose database becomes unavailable', () => {
  let proxy: DatabaseProxy;
  let remote: WholeService | undefined;
  let endStream = () => Promise.resolve<number[]>([]);
  const opened = async () => {
    proxy = await DatabaseProxy.beforeDatabase(service.connection);
    remote = await service.neighbor(proxy.connection);
    await remote.settled();
    return remote;
  };
  afterEach(async () => {
    await endStream();
    proxy.restore();
    await remote?.close();
    remote = undefined;
    await proxy.close();
    await service.store('survey', clinics(3));
    await service.settled();
  });

  /** Sends requests repeatedly, also for further pages, and keeps the status of every response. */
  function stream(asked: WholeService) {
    const statuses: number[] = [];
    const running = new AbortController();
    const run = async () => {
      while (!running.signal.aborted) statuses.push((await asked.post('/v1/matches', { limit: 2 })).status);
    };
    const runs = Promise.all([run(), run(), run()]);
    endStream = async () => {
      running.abort();
      await runs;
      return statuses;
    };
  }
  const health = async (of: WholeService) => [
    (await of.get('/health/live')).status,
    (await of.get('/health/ready')).status,
    (await of.get('/health/writable')).status,
  ];
  const isStale = async () => (await ask(remote!)).ranking.stale;

  it('continues with what it knew, says since when, and catches up by itself when the database is back', async () => {
    const far = await opened();
    stream(far);
    const known = await ask(far);
    expect(known.ranking).toMatchObject({ stale: false });
    expect(known.ranking).not.toHaveProperty('staleSince');
    const cutAt = Date.now();
    proxy.cut();
    await untilTrue(isStale, A_WHILE);
    await service.store('survey', clinics(4));

    const meanwhile = await ask(far);
    const { staleSince, ...ranking } = meanwhile.ranking;
    expect({ ...meanwhile, ranking }).toEqual({ ...known, ranking: { ...known.ranking, stale: true } });
    const since = Date.parse(staleSince!);
    expect(since).toBeLessThan(Date.now());
    expect(since).toBeGreaterThan(cutAt - 5 * A_SECOND);
    expect(await health(far)).toEqual([200, 200, 503]);
    await sleep(A_SECOND);
    expect((await ask(far)).ranking.staleSince).toBe(staleSince);

    proxy.restore();
    await untilTrue(async () => !(await isStale()), A_WHILE);
    const caughtUp = await ask(far);
    expect(trackOf(caughtUp, 'treatment').total).toBe(4);
    expect(caughtUp.ranking).not.toHaveProperty('staleSince');
    expect(await health(far)).toEqual([200, 200, 200]);
    const statuses = await endStream();
    expect(statuses.length).toBeGreaterThan(20);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  });

  it('answers the next page of a list even if it never created a cursor while the database was available', async () => {
    const far = await opened();
    proxy.cut();
    const { nextCursor, total } = await treatmentOf(far, { limit: 2 });
    expect(total).toBe(3);
    expect(namesIn(await treatmentOf(far, { limit: 2, cursor: nextCursor! }))).toHaveLength(1);
  });

  it('continues, and says so, when the network drops everything', async () => {
    const far = await opened();
    stream(far);
    proxy.silence();
    await untilTrue(isStale, A_WHILE);
    await service.store('survey', clinics(5));
    proxy.restore();
    await untilTrue(async () => (await treatmentOf(far)).total === 5 && !(await isStale()), A_WHILE);
    expect((await endStream()).filter((status) => status !== 200)).toEqual([]);
  });

  it('does not treat it as unavailable because it was itself too busy to read the response', async () => {
    const far = await opened();
    const busy = new Promise<void>((resolve) => {
      proxy.when('pg_is_in_recovery', () => {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
        resolve();
      });
    });
    await busy;
    for (let asked = 0; asked < 20; asked++) {
      expect((await ask(far)).ranking.stale).toBe(false);
      await sleep(20);
    }
  });

  it('says 503 and when to try again if it never read anything, and answers once the database is available', async () => {
    proxy = await DatabaseProxy.beforeDatabase(service.connection);
    proxy.when('LISTEN change', () => proxy.cut());
    remote = await service.neighbor(proxy.connection);
    const refused = await remote.post('/v1/matches', {});
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(refused.body).toMatchObject({
      type: 'urn:treatment-navigator:problem:unavailable',
      detail: 'The directory cannot be read at the moment.',
    });
    proxy.restore();
    expect((await treatmentOf(remote)).total).toBe(3);
    await untilTrue(async () => !(await isStale()), A_WHILE);
  });
});

describe('A cursor', () => {
  beforeAll(async () => {
    await service.store('survey', clinics(12));
    await service.settled();
  });
  afterAll(() => service.store('survey', clinics(3)));

  it('continues in the version in which its list began, while programs change, come and go', async () => {
    const whole = namesIn(await treatmentOf(service, { limit: 100 }));
    expect(whole).toHaveLength(12);
    const first = await ask(service, { limit: 5 });
    const walked = namesIn(trackOf(first, 'treatment'));
    let { nextCursor } = trackOf(first, 'treatment');
    for (const change of [clinics(7), [...clinics(20).slice(4), clinic(0, { payers: { yes: ['free'] } })]]) {
      await service.store('survey', change);
      await service.settled();
      const { tracks, ranking } = await ask(service, { limit: 5, cursor: nextCursor! });
      expect(ranking).toEqual(first.ranking);
      expect(tracks.map(({ purpose, total }) => [purpose, total])).toEqual([['treatment', 12]]);
      walked.push(...namesIn(tracks[0]!));
      ({ nextCursor } = tracks[0]!);
    }
    expect(nextCursor).toBeUndefined();
    expect(walked).toEqual(whole);
    const now = await ask(service);
    expect(trackOf(now, 'treatment').total).toBe(17);
    expect(now.ranking.directoryVersion).toBeGreaterThan(first.ranking.directoryVersion);
  });

  it('continues in another process that has the same version', async () => {
    const neighbor = await service.neighbor();
    await neighbor.settled();
    const whole = namesIn(await treatmentOf(service, { limit: 100 }));
    const first = await treatmentOf(service, { limit: 10 });
    const second = await treatmentOf(neighbor, { limit: 100, cursor: first.nextCursor! });
    expect([...namesIn(first), ...namesIn(second)]).toEqual(whole);
    await neighbor.close();
  });

  it('is 410 if its version is not available, with the first page of a new list', async () => {
    await service.store('survey', clinics(12));
    await service.settled();
    const asked: Asked = { limit: 5, constraints: { payers: ['medicaid'] } };
    const first = await treatmentOf(service, asked);
    await service.store('survey', clinics(13));
    const neighbor = await service.neighbor();
    await neighbor.settled();
    const gone = await neighbor.post('/v1/matches', { ...asked, cursor: first.nextCursor });
    expect(gone.status).toBe(410);
    expect(gone.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(gone.body).toMatchObject({
      type: 'urn:treatment-navigator:problem:gone',
      status: 410,
      errors: [{ pointer: '/cursor', message: expect.stringContaining('no longer available') }],
    });
    const { firstPage } = gone.body as { firstPage: MatchAnswer };
    const fresh = await ask(neighbor, asked);
    expect(firstPage).toEqual({
      ...fresh,
      tracks: fresh.tracks.filter(({ purpose }) => purpose === 'treatment'),
    });
    const page = trackOf(firstPage, 'treatment');
    const rest = await treatmentOf(neighbor, { ...asked, limit: 100, cursor: page.nextCursor! });
    expect([...namesIn(page), ...namesIn(rest)]).toEqual(
      namesIn(await treatmentOf(neighbor, { ...asked, limit: 100 })),
    );
    await neighbor.close();
  });
});

describe('A directory that is indexed in a separate thread', () => {
  const MANY = 1600;
  const levels = ['op', 'iop', 'res-high', 'hosp'] as const;
  const many = Array.from({ length: MANY }, (_, number) =>
    program(
      `Program ${number}`,
      {
        conditions: { yes: [number % 3 === 0 ? 'opioid' : 'alcohol'], complete: number % 5 === 0 },
        levelsOfCare: { yes: [levels[number % 4]!] },
        payers: number % 2 === 0 ? { yes: ['medicaid'] } : { yes: ['private'], complete: true },
      },
      number % 7 === 0
        ? { ...NEW_HAVEN, coordinates: undefined }
        : {
            ...NEW_HAVEN,
            coordinates: {
              latitude: 41 + (number % 100) / 50,
              longitude: -72 - (number % 90) / 45,
              precision: 'address',
            },
          },
    ),
  );
  let neighbor: WholeService;
  beforeAll(async () => {
    await service.store('survey', many);
    neighbor = await service.neighbor();
  });
  afterAll(async () => {
    await neighbor.close();
  });

  const questions: Asked[] = [
    {},
    { constraints: { payers: ['medicaid'], levelsOfCare: ['iop', 'op'] } },
    { assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }] } },
    {
      assessment: { conditions: [{ condition: 'alcohol' }] },
      constraints: { near: { postalCode: '06511' }, maxDistanceKm: 40, payers: ['private'] },
    },
  ];

  /** Every process gives the same result as the plain function. */
  async function expectPlain(asked: Asked): Promise<void> {
    const { matches, universe, nearMisses, excluded } = await plainRanking(service, asked, 'treatment');
    const plain = {
      total: matches.length,
      universe,
      excluded,
      matches: matches.slice(0, 100).map(({ id, tier, score }) => [id, tier, score]),
      nearMisses: nearMisses.map(({ id, score, failing }) => [id, score, failing.code]),
    };
    for (const each of [service, neighbor]) {
      const track = trackOf(await answerTo(each, { limit: 100, nearMisses: 10, ...asked }), 'treatment');
      expect({
        total: track.total,
        universe: track.universe,
        excluded: track.excluded,
        matches: track.matches.map((match) => [match.program.id, match.tier, match.score]),
        nearMisses: track.nearMisses.map((miss) => [miss.program.id, miss.score, miss.failing.constraint]),
      }).toEqual(plain);
    }
  }

  it('answers what the plain ranking answers', async () => {
    for (const asked of questions) await expectPlain(asked);
    expect(trackOf(await answerTo(neighbor, {}), 'treatment').total).toBe(MANY);
  });

  it('is patched like any other, with the same result', async () => {
    await service.store('survey', [...many.slice(10), clinic(0), clinic(1)]);
    expect(trackOf(await answerTo(neighbor, {}), 'treatment').total).toBe(MANY - 8);
    for (const asked of questions) await expectPlain(asked);
  });
});
