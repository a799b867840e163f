import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../../src/config/project-folder.js';
import { newestOf } from '../../../src/openapi/breaking-changes.js';
import type { Document } from '../../support/contract/contract.js';

const TOOL = join(projectFolder, 'dist/src/openapi/compare-openapi.js');
const RELEASED = join(projectFolder, 'openapi/released');

describe('A document compared with that of the last release', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'release-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The report of the check for the committed document after a change. */
  async function check(change: (document: Document) => void | Promise<void>) {
    const committed = await readFile(join(projectFolder, 'openapi/openapi.json'), 'utf8');
    const document = JSON.parse(committed) as Document;
    await change(document);
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(document));
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [TOOL, file, RELEASED]);
      return { code: 0, said: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, said: stdout + stderr };
    }
  }

  it('passes as it is committed', async () => {
    expect((await check(() => {})).code).toBe(0);
  });

  it('fails where it breaks clients, and says which and what to do', async () => {
    const { code, said } = await check(async (document) => {
      delete document.paths['/v1/matches/why-not'];
      document.info.version = await newestRelease();
    });
    expect(code).toBe(1);
    expect(said).toContain('breaks  POST /v1/matches/why-not: is gone');
    expect(said).toMatch(/raise the version in package\.json/);
  });

  it('passes where the version says that it does', async () => {
    const { code, said } = await check((document) => {
      delete document.paths['/v1/matches/why-not'];
      document.info.version = '99.0.0';
    });
    expect([code, said]).toEqual([0, expect.stringContaining('why-not: is gone')]);
  });
});

/** The version of the last release: a change that breaks its clients is not allowed under the same version. */
async function newestRelease(): Promise<string> {
  const files = await readdir(RELEASED);
  return newestOf(files.map((name) => name.replace(/\.json$/, '')))!;
}
