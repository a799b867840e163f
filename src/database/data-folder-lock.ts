import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import {
  identify,
  isOfThisSystem,
  isRunning,
  processSpace,
  type ProcessIdentity,
} from './process-identity.js';

/** The process that has a lock. */
export interface LockHolder extends ProcessIdentity {
  /** Where its number means that process; `undefined` in the locks of version 0.1.0: here. */
  readonly space?: string;
}

/** A holder touches its lock so often. */
const BEAT_MS = 1_000;
/** A lock of another container or machine that was not touched for so long has no holder any more. */
const SILENCE_MS = 10_000;
const POLL_MS = 200;

/** The heartbeats of locks that this process has, by their file. */
const beats = new Map<string, NodeJS.Timeout>();

/**
 * Takes a lock for this process and resolves with undefined, or with the running process that has it. A lock whose process
 * is gone, even after kill -9, is taken over.
 *
 * The number of a process in another container or on another machine says nothing here. Its lock counts as held while it
 * is touched, which every holder does each second; to see that it is not takes up to ten seconds.
 *
 * The file appears with its content in one step (a hard link), so it is never read half written. Only the holder of a
 * second lock, `<file>.takeover`, may replace a stale lock, and checks it again under that lock: two processes that
 * find the same stale lock cannot both win, nor can one remove what the other just took. The second lock is an ordinary
 * lock, and survives kill -9 in the same way.
 */
export async function takeLock(file: string): Promise<LockHolder | undefined> {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, JSON.stringify({ ...identify(process.pid), space: processSpace() }));
    for (;;) {
      if (link(draft, file)) return beat(file);
      const found = await readLock(file);
      if (found === 'gone') continue;
      if (found !== 'stale') return found;
      const rival = await takeLock(`${file}.takeover`);
      if (rival) return rival;
      try {
        if ((await readLock(file)) !== 'stale') continue;
        renameSync(draft, file);
        return beat(file);
      } finally {
        releaseLock(`${file}.takeover`);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Whether the holder of a lock is in another container or on another machine. */
export function isElsewhere({ space }: LockHolder): boolean {
  return space !== undefined && space !== processSpace();
}

/** Releases a lock that this process took. */
export function releaseLock(file: string): void {
  clearInterval(beats.get(file));
  beats.delete(file);
  rmSync(file, { force: true });
}

function beat(file: string): undefined {
  const timer = setInterval(() => touch(file), BEAT_MS).unref();
  beats.set(file, timer);
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody removed it, or the disk is away: nothing that this process could mend.
  }
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readLock(file: string): Promise<LockHolder | 'stale' | 'gone'> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    throw error;
  }
  const holder = parse(text);
  if (!holder) return 'stale';
  const { space } = holder;
  const isHeld =
    space === undefined || space === processSpace()
      ? isRunning(holder)
      : await isTouched(file, isOfThisSystem(space));
  return isHeld ? holder : 'stale';
}

/** Whether the holder of a lock touches it. How old it is decides only if its clock is ours; else the lock is watched. */
async function isTouched(file: string, isOurClock: boolean): Promise<boolean> {
  const begin = touchedAt(file);
  if (begin === undefined || (isOurClock && Date.now() - begin > SILENCE_MS)) return false;
  for (const start = performance.now(); performance.now() - start < SILENCE_MS; await wait(POLL_MS)) {
    const now = touchedAt(file);
    if (now !== begin) return now !== undefined;
  }
  return false;
}

/** Undefined if the file is gone. */
function touchedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** Undefined if it is not a lock, such as the empty file that a power failure can leave. */
function parse(text: string): LockHolder | undefined {
  try {
    const { pid, start, space } = JSON.parse(text) as Partial<LockHolder>;
    if (!Number.isInteger(pid) || typeof start !== 'string') return undefined;
    return { pid: pid as number, start, ...(typeof space === 'string' && { space }) };
  } catch {
    return undefined;
  }
}
