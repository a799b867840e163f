import { setTimeout as wait } from 'node:timers/promises';
import { describeWithRedis } from '../../support/real-redis.js';
import { TcpProxy } from '../../support/tcp-proxy.js';
import { LimitedApp } from './limited-app.js';

const AWAY = /^Redis is not responding \(.+\): this process counts requests on its own until it does\.$/;
const BACK = 'Redis is responding again: all processes count together.';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function open(redisUrl: string, redisPrefix?: string): Promise<LimitedApp> {
  const app = await LimitedApp.open({ rates: { public: 10 }, redisUrl, redisPrefix });
  opened.push(app);
  return app;
}

async function proxyBefore(url?: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(url ?? 'redis://none');
  const proxy = await TcpProxy.before(
    url === undefined ? undefined : { host: hostname, port: Number(port || 6379) },
  );
  opened.push(proxy);
  return proxy;
}

/** Milliseconds of one request, which had to be answered. */
async function duration(app: LimitedApp, address: string): Promise<number> {
  const began = performance.now();
  expect((await app.get('/v1/things', address)).status).toBe(200);
  return performance.now() - began;
}

async function until(isSo: () => unknown): Promise<void> {
  while (!(await isSo())) await wait(50);
}

describe('If Redis is unavailable at the start', () => {
  it('a process starts, counts on its own and logs it once, without a password', async () => {
    const gone = await TcpProxy.before();
    const { port } = gone;
    await gone.close();
    const app = await open(`redis://navigator:s3cret@127.0.0.1:${port}/1`);
    expect(await app.answered(25)).toBe(10);
    expect(app.said).toEqual([expect.stringMatching(AWAY)]);
    expect(app.said[0]).toContain('ECONNREFUSED');
    expect(app.log).not.toContain('s3cret');
  });

  it('a process also starts if the server accepts connections and never responds', async () => {
    const mute = await proxyBefore();
    const app = await open(`redis://127.0.0.1:${mute.port}`);
    expect(await app.answered(25)).toBe(10);
    mute.cut();
    expect(await app.answered(25, () => app.get('/v1/things', '192.0.2.201'))).toBe(10);
    expect(app.said).toEqual([expect.stringMatching(AWAY)]);
  });
});

await describeWithRedis('Processes with one Redis', (redis) => {
  afterAll(() => redis.close());
  let names = 0;
  const prefix = () => `${redis.prefix}${++names}:`;

  it('share a rate to the point', async () => {
    const shared = prefix();
    const [one, other] = [await open(redis.url, shared), await open(redis.url, shared)];
    const [ofOne, ofOther] = await Promise.all([one.answered(15), other.answered(15)]);
    expect([ofOne + ofOther, Math.min(ofOne, ofOther) > 0]).toEqual([10, true]);
    expect((await other.get()).headers['ratelimit']).toMatch(/^"public";r=0;t=\d+$/);
    expect(one.said).toEqual([]);
  });

  it('store a number there for a minute, under a name that is not the address', async () => {
    const mine = prefix();
    const app = await open(redis.url, mine);
    await app.get('/v1/things', '203.0.113.99');
    const keys = (await redis.keys()).filter(([name]) => mine.endsWith(`:${name.split(':')[0]}:`));
    expect(keys).toEqual([[expect.stringMatching(/^\d+:public:[\w-]{22}$/), expect.any(Number)]]);
    const [[name, seconds] = ['', 0]] = keys;
    expect(name).not.toContain('203.0.113');
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('count on their own while it is unavailable, and together once it is back', async () => {
    const shared = prefix();
    const proxy = await proxyBefore(redis.url);
    // Nest logs for the application that was created last.
    const other = await open(redis.url, shared);
    const cutOff = await open(`redis://127.0.0.1:${proxy.port}`, shared);
    expect(await cutOff.answered(6)).toBe(6);
    proxy.cut();
    expect(await cutOff.answered(30)).toBe(10);
    expect(cutOff.said).toEqual([expect.stringMatching(AWAY)]);
    expect(await other.answered(2)).toBe(2);
    proxy.restore();
    await until(async () => {
      await cutOff.get('/v1/things', '192.0.2.200');
      return cutOff.said.length > 1;
    });
    expect(cutOff.said).toEqual([expect.stringMatching(AWAY), BACK]);
    expect(await cutOff.answered(5)).toBe(2);
  });

  it('wait for it when it stops responding, and then no more', async () => {
    const proxy = await proxyBefore(redis.url);
    const app = await open(`redis://127.0.0.1:${proxy.port}`, prefix());
    await duration(app, '192.0.2.1');
    proxy.silence();
    const took: number[] = [];
    for (let host = 2; host < 22; host++) took.push(await duration(app, `192.0.2.${host}`));
    // One or two requests wait some tenths of a second for the server that does not respond; the others do not.
    const [median, longest] = [took.toSorted((a, b) => a - b)[10]!, Math.max(...took)];
    expect(longest / median).toBeGreaterThan(2);
    expect(app.said).toEqual([expect.stringMatching(AWAY)]);
    proxy.restore();
    await until(async () => {
      await app.get('/v1/things', '192.0.2.200');
      return app.said.includes(BACK);
    });
  });
});
