import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LimitedApp } from './limited-app.js';

let app: LimitedApp;
beforeAll(async () => {
  app = await LimitedApp.open({ rates: { public: 1_000_000 }, shedAboveMs: 25 });
});
afterAll(() => app.close());

let isBusy = false;
afterEach(() => {
  isBusy = false;
});

/** Works in pieces of so many milliseconds, one a turn of the event loop, as matches do under load. */
function keepBusy(ms: number): void {
  isBusy = true;
  const turn = () => {
    for (const began = performance.now(); performance.now() - began < ms;);
    if (isBusy) setImmediate(turn);
  };
  setImmediate(turn);
}

async function until(status: number, send: () => PromiseLike<{ status: number }>): Promise<void> {
  while ((await send()).status !== status) await wait(10);
}

const match = () => app.post('/v1/matches');

describe('While the event loop is late', () => {
  it('matches are refused at once with a problem, reads only when it is later still, and health is answered', async () => {
    await until(200, match);
    keepBusy(50);
    await until(503, match);
    const { body, headers } = await match();
    expect(body).toEqual({
      type: 'urn:treatment-navigator:problem:unavailable',
      title: 'Not available at the moment',
      status: 503,
      detail: 'This service is asked for more than it can answer in time. Try again shortly.',
      requestId: headers['x-request-id'],
    });
    expect(headers).toMatchObject({ 'retry-after': '2', 'access-control-allow-origin': '*' });
    // Nobody pays for what is refused here.
    expect(headers['ratelimit']).toBeUndefined();
    expect((await app.get('/health/live')).status).toBe(200);
    isBusy = false;
    await until(200, match);

    keepBusy(100);
    await until(503, () => app.get());
    expect((await app.get('/health/live')).status).toBe(200);
    isBusy = false;
    await until(200, () => app.get());
    expect(
      app.said.filter((line) => /^The event loop is \d+ ms late: requests are refused/.test(line)),
    ).toHaveLength(1);
  });
});
