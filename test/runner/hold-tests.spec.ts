import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';

/** Examples of bad test files, run as ours are, in their own folder. */
const FILES = {
  'late.spec.ts.js': `
    it('passes', () => {});
    it('hangs', () => new Promise(() => {}), 50);
    describe('a hook', () => {
      beforeEach(() => new Promise(() => {}), 50);
      it('hangs', () => {});
    });
    it('throws what is no error', () => { throw 'a text'; });
    it('has a test inside', () => { it('never runs', () => {}); });
    it('counts assertions', () => expect.assertions(1));
  `,
  'breach.spec.ts.js': `
    import { createServer, get } from 'node:http';
    import { holdToContract } from ${JSON.stringify(join(projectFolder, 'dist/test/support/contract/hold-to-contract.js'))};
    it('is answered against the contract', async () => {
      const server = createServer((_, response) => response.end('{}')).listen(0);
      holdToContract(server);
      await new Promise((resolve) => get({ port: server.address().port, path: '/health/live' }, (answer) => answer.resume().on('end', resolve)));
      await new Promise((resolve) => server.close(resolve));
    });
  `,
  'todo.spec.ts.js': `it.todo('is never run');`,
  'concurrent.spec.ts.js': `it.concurrent('shares its process', async () => {});`,
  'done.spec.ts.js': `it('calls back', (done) => done());`,
  'hook.spec.ts.js': `describe('without tests', () => { beforeAll(() => {}); });`,
};

let folder: string;
let results: Record<string, [title: string, status: string, message: string][]>;

interface Report {
  testResults: {
    name: string;
    message: string;
    assertionResults: { title: string; status: string; failureMessages: string[] }[];
  }[];
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const config = {
    rootDir: folder,
    testMatch: ['**/*.spec.ts.js'],
    transform: {},
    watchman: false,
    runner: join(projectFolder, 'node_modules/jest-light-runner/src/child-process.js'),
    setupFilesAfterEnv: [join(projectFolder, 'dist/test/runner/hold-tests.js')],
  };
  const report = join(folder, 'report.json');
  const jest = join(projectFolder, 'node_modules/jest/bin/jest.js');
  const { stderr } = spawnSync(
    process.execPath,
    [jest, '--config', JSON.stringify(config), '-w', '2', '--json', `--outputFile=${report}`],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(stderr).toContain('Tests:');
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  results = Object.fromEntries(
    testResults.map(({ name, message, assertionResults }) => [
      name.slice(folder.length + 1).replace('.spec.ts.js', ''),
      assertionResults.length === 0
        ? [['', 'not loaded', message]]
        : assertionResults.map(({ title, status, failureMessages }) => [
            title,
            status,
            failureMessages.join('\n'),
          ]),
    ]),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('What the runner would not notice', () => {
  it('fails: what hangs, what throws anything, a test inside a test, a count of assertions', () => {
    expect(results['late']).toEqual([
      ['passes', 'passed', ''],
      ['hangs', 'failed', expect.stringContaining('did not end within 0.05 s')],
      ['(beforeEach)', 'failed', expect.stringContaining('did not end within 0.05 s')],
      ['hangs', 'passed', ''],
      ['throws what is no error', 'failed', expect.stringContaining('Thrown: a text')],
      ['has a test inside', 'failed', expect.stringContaining('Inside a test a test is never run')],
      ['counts assertions', 'failed', expect.stringContaining('expect.assertions has no effect here')],
    ]);
  });

  it('fails: an answer that is not what the contract says', () => {
    expect(results['breach']).toEqual([
      [
        'is answered against the contract',
        'failed',
        expect.stringContaining('What was answered is not what openapi/openapi.json says'),
      ],
    ]);
  });

  it.each([
    ['todo', 'each of them passes'],
    ['concurrent', 'one after the other'],
    ['done', 'takes no `done`'],
    ['hook', 'containing no tests'],
  ])('is not loaded: %s', (file, message) => {
    expect(results[file]).toEqual([['', 'not loaded', expect.stringContaining(message)]]);
  });
});
