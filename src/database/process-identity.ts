import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, as the operating system reports it; `unknown` if that is hidden. */
  start: string;
}

const UNKNOWN = 'unknown';

/**
 * Where the numbers of processes mean the same as here: this running system and, on Linux, this namespace of processes.
 * Each container has its own; a machine that was started again is another system.
 */
export function processSpace(): string {
  try {
    return `${bootId()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    // macOS has no namespaces.
    return UNKNOWN;
  }
}

/** Whether a space is of this running system: its clock is ours. */
export function isOfThisSystem(space: string): boolean {
  return space.split(' ')[0] === processSpace().split(' ')[0];
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** The running process with this number; undefined if there is none, or only its unreaped remains. */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!exists(pid)) return undefined;
  const { start, dead } = process.platform === 'linux' ? readProc(pid) : askPs(pid);
  return dead ? undefined : { pid, start };
}

/** Whether exactly this process still runs. If that cannot be determined, it counts as running, to be safe. */
export function isRunning(identity: ProcessIdentity): boolean {
  const now = identify(identity.pid);
  if (!now) return false;
  return now.start === identity.start || now.start === UNKNOWN || identity.start === UNKNOWN;
}

/** Whether the number is in use, even by a dead process that is not reaped yet: the result of `kill -0`. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another account.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** proc(5): after the command in parentheses come the state and, 19 fields on, the start in ticks since boot. */
function readProc(pid: number): { start: string; dead: boolean } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { start: `${bootId()} ${fields[19]}`, dead: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    // Ended in the meantime, or /proc hides the processes of others.
    return { start: UNKNOWN, dead: !exists(pid) };
  }
}

function askPs(pid: number): { start: string; dead: boolean } {
  const ps = spawnSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  });
  const [, state, start] = /^\s*(\S+)\s+(.*\S)\s*$/.exec(ps.stdout ?? '') ?? [];
  return { start: start ?? UNKNOWN, dead: state === undefined ? !exists(pid) : state.startsWith('Z') };
}
