import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseLock, takeLock } from './data-folder-lock.js';
import { identify, isRunning } from './process-identity.js';

/** Works only while it holds the lock, which two processes must never do at once; then dies while holding it. */
const TAKE_WORK_DIE = `
  import { rmSync, writeFileSync } from 'node:fs';
  import { takeLock } from '${new URL('data-folder-lock.js', import.meta.url).href}';
  const [lock, witness] = process.argv.slice(1);
  while (takeLock(lock)) await new Promise((resolve) => setTimeout(resolve, 1));
  writeFileSync(witness, '', { flag: 'wx' });
  await new Promise((resolve) => setTimeout(resolve, 3));
  rmSync(witness);
  process.kill(process.pid, 'SIGKILL');`;

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  lock = join(folder, 'lock');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('takeLock', () => {
  it('takes a free lock, and leaves one file with the holder in it', () => {
    expect(takeLock(lock)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['lock']);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(identify(process.pid));
  });

  it('names the running process that has it', () => {
    takeLock(lock);
    expect(takeLock(lock)).toEqual(identify(process.pid));
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('can be taken again after it was released', () => {
    takeLock(lock);
    releaseLock(lock);
    expect(existsSync(lock)).toBe(false);
    expect(takeLock(lock)).toBeUndefined();
  });

  it('does not confuse a later process with the same number with the holder', () => {
    writeFileSync(lock, JSON.stringify({ ...identify(process.pid), start: 'before' }));
    expect(takeLock(lock)).toBeUndefined();
  });

  it.each(['', '{', 'null', '{"pid":"1","start":"x"}'])('takes over a file that is no lock (%j)', (text) => {
    writeFileSync(lock, text);
    expect(takeLock(lock)).toBeUndefined();
  });

  it('takes over when a process was killed while taking over', () => {
    const gone = JSON.stringify({ pid: process.pid, start: 'before' });
    writeFileSync(lock, gone);
    writeFileSync(`${lock}.takeover`, gone);
    expect(takeLock(lock)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('passes from one to the next of many processes that are killed while holding it', async () => {
    const witness = join(folder, 'witness');
    const ends = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', TAKE_WORK_DIE, lock, witness], {
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        return (await once(child, 'exit')) as [number | null, string | null];
      }),
    );
    expect(ends).toEqual(Array.from({ length: 8 }, () => [null, 'SIGKILL']));
    expect(takeLock(lock)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['lock']);
  });
});

describe('isRunning', () => {
  it('knows this process, and not one that ended', async () => {
    const child = spawn('sleep', ['100']);
    const identity = identify(child.pid ?? 0);
    if (!identity) throw new Error('the process that was just started is not there');
    expect(isRunning(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isRunning(identity)).toBe(false);
    expect(identify(identity.pid)).toBeUndefined();
  });
});
