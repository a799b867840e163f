import { setTimeout as wait } from 'node:timers/promises';
import { BENCH_REQUESTS } from '../http/bench-requests.js';
import { type BenchPart, percentile } from '../bench-part.js';
import { nationalDatabase } from '../national-database.js';
import { ServiceUnderTest } from '../service-under-test.js';

const PEOPLE = 4;
const WARM_UP_MS = 3_000;
const SPAN_MS = 10_000;
/** So that much of the second span, and not one moment of it, is spent rebuilding. */
const REBUILD_EVERY_MS = 2_000;

/** How long a match takes while the directory is read and the index built again, beside how long it takes at rest. */
export const rebuild: BenchPart = {
  name: 'rebuild',
  about: `p99 of matches of ${PEOPLE} people at once while the index is rebuilt every ${REBUILD_EVERY_MS / 1000} s`,
  targets: [
    {
      what: 'p99 of matches while the index is rebuilt against the p99 at rest',
      figure: 'times the p99 at rest',
      bound: { atMost: 3 },
      unit: '×',
    },
  ],
  prepare: nationalDatabase,
  async measure(setting) {
    const service = await ServiceUnderTest.start(
      'test/bench/http/bench-server.js',
      await nationalDatabase(setting),
    );
    try {
      await askFor(service, WARM_UP_MS);
      const atRest = await askFor(service, SPAN_MS);
      const asking = new AbortController();
      const rebuilding = (async () => {
        while (!asking.signal.aborted) {
          await fetch(`${service.address}/bench/rebuild`, { method: 'POST' });
          await wait(REBUILD_EVERY_MS);
        }
      })();
      const whileRebuilt = await askFor(service, SPAN_MS);
      asking.abort();
      await rebuilding;
      return {
        'p99 ms at rest': percentile(atRest, 99),
        'p99 ms while rebuilt': percentile(whileRebuilt, 99),
        'longest ms while rebuilt': Math.max(...whileRebuilt),
        'times the p99 at rest': percentile(whileRebuilt, 99) / percentile(atRest, 99),
      };
    } finally {
      await service.stop();
    }
  },
};

/** Some people ask one request after another; returns the milliseconds of each. */
async function askFor(service: ServiceUnderTest, ms: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + ms;
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, person) => {
      for (let i = person; performance.now() < end; i++) {
        const { headers, body } = BENCH_REQUESTS[i % BENCH_REQUESTS.length]!;
        const from = performance.now();
        await service.post('/v1/matches', body, headers);
        times.push(performance.now() - from);
      }
    }),
  );
  return times;
}
