import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../../src/config/project-folder.js';

/** A project whose compiler only counts its runs, and fails on request. */
let folder: string;
const at = (path: string) => join(folder, path);
const COMPILER = `
  import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
  rmSync('dist', { recursive: true, force: true });
  if (existsSync('broken')) process.exit(3);
  mkdirSync('dist');
  appendFileSync('builds', 'x');
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'built-'));
  mkdirSync(at('src/http'), { recursive: true });
  writeFileSync(at('src/main.ts'), '');
  writeFileSync(at('src/http/problem.ts'), '');
  writeFileSync(at('compiler.mjs'), COMPILER);
  writeFileSync(at('package.json'), JSON.stringify({ scripts: { build: 'node compiler.mjs' } }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How it ended, and its standard error; standard output belongs to the program. */
function ensureBuilt(): { status: number | null; said: string } {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(projectFolder, 'ensure-built.mjs')], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  return { status, said: stderr.replace(/\d+ s/, '… s') };
}
const BUILT = { status: 0, said: 'Building…\nBuilt in … s.\n' };
const NOTHING_TO_DO = { status: 0, said: '' };

function builds(): number {
  return existsSync(at('builds')) ? readFileSync(at('builds'), 'utf8').length : 0;
}

describe('What is run', () => {
  beforeEach(() => {
    expect(ensureBuilt().status).toBe(0);
    rmSync(at('builds'), { force: true });
  });

  it('is not built again where nothing has changed, and nothing is said', () => {
    expect(ensureBuilt()).toEqual(NOTHING_TO_DO);
    expect(builds()).toBe(0);
  });

  it('is not built again for a spec, which is compiled by itself', () => {
    writeFileSync(at('src/http/problem.spec.ts'), 'new');
    expect(ensureBuilt()).toEqual(NOTHING_TO_DO);
    writeFileSync(at('src/http/problem.spec.ts'), 'changed');
    rmSync(at('src/http/problem.spec.ts'));
    expect(ensureBuilt()).toEqual(NOTHING_TO_DO);
    expect(builds()).toBe(0);
  });

  it.each<[string, () => void]>([
    ['a file has changed', () => writeFileSync(at('src/http/problem.ts'), 'changed')],
    ['a file is new', () => writeFileSync(at('src/http/new.ts'), '')],
    ['a file is gone', () => rmSync(at('src/http/new.ts'))],
    ['the last build is gone', () => rmSync(at('dist'), { recursive: true })],
  ])('is built once where %s, and says so', (_what, change) => {
    change();
    expect(ensureBuilt()).toEqual(BUILT);
    expect(ensureBuilt()).toEqual(NOTHING_TO_DO);
    expect(builds()).toBe(1);
  });

  it('is built again where a file was changed while the compiler ran', () => {
    writeFileSync(at('compiler.mjs'), `${COMPILER} appendFileSync('src/main.ts', ' ');`);
    writeFileSync(at('src/main.ts'), 'changed');
    ensureBuilt();
    writeFileSync(at('compiler.mjs'), COMPILER);
    ensureBuilt();
    ensureBuilt();
    expect(builds()).toBe(2);
  });

  it('is built again after a build that failed, which says so', () => {
    writeFileSync(at('broken'), '');
    writeFileSync(at('src/main.ts'), 'changed');
    expect(ensureBuilt()).toEqual({ status: 3, said: 'Building…\n' });
    expect(ensureBuilt()).toEqual({ status: 3, said: 'Building…\n' });
    rmSync(at('broken'));
    expect(ensureBuilt()).toEqual(BUILT);
    expect(builds()).toBe(1);
  });
});
