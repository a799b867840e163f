import autocannon from 'autocannon';
import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { BenchPart, Figures } from '../bench-part.js';
import { median } from '../bench-part.js';
import { BENCH_FORMS, type BenchForm, type BenchRequest, requestsIn } from '../http/bench-requests.js';
import type { Usage } from '../http/usage.controller.js';
import { nationalDatabase } from '../national-database.js';
import { ServiceUnderTest } from '../service-under-test.js';

const CONNECTIONS = 32;
/** Of answers: enough for each connection to be answered some times. */
const LEAST_ANSWERS = 4 * CONNECTIONS;
const SECONDS = 4;
const ROUNDS = 3;
const QUIET_MS = 50;
/** What the load asks for; the service compresses for nearly every client. */
const ACCEPTED = { 'accept-encoding': 'br' };

const most = (form: BenchForm, figure: string, atMost: number, unit: string) => ({
  what: `${figure} of a ${form} match over HTTP on the national directory`,
  figure: `${form}: ${figure}`,
  bound: { atMost },
  unit,
});

/** Explained matches over HTTP beside the same adapter's answer of the same bytes without a match. */
export const http: BenchPart = {
  name: 'http',
  about: `explained matches of the national directory over HTTP, ${CONNECTIONS} connections, against a constant answer of the same size`,
  targets: [
    most('full', 'CPU ms', 3, 'ms'),
    most('small', 'CPU ms', 1.5, 'ms'),
    {
      what: 'explained match over HTTP on the national directory against a validated POST with a constant answer of the same size',
      figure: 'full: share of the constant answers a second',
      bound: { atLeast: 0.3 },
      unit: '×',
    },
    most('full', 'bytes on the wire', 25_000, 'bytes'),
    most('default', 'bytes on the wire', 15_000, 'bytes'),
    most('small', 'bytes on the wire', 6_000, 'bytes'),
    most('full', 'p99 ÷ p50', 2, '×'),
  ],
  prepare: nationalDatabase,
  async measure(setting) {
    const service = await ServiceUnderTest.start(
      'test/bench/http/bench-server.js',
      await nationalDatabase(setting),
    );
    try {
      let figures: Figures = {};
      for (const form of Object.keys(BENCH_FORMS) as BenchForm[])
        figures = { ...figures, ...(await measureForm(service, form)) };
      const { residentBytes } = await usageOf(service);
      return { ...figures, 'MB resident after the load': residentBytes / 2 ** 20 };
    } finally {
      await service.stop();
    }
  },
};

async function measureForm(service: ServiceUnderTest, form: BenchForm): Promise<Figures> {
  const requests = requestsIn(form);
  const sizes = [];
  for (const one of requests) sizes.push(await bytesOnTheWire(service, one));
  const matchAmount = await warmedUp(service, '/v1/matches', requests);
  const constantAmount = await warmedUp(service, `/bench/constant/${form}`, requests);
  const matches: Loaded[] = [];
  const constants: Loaded[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    matches.push(await load(service, '/v1/matches', requests, matchAmount));
    constants.push(await load(service, `/bench/constant/${form}`, requests, constantAmount));
  }
  const of = (results: Loaded[], read: (result: Loaded) => number) => median(results.map(read));
  return {
    [`${form}: bytes on the wire`]: median(sizes),
    [`${form}: CPU ms`]: of(matches, ({ cpuMs }) => cpuMs),
    [`${form}: CPU ms of the constant answer`]: of(constants, ({ cpuMs }) => cpuMs),
    [`${form}: matches a second`]: of(matches, ({ perSecond }) => perSecond),
    [`${form}: share of the constant answers a second`]: median(
      matches.map(({ perSecond }, round) => perSecond / constants[round]!.perSecond),
    ),
    [`${form}: p50 ms`]: of(matches, ({ p50 }) => p50),
    [`${form}: p99 ÷ p50`]: of(matches, ({ p50, p99 }) => p99 / p50),
  };
}

/** What one load came to. `cpuMs` is of the service, for one answer. */
interface Loaded {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly p50: number;
  readonly p99: number;
}

/** Loads for some seconds, and returns how many answers a round of about as long takes. */
async function warmedUp(
  service: ServiceUnderTest,
  path: string,
  requests: readonly BenchRequest[],
): Promise<number> {
  const first = await load(service, path, requests, LEAST_ANSWERS);
  const { perSecond } = await load(service, path, requests, amountFor(first.perSecond));
  return amountFor(perSecond);
}

function amountFor(perSecond: number): number {
  return Math.max(LEAST_ANSWERS, Math.round(perSecond * SECONDS));
}

/** A number of answers, not a time: what was asked when a time ends is still worked on, and is not counted. */
async function load(
  service: ServiceUnderTest,
  path: string,
  requests: readonly BenchRequest[],
  amount: number,
): Promise<Loaded> {
  await untilQuiet(service);
  const before = await usageOf(service);
  const began = performance.now();
  const { latency, non2xx, errors, timeouts } = await autocannon({
    url: service.address,
    connections: CONNECTIONS,
    amount,
    timeout: 120,
    requests: requests.map(({ headers, body }) => ({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', ...ACCEPTED, ...headers },
      body: JSON.stringify(body),
    })),
  });
  const seconds = (performance.now() - began) / 1000;
  const after = await usageOf(service);
  if (non2xx + errors + timeouts > 0)
    throw new Error(`${path}: ${non2xx} answers that are no 200, ${errors + timeouts} errors.`);
  return {
    perSecond: amount / seconds,
    cpuMs: (after.cpuMs - before.cpuMs) / amount,
    p50: latency.p50,
    p99: latency.p99,
  };
}

/** The collector may still be at work for the last load, and would slow the next one. */
async function untilQuiet(service: ServiceUnderTest): Promise<void> {
  for (let quick = 0, tried = 0; quick < 5 && tried < 100; tried++) {
    const from = performance.now();
    await usageOf(service);
    quick = performance.now() - from < QUIET_MS ? quick + 1 : 0;
  }
}

async function usageOf(service: ServiceUnderTest): Promise<Usage> {
  return (await (await fetch(`${service.address}/bench/usage`)).json()) as Usage;
}

/** The body of an answer as it is sent; `fetch` would show it unpacked. */
function bytesOnTheWire(service: ServiceUnderTest, { headers, body }: BenchRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    request(
      `${service.address}/v1/matches`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...ACCEPTED, ...headers } },
      (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`A match was answered ${answer.statusCode}.`));
        buffer(answer).then(({ length }) => resolve(length), reject);
      },
    )
      .on('error', reject)
      .end(JSON.stringify(body));
  });
}
