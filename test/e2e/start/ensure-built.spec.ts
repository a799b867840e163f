import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../../src/config/project-folder.js';

/** A project whose compiler only counts how often it ran, and fails when it is told to. */
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

function ensureBuilt(): void {
  execFileSync(process.execPath, [join(projectFolder, 'ensure-built.mjs')], { cwd: folder, stdio: 'pipe' });
}

function builds(): number {
  return existsSync(at('builds')) ? readFileSync(at('builds'), 'utf8').length : 0;
}

describe('What is run', () => {
  beforeEach(() => {
    ensureBuilt();
    rmSync(at('builds'), { force: true });
  });

  it('is not built again where nothing has changed', () => {
    ensureBuilt();
    expect(builds()).toBe(0);
  });

  it.each<[string, () => void]>([
    ['a file has changed', () => writeFileSync(at('src/http/problem.ts'), 'changed')],
    ['a file is new', () => writeFileSync(at('src/http/new.ts'), '')],
    ['a file is gone', () => rmSync(at('src/http/new.ts'))],
    ['the last build is gone', () => rmSync(at('dist'), { recursive: true })],
  ])('is built once where %s', (_what, change) => {
    change();
    ensureBuilt();
    ensureBuilt();
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
    expect(ensureBuilt).toThrow(expect.objectContaining({ status: 3 }));
    expect(ensureBuilt).toThrow(expect.objectContaining({ status: 3 }));
    rmSync(at('broken'));
    ensureBuilt();
    expect(builds()).toBe(1);
  });
});
