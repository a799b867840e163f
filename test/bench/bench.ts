import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../../src/config/project-folder.js';
import { startEmbeddedServer } from '../../src/database/embedded-server.js';
import { ALL_PARTS } from './all-parts.js';
import type { BenchPart, BenchSetting, Figures } from './bench-part.js';
import { benchEngine } from './bench-engine.js';
import { figureList, type PartResult, targetTable } from './bench-table.js';
import { machine } from './machine.js';
import { writeLastRun } from './write-last-run.js';

const NATIONAL_DIRECTORY = join(
  projectFolder,
  '../shared/data/samhsa/national-directory-su-facilities-2023.xlsx',
);
/** The collector has to be called for memory; a million programs that wait to be indexed need room. */
const NODE_OPTIONS = ['--expose-gc', '--max-old-space-size=12288', '--enable-source-maps'];
/** As a careful administrator would set a server up for this table: all of it in memory. */
const SERVER_SETTINGS = { shared_buffers: '1GB', work_mem: '64MB', effective_cache_size: '4GB' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const unknown = positionals.filter((name) => !ALL_PARTS.some((part) => part.name === name));
if (values.help || unknown.length > 0 || !(runs >= 1)) {
  console.error(
    [
      ...unknown.map((name) => `There is no part ${name}.`),
      'npm run bench -- [part ...] [--runs 5] [--write]',
      ...ALL_PARTS.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`),
      '  --write keeps the figures in docs/performance.md',
    ].join('\n'),
  );
  process.exit(values.help ? 0 : 2);
}
const parts = ALL_PARTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

const dataDir = mkdtempSync(join(tmpdir(), 'navigator-bench-'));
const server = await startEmbeddedServer({ dataDir, log: () => undefined, settings: SERVER_SETTINGS });
try {
  const where = await machine(server.connection);
  console.log(`${where}; ${runs} fresh processes a part; the engine: ${benchEngine.name}.`);
  const results: PartResult[] = [];
  for (const part of parts) results.push(await runPart(part));
  console.log(`\n${targetTable(results)}`);
  if (values.write) writeLastRun(results, { where, runs, day: new Date().toISOString().slice(0, 10) });
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function runPart(part: BenchPart): Promise<PartResult> {
  console.log(`\n## ${part.name}: ${part.about}`);
  const setting = {
    server: server.connection,
    prepared: null as unknown,
    ...(existsSync(NATIONAL_DIRECTORY) ? { nationalDirectory: NATIONAL_DIRECTORY } : {}),
  };
  if (part.prepare) setting.prepared = await inFreshProcess(part, 'prepare', setting);
  const measured: Figures[] = [];
  for (let run = 0; run < runs; run++)
    measured.push((await inFreshProcess(part, 'measure', setting)) as Figures);
  const result = { part, runs: measured };
  console.log(figureList(result));
  return result;
}

/** A process may be slower than its twin throughout, by what its compiler decided: so each measures anew. */
function inFreshProcess(
  part: BenchPart,
  step: 'prepare' | 'measure',
  setting: BenchSetting,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'run-part.js'), [part.name, step, JSON.stringify(setting)], {
      execArgv: NODE_OPTIONS,
    });
    let told: unknown;
    child.on('message', (message) => (told = message));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(told) : reject(new Error(`${part.name} ended with ${code}.`)),
    );
  });
}
