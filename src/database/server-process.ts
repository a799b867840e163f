import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from './connection.js';
import type { EmbeddedBinaries } from './embedded-binaries.js';
import { clusterArgument, SERVER_ENVIRONMENT } from './make-cluster.js';
import {
  CLUSTER_SOCKET_FOLDER,
  makeSocketFolder,
  readPostmaster,
  removeSocketFolder,
  SOCKET_PORT,
} from './postmaster.js';
import type { ServerAccount } from './server-account.js';

/** A running postgres that is a child of this process and ends with it, however this process ends. */
export interface ServerProcess {
  socketFolder: string;
  port: number;
  /** Resolves when postgres has ended, with how: `exit code 1`, `signal SIGKILL`. */
  ended: Promise<string>;
  /** Rolls back open transactions, writes everything to disk and ends postgres. */
  stop(): Promise<void>;
}

/** The superuser's connection to a running server. */
export function connectionTo({ socketFolder, port }: { socketFolder: string; port: number }): Connection {
  return { host: socketFolder, port, user: 'postgres', database: 'postgres' };
}

/** postgres ended before it accepted connections; `complaint` is its error output. */
export class ServerDidNotStart extends Error {
  override name = 'ServerDidNotStart';

  constructor(readonly complaint: string) {
    super(complaint);
  }
}

const POLL_MS = 20;
/** Recovery after a crash takes seconds at most with PostgreSQL's defaults; a slow disk gets more. */
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 30_000;
const LAST_WORDS_MS = 500;

/**
 * `sh -c … sh <socket folder> postgres <arguments>`: becomes postgres, after starting a watcher that reads from
 * descriptor 3. A line on it dismisses the watcher. End of file without a line means that Node is dead, also after kill
 * -9: then the watcher shuts postgres down and cleans up. The watcher is an orphan from the start because postgres must
 * not find a child process that it does not know.
 */
const WATCHED_POSTGRES = `
socket_folder=$1
shift
( (
  read -r _ && exit
  kill -INT $$
  tries=0
  while kill -0 $$ && [ $tries -lt 600 ]; do sleep 0.1; tries=$((tries + 1)); done
  rmdir "$socket_folder"
) <&3 >/dev/null 2>&1 & )
exec "$@" 3<&-`;

const SETTINGS = {
  listen_addresses: '',
  shared_buffers: '128MB',
  max_connections: '60',
  timezone: 'UTC',
  // Only errors that end a session or the server: a failed statement concerns its client only, and may contain data.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
};

/** Starts postgres on a cluster and resolves when it accepts connections. Throws `ServerDidNotStart`. */
export async function startServerProcess(options: {
  cluster: string;
  binaries: EmbeddedBinaries;
  account: ServerAccount | undefined;
  settings: Record<string, string>;
  log: (line: string) => void;
}): Promise<ServerProcess> {
  const { cluster, binaries, account, log } = options;
  const socketFolder = makeSocketFolder(account);
  const settings = {
    ...SETTINGS,
    ...options.settings,
    // The second one tells other containers that the cluster is in use.
    unix_socket_directories: `${socketFolder},${CLUSTER_SOCKET_FOLDER}`,
    port: `${SOCKET_PORT}`,
  };
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      WATCHED_POSTGRES,
      'sh',
      socketFolder,
      binaries.postgres,
      '-D',
      clusterArgument(cluster, account),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd: cluster,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      // Its own session: Ctrl-C in the terminal goes to Node only, which stops postgres last.
      detached: true,
    },
  );
  let isServing = false;
  let complaint = '';
  child.stderr?.on('data', (data: Buffer) => {
    complaint = (complaint + data.toString()).slice(-4000);
    if (isServing) log(data.toString().trimEnd());
  });
  const ended = endOf(child).then((how) => {
    removeSocketFolder(socketFolder);
    return how;
  });
  const server: ServerProcess = {
    socketFolder,
    port: SOCKET_PORT,
    ended,
    stop: async () => {
      isServing = false;
      await shutDown(child, ended);
    },
  };
  await untilReady(cluster, child, ended, () => complaint).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  isServing = true;
  return server;
}

async function endOf(child: ChildProcess): Promise<string> {
  const lifeline = child.stdio[3] as Duplex;
  // The watcher may be gone before it is dismissed.
  lifeline.on('error', () => {});
  return new Promise((resolve) => {
    const settle = (how: string): void => {
      lifeline.end('dismissed\n');
      resolve(how);
    };
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => {
      const how = signal ? `signal ${signal}` : `exit code ${code}`;
      // Its last output may still be on its way; sessions that outlive it for a while must not delay us.
      child.once('close', () => settle(how));
      setTimeout(settle, LAST_WORDS_MS, how).unref();
    });
  });
}

async function untilReady(
  cluster: string,
  child: ChildProcess,
  ended: Promise<string>,
  complaint: () => string,
): Promise<void> {
  let end: string | undefined;
  void ended.then((how) => (end = how));
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (end !== undefined) throw new ServerDidNotStart(complaint().trim() || end);
    const postmaster = readPostmaster(cluster);
    if (postmaster?.pid === child.pid && postmaster?.ready) return;
    if (Date.now() > deadline) throw new ServerDidNotStart(`not ready after ${START_TIMEOUT_MS / 1000} s`);
    await wait(POLL_MS);
  }
}

/** A fast shutdown; if that hangs, an immediate one, from which the next start recovers. */
async function shutDown(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGINT');
  const killTimer = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(killTimer);
}
