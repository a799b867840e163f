import { setTimeout as wait } from 'node:timers/promises';
import { LimitedApp } from './limited-app.js';

const BOUND_MS = 400;
const MATCH = { method: 'POST', url: '/v1/matches' } as const;
const READ = { method: 'GET', url: '/v1/things' } as const;
const HEALTH = { method: 'GET', url: '/health/live' } as const;

let app: LimitedApp;
beforeAll(async () => {
  app = await LimitedApp.open({ rates: { public: 1_000_000 }, shedAboveMs: BOUND_MS });
});
afterAll(() => app.close());

/** Responses to requests that arrive in a round of the event loop in which others have worked for this long. */
async function afterWorkOf(ms: number, ...requests: (typeof MATCH | typeof READ | typeof HEALTH)[]) {
  // A new round, right after its beat.
  await wait(30);
  for (const began = performance.now(); performance.now() - began < ms;);
  return Promise.all(requests.map((request) => app.app.inject(request)));
}

describe('When a round of the event loop takes too long', () => {
  it('matches of this round are refused at once with a problem, while reads and health are answered', async () => {
    const [match, read, health] = await afterWorkOf(BOUND_MS + 20, MATCH, READ, HEALTH);
    expect([match?.statusCode, read?.statusCode, health?.statusCode]).toEqual([503, 200, 200]);
    expect(match?.json()).toEqual({
      type: 'urn:treatment-navigator:problem:unavailable',
      title: 'Not available at the moment',
      status: 503,
      detail: 'The service is overloaded. Try again shortly.',
      requestId: match?.headers['x-request-id'],
    });
    expect(match?.headers).toMatchObject({ 'retry-after': '2', 'access-control-allow-origin': '*' });
    // A refused request costs no points.
    expect(match?.headers['ratelimit']).toBeUndefined();
  });

  it('reads are refused when it takes twice as long, and health never is', async () => {
    const answers = await afterWorkOf(2 * BOUND_MS + 20, READ, HEALTH);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 200]);
  });

  it('the next round is answered again, and the log says it once', async () => {
    await afterWorkOf(BOUND_MS + 20, MATCH);
    while ((await afterWorkOf(0, MATCH))[0]?.statusCode !== 200);
    expect(app.said).toEqual([
      expect.stringMatching(/^The event loop is \d+ ms late: requests are refused until/),
    ]);
  });
});
