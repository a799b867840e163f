import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../test/support/eventually.js';
import { isElsewhere, releaseLock, takeLock } from './data-folder-lock.js';
import { identify, isRunning, processSpace } from './process-identity.js';

/** Works only while it holds the lock, which two processes must never do at once; then dies while holding it. */
const TAKE_WORK_DIE = `
  import { rmSync, writeFileSync } from 'node:fs';
  import { takeLock } from '${new URL('data-folder-lock.js', import.meta.url).href}';
  const [lock, witness] = process.argv.slice(1);
  while (await takeLock(lock)) await new Promise((resolve) => setTimeout(resolve, 1));
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
  releaseLock(lock);
  rmSync(folder, { recursive: true, force: true });
});

const self = { ...identify(process.pid), space: processSpace() };

describe('takeLock', () => {
  it('takes a free lock, and leaves one file with the holder in it', async () => {
    expect(await takeLock(lock)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['lock']);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(self);
  });

  it('names the running process that has it', async () => {
    await takeLock(lock);
    expect(await takeLock(lock)).toEqual(self);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('can be taken again after it was released', async () => {
    await takeLock(lock);
    releaseLock(lock);
    expect(existsSync(lock)).toBe(false);
    expect(await takeLock(lock)).toBeUndefined();
  });

  it('does not confuse a later process with the same number with the holder', async () => {
    writeFileSync(lock, JSON.stringify({ ...identify(process.pid), start: 'before' }));
    expect(await takeLock(lock)).toBeUndefined();
  });

  it.each(['', '{', 'null', '{"pid":"1","start":"x"}'])(
    'takes over a file that is no lock (%j)',
    async (text) => {
      writeFileSync(lock, text);
      expect(await takeLock(lock)).toBeUndefined();
    },
  );

  it('takes over when a process was killed while taking over', async () => {
    const gone = JSON.stringify({ pid: process.pid, start: 'before' });
    writeFileSync(lock, gone);
    writeFileSync(`${lock}.takeover`, gone);
    expect(await takeLock(lock)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  describe('of a process in another container', () => {
    const elsewhere = (boot = processSpace().split(' ')[0]) =>
      JSON.stringify({ pid: process.pid, start: 'there', space: `${boot} pid:[1]` });

    it('is not taken while it is touched, whatever process has its number here', async () => {
      writeFileSync(lock, elsewhere());
      const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), 100);
      try {
        const holder = await takeLock(lock);
        expect([holder?.pid, holder && isElsewhere(holder)]).toEqual([process.pid, true]);
      } finally {
        clearInterval(beat);
      }
    });

    it('is taken over at once if nobody has touched it for ten seconds', async () => {
      writeFileSync(lock, elsewhere());
      utimesSync(lock, new Date(), new Date(Date.now() - 11_000));
      expect(await takeLock(lock)).toBeUndefined();
      expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(self);
    });

    it('is watched if it is of another machine, whose clock may be another', async () => {
      writeFileSync(lock, elsewhere('another-boot'));
      utimesSync(lock, new Date(), new Date(Date.now() - 3_600_000));
      const beat = setTimeout(() => utimesSync(lock, new Date(), new Date(Date.now() - 3_599_000)), 300);
      expect(await takeLock(lock)).toMatchObject({ start: 'there' });
      clearTimeout(beat);
    });
  });

  it('is touched every second by its holder', async () => {
    await takeLock(lock);
    utimesSync(lock, new Date(), new Date(0));
    await eventually(() => expect(statSync(lock).mtimeMs).toBeGreaterThan(0));
  });

  it('leaves nothing of a lock that could not be written, as on a full disk', async () => {
    const source = `
      import { takeLock } from '${new URL('data-folder-lock.js', import.meta.url).href}';
      process.on('SIGXFSZ', () => undefined);
      await takeLock(process.argv[1]).then(() => process.exit(0), ({ code }) => console.log(code));`;
    const command = 'ulimit -f 0; exec "$0" --input-type=module -e "$1" "$2"';
    const { stdout } = spawnSync('sh', ['-c', command, process.execPath, source, lock], { encoding: 'utf8' });
    expect(stdout).toBe('EFBIG\n');
    expect(readdirSync(folder)).toEqual([]);
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
    expect(await takeLock(lock)).toBeUndefined();
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
