import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { arbitraryDirectory } from '../../../test/properties/arbitrary-directories.js';
import { ProgramIndex } from '../../core/matching/index/program-index.js';
import type { BuiltPrograms } from './build-programs.js';
import { type IndexOrigin, readIndexFile, serializeIndex, writeIndexFile } from './index-file.js';
import { ShownPrograms } from './shown-programs.js';

const ORIGIN: IndexOrigin = { build: 'b1', day: '2026-12-01', version: 7, mark: 'a program, changed' };
const candidates = fc.sample(arbitraryDirectory, { numRuns: 40, seed: 1 }).find(({ length }) => length > 8)!;
const built: BuiltPrograms = {
  index: ProgramIndex.build(candidates).data,
  shown: ShownPrograms.join([Buffer.from('{"name":"Fictional House"}')], ShownPrograms.noOrigins()),
  version: 7,
};

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'index-'));
  path = join(folder, 'index.bin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (origin = ORIGIN) => writeIndexFile(path, origin, serializeIndex(built));
const read = () => readIndexFile(path, async () => true);

describe('the file of an index', () => {
  it('gives back every program as it was', async () => {
    await write();
    const again = await read();
    const idsOf = ({ index }: BuiltPrograms) => [...ProgramIndex.of(index).candidates()];
    expect(idsOf(again!)).toEqual(idsOf(built));
    expect(again).toEqual(built);
  });

  it('is read by this account alone, and nothing is left beside it', async () => {
    await write();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['index.bin']);
  });

  it('says what it was made from before it is read, and is not read if that is another', async () => {
    await write();
    const asked: IndexOrigin[] = [];
    const found = await readIndexFile(path, async (origin) => {
      asked.push(origin);
      return false;
    });
    expect([found, asked]).toEqual([undefined, [expect.objectContaining(ORIGIN)]]);
  });

  it('need not be there', async () => {
    expect(await read()).toBeUndefined();
  });

  it('replaces an earlier one at once', async () => {
    await write();
    await write({ ...ORIGIN, version: 8 });
    await readIndexFile(path, async ({ version }) => {
      expect(version).toBe(8);
      return true;
    });
  });

  it('is refused if any one byte is another, and if it ends early', async () => {
    await write();
    const whole = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Buffer.from(whole);
        damaged[at]! ^= change;
        writeFileSync(path, damaged);
        const isSame = async ({ build, day, mark, version }: IndexOrigin) =>
          isDeepStrictEqual({ build, day, mark, version }, ORIGIN);
        expect(await readIndexFile(path, isSame).catch(() => undefined)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
    writeFileSync(path, whole);
    truncateSync(path, whole.length - 1);
    await expect(read()).rejects.toThrow('its content is not what was written');
    truncateSync(path, 10);
    await expect(read()).rejects.toThrow('it does not begin with a header');
    writeFileSync(path, 'not an index\n');
    await expect(read()).rejects.toThrow();
  });
});
