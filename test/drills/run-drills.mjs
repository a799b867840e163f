// The long searches and drills, each of which the suite runs in a small form: `npm run drills`, or some of them by
// name, `npm run drills -- fuzz kills`. Prints a line for each; failures are kept in the file that the line names.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const seed = process.env.DRILL_SEED ?? String(randomInt(1, 2 ** 31));
const logs = mkdtempSync(join(tmpdir(), 'navigator-drills-'));

/** What a drill runs: specs with the variables that make them large, a number of times; or a program of the bench. */
const DRILLS = {
  sheets: {
    what: '100,000 random sheets of answers, for each property of flags and levels of care',
    specs: ['test/properties/assessment'],
    env: { SEARCH_TIMES: '1000' },
  },
  'sheets-over-http': {
    what: '2,000 random sheets of answers over HTTP, in both languages, and the matches that they hold',
    specs: ['test/e2e/assessments/answer-sheets'],
    env: { SEARCH_TIMES: '100' },
  },
  ranking: {
    what: 'the index against the plain ranking, matching, ranks and hours, 50 times as many cases',
    specs: ['test/properties/(index|ranks|matching|hours)'],
    env: { SEARCH_TIMES: '50' },
  },
  'answer-texts': {
    what: 'the bytes of answers against their objects, 5,000 needs and their pages',
    specs: ['test/properties/answer-texts'],
    env: { SEARCH_TIMES: '50' },
  },
  instruments: {
    what: 'instruments and questionnaires, 50 times as many',
    specs: ['test/properties/(instruments|questionnaires)'],
    env: { SEARCH_TIMES: '50' },
  },
  desk: {
    what: 'sequences of acts at the evidence desk, 20 times as many, in memory and over HTTP',
    specs: ['test/properties/evidence-desk', 'test/e2e/evidence/desk-sequences'],
    env: { SEARCH_TIMES: '20' },
  },
  fuzz: {
    what: '20,000 requests of every kind that the contract allows and refuses',
    specs: ['test/e2e/http/fuzz'],
    env: { FUZZ_REQUESTS: '20000', FUZZ_SEED: seed },
  },
  'fuzz-outward': {
    what: '20,000 requests to HSDS, FHIR and the exports',
    specs: ['test/e2e/http/fuzz'],
    env: { FUZZ_REQUESTS: '20000', FUZZ_SEED: seed, FUZZ_ADDRESSES: '^/(hsds|fhir|v1/exports)' },
  },
  'next-edition': {
    what: 'the national directory and a made-up next edition: 200 observations planted, no wrong link',
    specs: ['test/e2e/interchange/next-edition'],
    env: { NEXT_EDITION_STATES: 'all', NEXT_EDITION_SEED: seed },
  },
  sources: {
    what: '20,000 odd rows of HSDS and of the Meeting Guide',
    specs: ['test/properties/sources'],
    env: { SEARCH_TIMES: '100' },
  },
  'added-lists': {
    what: 'the national directory and every list that only adds to it, imported in two orders',
    specs: ['test/e2e/interchange/doors'],
    env: { ADDED_LISTS: 'national' },
  },
  'why-not': {
    what: 'near misses of 200 requests',
    specs: ['test/e2e/matching/why-not'],
    env: { WHY_NOT_REQUESTS: '200' },
  },
  kills: {
    what: 'the service, its PostgreSQL and its writers killed, 10 times over',
    specs: [
      'test/e2e/start/start',
      'src/database/(embedded-server|data-folder-lock)',
      'test/e2e/feed/following',
    ],
    times: 10,
  },
  imports: {
    what: 'twenty imports killed in the middle',
    specs: ['test/e2e/interchange/killed-imports'],
    env: { IMPORT_KILLS: '20' },
  },
  failover: {
    what: 'the database, Redis and the issuer of tokens lost and found again, 10 times over',
    specs: [
      'test/e2e/matching/live',
      'test/e2e/limits/shared-rates',
      'test/e2e/access/(people|keys-without)',
    ],
    times: 10,
  },
  upgrade: {
    what: 'a data folder of PostgreSQL 17 upgraded to the one of this package (skipped where npm has no 17)',
    program: 'upgrade.js',
  },
  standby: {
    what: 'a primary lost behind HAProxy, its standby promoted, the old primary back; a service through PgBouncer',
    script: 'failover.mjs',
  },
  load: {
    what: 'two processes under load: 10,000 edits, answers checked, the database killed',
    program: 'live.js',
  },
  feed: {
    what: 'two processes, 10,000 changes, followers of the feed and of webhooks that are killed',
    program: 'feed.js',
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => DRILLS[name] === undefined);
if (unknown.length > 0) {
  console.error(`No drill is called ${unknown.join(', ')}. They are: ${Object.keys(DRILLS).join(', ')}.`);
  process.exit(2);
}

console.log(`Seed ${seed} (DRILL_SEED repeats it); logs in ${logs}.`);
for (const name of asked.length > 0 ? asked : Object.keys(DRILLS)) {
  const begins = performance.now();
  const { passes, counted, log } = DRILLS[name].specs ? runSpecs(name) : runProgram(name);
  const seconds = Math.round((performance.now() - begins) / 1000);
  console.log(
    `${passes ? 'passed' : 'FAILED'}  ${name}: ${DRILLS[name].what}. ${counted}${seconds} s.${passes ? '' : ` See ${log}`}`,
  );
  if (!passes) process.exitCode = 1;
}

function runSpecs(name) {
  const { specs, env = {}, times = 1 } = DRILLS[name];
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const log = join(logs, `${name}.log`);
  for (let time = 0; time < times; time++) {
    const report = join(logs, `${name}-${time}.json`);
    const paths = specs.map((path) => `dist/${path}`);
    run(['node_modules/jest/bin/jest.js', ...paths, '--json', `--outputFile=${report}`], log, {
      SEARCH_SEED: String(Number(seed) + time),
      ...env,
    });
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = reportIn(report);
    counts.passed += numPassedTests;
    counts.failed += numFailedTests + numRuntimeErrorTestSuites;
    counts.skipped += numPendingTests;
  }
  const { passed, failed, skipped } = counts;
  return {
    passes: passed > 0 && failed === 0,
    counted: `${passed} passed, ${failed} failed, ${skipped} skipped, `,
    log,
  };
}

function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numRuntimeErrorTestSuites: 0 };
  }
}

function runProgram(name) {
  const log = join(logs, `${name}.log`);
  const { program, script } = DRILLS[name];
  const status = run(
    [script ? join('test/drills', script) : join('dist/test/bench/shows', program)],
    log,
    {},
  );
  return { passes: status === 0, counted: '', log };
}

function run(args, log, env) {
  const output = openSync(log, 'a');
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  return status;
}
