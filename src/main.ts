import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import { buildId } from './config/build-id.js';
import { type Env, readEnv } from './config/env.js';
import { StartError } from './config/start-error.js';
import { today } from './config/today.js';
import { startDatabase } from './database/start-database.js';
import { fatalErrorLine } from './http/logging/fatal-error.js';
import { listen, welcome } from './start/listen.js';
import { beginFirstBuild } from './matching/live/first-build.js';

/** How long open requests may take to end when the service stops. */
const CLOSE_TIMEOUT_MS = 10_000;
const READY_CHECK_MS = 20;
/**
 * npm forwards a Ctrl-C that the terminal has already sent to this process: one keystroke, two signals. On a busy machine
 * the second arrives late.
 */
const ECHO_MS = 2000;
/** Exit code that a shell reports for a program ended by Ctrl-C. */
const INTERRUPTED = 130;

/** What to close at the end, in reverse order of opening. */
const open: (() => Promise<void>)[] = [];
let endingSince: number | undefined;

async function start(): Promise<void> {
  const env = readEnv();
  const log = (line: string): void => {
    if (['info', 'debug', 'trace'].includes(env.logLevel)) console.log(line);
  };
  log(env.databaseUrl === undefined ? 'Starting PostgreSQL…' : 'Connecting to the database…');
  let loading: Promise<void> | undefined;
  const database = await startDatabase(env, {
    share: false,
    log,
    waitMs: env.databaseWaitMs,
    // If the database is refused, the start does not wait for all rooms to be loaded.
    whileStarting: () => {
      loading = loadRooms();
      loading.catch(() => undefined);
    },
  });
  open.push(() => database.stop());
  void database.lost.then((sentence) => end(1, `${sentence} Start again: nothing that was saved is lost.`));
  // Loading blocks the event loop for seconds: a connection opened in the meantime would time out.
  await loading;
  const { migrate } = await import('./database/migrate.js');
  await migrate(database.connection, log, { migrates: env.migrates });
  const { firstStart } = await import('./start/seed-empty-database.js');
  await firstStart(database.connection, log);
  log('Reading the directory into memory…');
  const { connectionOfService } = await import('./database/service-role.js');
  const connection =
    env.databaseUrl === undefined ? await connectionOfService(database.connection) : database.connection;
  const file = env.indexFile === undefined ? undefined : { path: env.indexFile, build: buildId() };
  const firstBuild = beginFirstBuild({ connection, day: today(), file }, log);
  const { createApp } = await import('./create-app.js');
  const app = await createApp({ connection, env, firstBuild });
  open.push(() => inTime(app.close()));
  const { firstKeyInstructions } = await import('./access/first-key.js');
  const { DataSource } = await import('typeorm');
  const firstKey = await firstKeyInstructions(app.get(DataSource));
  if (firstKey !== undefined) log(firstKey);
  await publishMetrics(app, env);
  const address = await listen(app, env);
  // Otherwise the first match would wait for them.
  const { allPostalCodes } = await import('./directory/postal-codes.js');
  allPostalCodes();
  const { Readiness } = await import('./health/readiness.js');
  await untilReady(app.get(Readiness));
  if (endingSince === undefined) console.log(welcome(address, performance.now()));
}

async function publishMetrics(app: INestApplication, { host, metricsPort: port }: Env): Promise<void> {
  if (port === undefined) return;
  const { Metrics } = await import('./metrics/metrics.js');
  const { serveMetrics } = await import('./start/serve-metrics.js');
  const server = await serveMetrics(app.get(Metrics), { host, port });
  open.push(() => server.close());
  console.log(`Metrics at ${server.address}/metrics`);
}

/** Until `/health/ready` is 200, or the service ends. */
async function untilReady(readiness: { isReady(): boolean }): Promise<void> {
  while (!readiness.isReady()) {
    if (endingSince !== undefined) return;
    await sleep(READY_CHECK_MS);
  }
}

/**
 * Loads the code of all rooms, which keeps one processor busy for seconds while PostgreSQL starts on another. The rooms
 * are loaded one by one, so that PostgreSQL is checked in between.
 */
async function loadRooms(): Promise<void> {
  await import('./database/migrate.js');
  await import('./start/seed-empty-database.js');
  await import('./create-app.js');
}

/** Closes everything and ends the process, with a message unless the user requested it. */
async function end(exitCode: number, sentence?: string): Promise<void> {
  if (endingSince !== undefined) return;
  endingSince = performance.now();
  if (sentence !== undefined) console.error(sentence);
  for (const close of open.reverse()) {
    try {
      await close();
    } catch (error) {
      console.error(fatalErrorLine(error));
    }
  }
  process.exit(exitCode);
}

/** Resolves when the promise does, or at the timeout. */
async function inTime(promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_TIMEOUT_MS);
  });
  await Promise.race([promise, tooLate]);
  clearTimeout(timer);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (endingSince === undefined) void end(0);
    // A second one does not wait; the embedded server then stops by itself, as when Node is killed.
    else if (performance.now() - endingSince > ECHO_MS) process.exit(INTERRUPTED);
  });
}

process.on('uncaughtException', (error) => {
  console.error(fatalErrorLine(error));
  void end(1);
});

try {
  await start();
} catch (error) {
  // Errors while the service is being stopped are caused by that.
  if (error instanceof StartError) await end(1, error.message);
  else if (endingSince === undefined) {
    console.error(fatalErrorLine(error));
    await end(1);
  }
}
