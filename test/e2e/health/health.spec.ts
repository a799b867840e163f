import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseProxy } from '../../support/database-proxy.js';
import { eventually } from '../../support/eventually.js';
import { WholeService } from '../../support/whole-service.js';
import { program } from '../../support/program-intakes.js';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly status?: number;
  readonly route?: string;
}
const lines: Line[] = [];
const DEBUG = 20;
const INFO = 30;
const answered = () =>
  lines
    .splice(0)
    .flatMap(({ msg, route, status, level }) => (msg === 'answered' ? [{ route, status, level }] : []));

let service: WholeService;
let proxy: DatabaseProxy;
/** Reaches its database through the proxy. */
let remote: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [program('Clinic A', {}), program('Clinic B', {})]);
  proxy = await DatabaseProxy.beforeDatabase(service.connection);
  remote = await service.neighbor(proxy.connection, {}, undefined, {
    write: (line) => void lines.push(JSON.parse(line) as Line),
  });
  await remote.settled();
});
afterAll(async () => {
  proxy.restore();
  await remote.close();
  await proxy.close();
  await service.close();
});

const status = async (path: string) => (await remote.get(`/health/${path}`)).status;
const all = async () => [await status('live'), await status('ready'), await status('writable')];

describe('Health', () => {
  it('is live, and is never cached', async () => {
    const response = await remote.get('/health/live');
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ status: 'ok' });
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['etag']).toBeUndefined();
  });

  it('is ready with the directory in memory, and writable on a primary', async () => {
    await eventually(async () => expect(await all()).toEqual([200, 200, 200]));
    expect((await remote.get('/health/ready')).body).toEqual({
      status: 'ok',
      database: { status: 'ok', ms: expect.any(Number) },
      index: { programs: 2, version: expect.any(Number), builtAt: expect.any(String), staleSince: null },
      writable: true,
    });
    expect((await remote.get('/health/writable')).body).toEqual({ status: 'ok' });
  });

  it('stays ready while the database is away, says since when, and is not writable', async () => {
    proxy.cut();
    await eventually(async () => expect(await all()).toEqual([200, 200, 503]));
    const { body } = await remote.get('/health/ready');
    expect(body).toMatchObject({
      status: 'ok',
      database: { status: 'away', ms: null },
      index: { programs: 2, staleSince: expect.any(String) },
      writable: false,
    });
    const refused = await remote.get('/health/writable');
    expect(refused.headers['retry-after']).toBe('5');
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(refused.body).toEqual({
      type: 'urn:treatment-navigator:problem:unavailable',
      title: 'Not available at the moment',
      status: 503,
      detail: 'The database is not responding.',
      requestId: refused.headers['x-request-id'],
    });
    proxy.restore();
    await eventually(async () => expect(await all()).toEqual([200, 200, 200]));
  });

  it('is in the log at debug, also its failures, and what is no probe at info', async () => {
    proxy.cut();
    await eventually(async () => expect(await status('writable')).toBe(503));
    lines.splice(0);
    await remote.get('/health/live');
    await remote.head('/health/writable');
    await remote.get('/health/other');
    expect(lines.filter(({ level, msg }) => level > INFO && !msg.includes('unavailable'))).toEqual([]);
    expect(answered()).toEqual([
      { route: '/health/live', status: 200, level: DEBUG },
      { route: '/health/writable', status: 503, level: DEBUG },
      { route: 'none', status: 404, level: INFO },
    ]);
    proxy.restore();
  });
});

describe('A process that has not read the directory yet', () => {
  it('is live and not ready, and lets no match wait longer than two seconds', async () => {
    const silent = await DatabaseProxy.beforeDatabase(service.connection);
    silent.when('FROM change', () => silent.silence());
    const starting = await service.neighbor(silent.connection);
    try {
      expect((await starting.get('/health/live')).status).toBe(200);
      const ready = await starting.get('/health/ready');
      expect([ready.status, ready.headers['retry-after'], ready.body.index]).toEqual([503, '2', null]);
      expect(ready.body.detail).toBe('The directory is still being read into memory.');
      const asked = performance.now();
      const match = await starting.post('/v1/matches', {});
      const waited = performance.now() - asked;
      expect([match.status, match.headers['retry-after']]).toEqual([503, '2']);
      expect(match.body.detail).toBe('The directory is still being read into memory. Try again shortly.');
      expect(waited).toBeLessThan(2_900);
      silent.restore();
      await eventually(async () => expect((await starting.get('/health/ready')).status).toBe(200));
    } finally {
      silent.restore();
      await starting.close();
      await sleep(0);
      await silent.close();
    }
  });
});
