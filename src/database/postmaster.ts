import { spawnSync } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { exists, identify } from './process-identity.js';
import type { ServerAccount } from './server-account.js';

/** The content of a cluster's postmaster.pid: the server that runs on it, or that ran until it was killed. */
export interface Postmaster {
  pid: number;
  socketFolder: string;
  port: number;
  /** Whether it accepts connections. */
  ready: boolean;
}

const SOCKET_FOLDER_PREFIX = 'treatment-navigator-';

/** Longest path of a Unix socket: 104 bytes on macOS, 108 on Linux, with the final zero. */
const LONGEST_SOCKET_PATH = 103;

/** Reads postmaster.pid (PostgreSQL's miscadmin.h: pid, folder, start, port, socket folder, address, memory, status). */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [pid, , , port, socketFolder, , , status] = lines;
  // A standalone server writes its process number; during initdb the number is negative.
  if (!pid || !Number.isInteger(Number(pid)) || Number(pid) <= 0) return undefined;
  return {
    pid: Number(pid),
    port: Number(port),
    socketFolder: socketFolder ?? '',
    ready: status?.trim() === 'ready',
  };
}

/** Whether the process is a PostgreSQL on this cluster, and not another process that got its number later. */
export function worksOn(pid: number, cluster: string): boolean {
  if (!identify(pid)) return false;
  if (process.platform !== 'linux') {
    return /postgres/.test(spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
  }
  try {
    // A server's working folder is its cluster.
    const [cwd, folder] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
    return cwd.dev === folder.dev && cwd.ino === folder.ino;
  } catch (error) {
    // If we may not look, assume that it is.
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}

/** The running server of a cluster, if it accepts connections. */
export function readyPostmaster(cluster: string): Postmaster | undefined {
  const postmaster = readPostmaster(cluster);
  return postmaster?.ready && worksOn(postmaster.pid, cluster) ? postmaster : undefined;
}

/** Asks a server for a fast shutdown; one that we may not signal is only waited for. */
export function askToStop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

/**
 * Removes the remains of a killed server. Its postmaster.pid is removed only if its number is in use, by another
 * process or by its own unreaped remains, which postgres takes for a running server. Sessions that outlive a server are
 * found in any case: postgres recognises the memory they share by the cluster, too.
 */
export function removeRemains(cluster: string, { pid, socketFolder }: Postmaster): void {
  removeSocketFolder(socketFolder);
  const file = join(cluster, 'postmaster.pid');
  if (exists(pid) && readPostmaster(cluster)?.pid === pid) rmSync(file, { force: true });
}

/** The port in the name of every socket: a folder has one server, so the number means nothing else. */
export const SOCKET_PORT = 5432;
/** A second socket, in the cluster itself, which is the postmaster's working folder. */
export const CLUSTER_SOCKET_FOLDER = '.';
const CLUSTER_SOCKET = `.s.PGSQL.${SOCKET_PORT}`;

/**
 * Whether a server has a cluster, wherever its process is counted: the kernel connects to its socket in the cluster, also
 * from another container. A server that stops keeps its socket until it has written everything.
 */
export async function answersIn(cluster: string): Promise<boolean> {
  const folder = openSync(cluster, 'r');
  try {
    // The path of a socket is limited to some hundred bytes, and a data folder may be deep.
    const path = process.platform === 'linux' ? `/proc/self/fd/${folder}` : cluster;
    const socket = connect(join(path, CLUSTER_SOCKET));
    return await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    }).finally(() => socket.destroy());
  } finally {
    closeSync(folder);
  }
}

/** Removes the socket in a cluster that no server has: PostgreSQL may take the number in its lock for a server. */
export function removeClusterSocket(cluster: string): void {
  for (const name of [CLUSTER_SOCKET, `${CLUSTER_SOCKET}.lock`]) rmSync(join(cluster, name), { force: true });
}

/**
 * Creates a folder for the socket, which only the account (undefined: this user) and root can enter, because
 * connections to the socket need no password.
 */
export function makeSocketFolder(account: ServerAccount | undefined): string {
  const tooLong =
    Buffer.byteLength(`${tmpdir()}/${SOCKET_FOLDER_PREFIX}123456/.s.PGSQL.5432`) > LONGEST_SOCKET_PATH;
  // The temporary folder of root may be private.
  const folder = mkdtempSync(join(account || tooLong ? '/tmp' : tmpdir(), SOCKET_FOLDER_PREFIX));
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** Removes the socket folder of a killed server, if it is one of ours. */
export function removeSocketFolder(folder: string): void {
  const isOurs = isAbsolute(folder) && basename(folder).startsWith(SOCKET_FOLDER_PREFIX);
  if (isOurs) rmSync(folder, { recursive: true, force: true });
}
