import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { createHttpApp } from '../../../src/create-app.js';
import { DatabaseModule } from '../../../src/database/database.module.js';
import { type RunningDatabase, startDatabase } from '../../../src/database/start-database.js';
import { HealthModule } from '../../../src/health/health.module.js';
import { holdToContract } from '../../support/contract/hold-to-contract.js';

/** Its own server, since the last test stops it. */
const dataDir = mkdtempSync(join(tmpdir(), 'health-'));
let database: RunningDatabase;
let app: NestFastifyApplication;

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

beforeAll(async () => {
  database = await startDatabase({ dataDir }, { share: false, log: () => {} });
  app = await createHttpApp(
    { module: class HealthOnly {}, imports: [DatabaseModule.connect(database.connection), HealthModule] },
    { logLevel: 'debug' },
    { write: (line) => void lines.push(JSON.parse(line) as Line) },
  );
  holdToContract(app.getHttpServer());
  await app.listen(0, '127.0.0.1');
});

afterAll(async () => {
  await app.close();
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('Health', () => {
  beforeEach(() => lines.splice(0));

  it('is live, and is never cached', async () => {
    const response = await request(app.getHttpServer()).get('/health/live');
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ status: 'ok' });
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['etag']).toBeUndefined();
  });

  it('is ready while the database responds', async () => {
    const response = await request(app.getHttpServer()).get('/health/ready');
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ status: 'ok', database: { status: 'ok', ms: expect.any(Number) } });
  });

  it('is in the log at debug while all is well, and otherwise like any other answer', async () => {
    await request(app.getHttpServer()).get('/health/live');
    await request(app.getHttpServer()).head('/health/ready');
    await request(app.getHttpServer()).get('/health/other');
    expect(answered()).toEqual([
      { route: '/health/live', status: 200, level: DEBUG },
      { route: '/health/ready', status: 200, level: DEBUG },
      { route: 'none', status: 404, level: INFO },
    ]);
  });

  it('is live but not ready once the database is gone, and says when to try again', async () => {
    await database.stop();
    expect((await request(app.getHttpServer()).get('/health/live')).status).toBe(200);
    const response = await request(app.getHttpServer()).get('/health/ready');
    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(answered()).toEqual([
      { route: '/health/live', status: 200, level: DEBUG },
      { route: '/health/ready', status: 503, level: INFO },
    ]);
    expect(response.headers['retry-after']).toBe('5');
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.body).toEqual({
      type: 'urn:treatment-navigator:problem:unavailable',
      title: 'Not available at the moment',
      status: 503,
      detail: 'The database is not responding.',
      requestId: response.headers['x-request-id'],
    });
  });
});
