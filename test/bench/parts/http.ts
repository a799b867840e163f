import autocannon from 'autocannon';
import type { BenchPart } from '../bench-part.js';
import { median } from '../bench-part.js';
import { BENCH_REQUESTS } from '../http/bench-requests.js';
import { nationalDatabase } from '../national-database.js';
import { ServiceUnderTest } from '../service-under-test.js';

const CONNECTIONS = 32;
/** Long enough for each connection to be answered some times. */
const SECONDS = { least: 4, most: 60 };
const ANSWERS_A_CONNECTION = 3;
const ROUNDS = 3;
const QUIET_MS = 50;

/** Explained matches over HTTP beside the same adapter's answer of the same bytes without a match. */
export const http: BenchPart = {
  name: 'http',
  about: `explained matches of the national directory over HTTP, ${CONNECTIONS} connections, against a constant answer of the same size`,
  targets: [
    {
      what: 'explained match over HTTP on the national directory against a validated POST with a constant answer of the same size',
      figure: 'share of its requests a second',
      bound: { atLeast: 0.5 },
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
      const sizes: Record<string, number> = {};
      for (const { what, headers, body } of BENCH_REQUESTS)
        sizes[`bytes of an answer, ${what}`] = (await service.post('/v1/matches', body, headers)).length;
      const seconds = await secondsFor(service);
      const load = async (path: string) => {
        await untilQuiet(service);
        return loaded(service.address, path, seconds);
      };
      // The first of each only warms up.
      await load('/v1/matches');
      await load('/bench/constant');
      const matches: autocannon.Result[] = [];
      const constants: autocannon.Result[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        matches.push(await load('/v1/matches'));
        constants.push(await load('/bench/constant'));
      }
      const of = (results: autocannon.Result[], read: (result: autocannon.Result) => number) =>
        median(results.map(read));
      return {
        ...sizes,
        'matches a second': of(matches, perSecond),
        'constant answers a second': of(constants, perSecond),
        'share of its requests a second': of(matches, perSecond) / of(constants, perSecond),
        'match p50 ms': of(matches, ({ latency }) => latency.p50),
        'match p99 ms': of(matches, ({ latency }) => latency.p99),
        'constant p50 ms': of(constants, ({ latency }) => latency.p50),
        'constant p99 ms': of(constants, ({ latency }) => latency.p99),
      };
    } finally {
      await service.stop();
    }
  },
};

/** Answered within the time, not per full second: a slow engine answers fewer than one a second. */
function perSecond({ requests, duration }: autocannon.Result): number {
  return requests.total / duration;
}

async function secondsFor(service: ServiceUnderTest): Promise<number> {
  const from = performance.now();
  for (const { headers, body } of BENCH_REQUESTS) await service.post('/v1/matches', body, headers);
  const each = (performance.now() - from) / 1000 / BENCH_REQUESTS.length;
  return Math.min(
    SECONDS.most,
    Math.max(SECONDS.least, Math.ceil(each * CONNECTIONS * ANSWERS_A_CONNECTION)),
  );
}

/** What was asked when a load ended is still worked on, and would slow the next one. */
async function untilQuiet(service: ServiceUnderTest): Promise<void> {
  for (let quick = 0; quick < 5;) {
    const from = performance.now();
    await service.post('/bench/constant', BENCH_REQUESTS[0]!.body);
    quick = performance.now() - from < QUIET_MS ? quick + 1 : 0;
  }
}

async function loaded(address: string, path: string, duration: number): Promise<autocannon.Result> {
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration,
    timeout: 60,
    requests: BENCH_REQUESTS.map(({ headers, body }) => ({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })),
  });
  if (result.requests.total === 0) throw new Error(`${path}: nothing was answered within ${duration} s.`);
  if (result.non2xx + result.errors > 0)
    throw new Error(`${path}: ${result.non2xx} answers that are no 200, ${result.errors} errors.`);
  return result;
}
