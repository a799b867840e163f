import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeClientAccess } from './client-access.js';
import type { Connection } from './connection.js';
import { isElsewhere, releaseLock, takeLock } from './data-folder-lock.js';
import { DatabaseStartError, DataFolderInUseError } from './database-start-error.js';
import { embeddedBinaries } from './embedded-binaries.js';
import { makeCluster } from './make-cluster.js';
import {
  answersIn,
  askToStop,
  readPostmaster,
  readyPostmaster,
  removeClusterSocket,
  removeRemains,
  worksOn,
} from './postmaster.js';
import { serverAccount, warningAbout } from './server-account.js';
import { connectionTo, ServerDidNotStart, type ServerProcess, startServerProcess } from './server-process.js';
import { removeOldClusters, upgradeCluster } from './upgrade-cluster.js';

/** The PostgreSQL that comes with this package, running on a data folder. */
export interface EmbeddedServer {
  connection: Connection;
  /** Whether another process owns it; then `stop` does not stop it. */
  shared: boolean;
  /** Resolves with a sentence if the server ends unexpectedly. Never for a shared one. */
  lost: Promise<string>;
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Absolute path; created if missing. One process at a time uses it; another one is refused, in a container too. */
  dataDir: string;
  log: (line: string) => void;
  /** Called once this process owns the folder and the programs run: what remains is to wait for them. */
  whileStarting?: () => void;
  /**
   * Use a running server on the same folder instead of refusing. The server ends with its owner: from then on
   * statements of the sharing process fail and its open transactions are rolled back.
   */
  share?: boolean;
  /** Settings of postgresql.conf instead of ours; tests use them to trade durability for speed. */
  settings?: Record<string, string>;
}

const POLL_MS = 50;
/** How long an earlier server may take to stop, or the owner of a folder to become ready. */
const TIMEOUT_MS = 60_000;
const NEVER = new Promise<never>(() => {});
const UNUSABLE_FOLDER = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOTDIR',
  'EEXIST',
  'ENOTSUP',
]);

/**
 * Starts a PostgreSQL on a data folder, created on first use, or joins the one that runs there (`share`). Reachable by
 * a Unix socket only. Throws `DataFolderInUseError` and `DatabaseStartError`.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dataDir, share = false } = options;
  try {
    mkdirSync(dataDir, { recursive: true });
    const deadline = Date.now() + TIMEOUT_MS;
    for (;;) {
      const holder = await takeLock(lockFile(dataDir));
      if (!holder) return await startOwn(options);
      // The socket of a server in another container cannot be reached from here.
      if (!share || isElsewhere(holder))
        throw new DataFolderInUseError(dataDir, holder.pid, isElsewhere(holder));
      const connection = runningServer(dataDir);
      if (connection) return { connection, shared: true, lost: NEVER, stop: async () => {} };
      if (Date.now() > deadline) throw new DataFolderInUseError(dataDir, holder.pid);
      await wait(POLL_MS);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof DatabaseStartError || !UNUSABLE_FOLDER.has(code ?? '')) throw error;
    throw new DatabaseStartError(
      `The data folder ${dataDir} cannot be used: ${message}. ` +
        'Allow this account to write there, free some disk space, or set DATA_DIR to another folder.',
      { cause: error },
    );
  }
}

/** The connection to the server that runs on a data folder, if one does. */
export function runningServer(dataDir: string): Connection | undefined {
  const postmaster = readyPostmaster(clusterFolder(dataDir));
  return postmaster && connectionTo(postmaster);
}

/** The lock is held until the server is stopped; if it does not start, the lock is released at once. */
async function startOwn(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dataDir } = options;
  let server: ServerProcess;
  try {
    server = await startOnCluster(options);
  } catch (error) {
    releaseLock(lockFile(dataDir));
    throw error;
  }
  let stopped = false;
  const loss = async (): Promise<string> => {
    const how = await server.ended;
    if (stopped) return NEVER;
    return `The embedded PostgreSQL in ${dataDir} ended unexpectedly (${how}).`;
  };
  return {
    connection: connectionTo(server),
    shared: false,
    lost: loss(),
    stop: async () => {
      if (stopped) return;
      stopped = true;
      await server.stop();
      removeOldClusters(dataDir);
      releaseLock(lockFile(dataDir));
    },
  };
}

async function startOnCluster({
  dataDir,
  log,
  whileStarting,
  settings = {},
}: EmbeddedServerOptions): Promise<ServerProcess> {
  const cluster = clusterFolder(dataDir);
  const account = serverAccount(cluster);
  const warning = warningAbout(account);
  if (warning !== undefined) log(warning);
  const binaries = embeddedBinaries(account, dataDir);
  whileStarting?.();
  const deadline = Date.now() + TIMEOUT_MS;
  await settlePredecessor(cluster, deadline);
  await upgradeCluster({ dataDir, cluster, binaries, account, settings, log });
  await makeCluster(cluster, binaries.initdb, account, settings.fsync !== 'off');
  writeClientAccess(cluster, account);
  for (;;) {
    try {
      return await startServerProcess({ cluster, binaries, account, settings, log });
    } catch (error) {
      if (!(error instanceof ServerDidNotStart)) throw error;
      // After kill -9 of postgres alone, its sessions finish their statements first and hold its memory.
      if (!error.complaint.includes('shared memory block') || Date.now() > deadline) {
        throw new DatabaseStartError(
          `The embedded PostgreSQL in ${dataDir} did not start: ${error.complaint}`,
          { cause: error },
        );
      }
      await wait(POLL_MS);
    }
  }
}

/**
 * A server that outlived its killed Node process is told to stop, and this waits for it; the remains of a killed server
 * are removed.
 */
async function settlePredecessor(cluster: string, deadline: number): Promise<void> {
  const postmaster = readPostmaster(cluster);
  if (postmaster) {
    const { pid } = postmaster;
    if (worksOn(pid, cluster)) askToStop(pid);
    // One in another container has a number that means nothing here; its socket tells that it is there.
    while (worksOn(pid, cluster) || (await answersIn(cluster))) {
      if (Date.now() > deadline) {
        throw new DatabaseStartError(
          `An earlier PostgreSQL (process ${pid}) is still using ${cluster} and does not stop. ` +
            'End it, or set DATA_DIR to another folder.',
        );
      }
      await wait(POLL_MS);
    }
    removeRemains(cluster, postmaster);
  }
  removeClusterSocket(cluster);
}

function clusterFolder(dataDir: string): string {
  return join(dataDir, 'postgresql');
}

function lockFile(dataDir: string): string {
  return join(dataDir, 'treatment-navigator.lock');
}
