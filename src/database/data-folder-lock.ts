import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identify, isRunning, type ProcessIdentity } from './process-identity.js';

/**
 * Takes a lock for this process and returns undefined, or returns the running process that has it. A lock whose process
 * is gone, even after kill -9, is taken over.
 *
 * The file appears with its content in one step (a hard link), so it is never read half written. Only the holder of a
 * second lock, `<file>.takeover`, may replace a stale lock, and checks it again under that lock: two processes that
 * find the same stale lock cannot both win, nor can one remove what the other just took. The second lock is an ordinary
 * lock, and survives kill -9 in the same way.
 */
export function takeLock(file: string): ProcessIdentity | undefined {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(identify(process.pid)));
  try {
    for (;;) {
      if (link(draft, file)) return undefined;
      const found = readLock(file);
      if (found === 'gone') continue;
      if (found !== 'stale') return found;
      const rival = takeLock(`${file}.takeover`);
      if (rival) return rival;
      try {
        if (readLock(file) !== 'stale') continue;
        renameSync(draft, file);
        return undefined;
      } finally {
        releaseLock(`${file}.takeover`);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Releases a lock that this process took. */
export function releaseLock(file: string): void {
  rmSync(file, { force: true });
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

function readLock(file: string): ProcessIdentity | 'stale' | 'gone' {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    throw error;
  }
  const holder = parse(text);
  return holder && isRunning(holder) ? holder : 'stale';
}

/** Undefined if it is not a lock, such as the empty file that a power failure can leave. */
function parse(text: string): ProcessIdentity | undefined {
  try {
    const { pid, start } = JSON.parse(text) as Partial<ProcessIdentity>;
    return Number.isInteger(pid) && typeof start === 'string' ? { pid: pid as number, start } : undefined;
  } catch {
    return undefined;
  }
}
