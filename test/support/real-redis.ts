import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

const REDIS_URL = process.env.REAL_REDIS_URL ?? 'redis://127.0.0.1:6379';

/** A part of a real Redis for one test file: the keys with its own prefix. */
export interface TestRedis {
  readonly url: string;
  readonly prefix: string;
  /** The existing keys, without the prefix, with the seconds that they remain. */
  keys(): Promise<[string, number][]>;
  /** Removes them and disconnects. */
  close(): Promise<void>;
}

/**
 * A `describe` that needs a Redis or Valkey, at REAL_REDIS_URL or on this machine. None comes with npm: if there is
 * none, its tests are reported as skipped, with the reason in their title.
 */
export async function describeWithRedis(title: string, fn: (redis: TestRedis) => void): Promise<void> {
  const client = new Redis(REDIS_URL, {
    lazyConnect: true,
    connectTimeout: 2_000,
    retryStrategy: () => null,
  }).on('error', () => undefined);
  const answers = await client.connect().then(
    () => true,
    () => false,
  );
  const prefix = `navigator-test:${randomUUID()}:`;
  const names = () => client.keys(`${prefix}*`);
  const redis: TestRedis = {
    url: REDIS_URL,
    prefix,
    keys: async () =>
      Promise.all((await names()).map(async (name) => [name.slice(prefix.length), await client.ttl(name)])),
    close: async () => {
      const left = await names();
      if (left.length > 0) await client.del(left);
      client.disconnect();
    },
  };
  if (answers) describe(title, () => fn(redis));
  else {
    client.disconnect();
    describe.skip(`${title} (skipped: no Redis answers at REAL_REDIS_URL or 127.0.0.1:6379)`, () =>
      fn(redis));
  }
}
