import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseStartError } from './database-start-error.js';
import type { ServerAccount } from './server-account.js';

/** The environment of PostgreSQL's programs, independent of the user's. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * The path of the cluster as the server sees it, with the cluster as working folder. An account other than root may not
 * be able to traverse the path (/root/…), but it may use the folder that it owns.
 */
export function clusterArgument(cluster: string, account: ServerAccount | undefined): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

/**
 * Creates a cluster (a PostgreSQL data folder: UTF-8, built-in C.UTF-8 locale, superuser `postgres`) if there is none.
 * It is created under a temporary name and moved into place when complete, so that a killed process leaves no half
 * cluster. Without `durable` it is not flushed to the disk.
 */
export async function makeCluster(
  cluster: string,
  initdb: string,
  account: ServerAccount | undefined,
  durable: boolean,
): Promise<void> {
  removeDrafts(cluster);
  if (existsSync(cluster)) return;
  const draft = `${cluster}.new-${randomUUID()}`;
  mkdirSync(draft, { mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);
  const problem = await runInitdb(initdb, draft, account, durable);
  if (problem !== undefined) {
    rmSync(draft, { recursive: true, force: true });
    throw new DatabaseStartError(`The embedded PostgreSQL could not create ${cluster}: ${problem}`);
  }
  renameSync(draft, cluster);
  if (durable) flushFolder(dirname(cluster));
}

function removeDrafts(cluster: string): void {
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue;
    try {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true });
    } catch {
      // An initdb that outlived its parent is still writing there; the next start removes it.
    }
  }
}

/** Undefined on success, else the error of initdb. */
async function runInitdb(
  initdb: string,
  folder: string,
  account: ServerAccount | undefined,
  durable: boolean,
): Promise<string | undefined> {
  const child = spawn(
    initdb,
    [
      `--pgdata=${clusterArgument(folder, account)}`,
      '--username=postgres',
      '--auth-local=trust',
      '--auth-host=reject',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd: folder,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += text));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) =>
      resolve(code === 0 ? undefined : complaint.trim() || `initdb ended with ${signal ?? code}`),
    );
  });
}

/** What was renamed or made in a folder survives a power failure once the folder is on the disk. */
export function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
