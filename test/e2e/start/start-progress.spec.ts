import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceProcess } from './service-process.js';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'progress-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Root alone is told so, on a machine without the account. */
const WARNING_OF_ROOT = 'PostgreSQL runs as the account ';

/** The lines for people, up to the one with the address; what differs between starts is left out. */
async function linesOfAStart(): Promise<string[]> {
  const service = new ServiceProcess({ DATA_DIR: dataDir });
  const address = await service.address();
  await fetch(address);
  expect(await service.stop()).toEqual({ code: 0, signal: null, errors: '' });
  const lines = service.output.trimEnd().split('\n');
  const ready = lines.findIndex((line) => line.startsWith('Ready at '));
  // From then on there is only the log, for machines.
  expect(lines.slice(ready + 1).map((line) => JSON.parse(line).msg)).toContain('answered');
  return lines
    .slice(0, ready + 1)
    .filter((line) => !line.startsWith('{') && !line.startsWith(WARNING_OF_ROOT))
    .map((line) => line.replace(address, 'ADDRESS').replace(/after \d+\.\d s\. Try: .*/, 'after … s.'))
    .map((line) => line.replace(/(?<=: ).*1764000000001.*/, '…'));
}

describe('A start', () => {
  it('reports its steps when it has everything to do', async () => {
    expect(await linesOfAStart()).toEqual([
      'Starting PostgreSQL…',
      'Migrated the database: …',
      'Loading the evidence registry…',
      'Loaded the evidence registry: 73 approaches, 120 ratings (drafts).',
      'Loading the demonstration directory…',
      'Loaded the demonstration directory: 466 fictional programs.',
      'Reading the directory into memory…',
      expect.stringMatching(
        /^No administrator has a key yet\. Create one: npm run -s navigator -- key create /,
      ),
      'Ready at ADDRESS after … s.',
    ]);
  });

  it('reports only what it does when everything exists already', async () => {
    expect(await linesOfAStart()).toEqual([
      'Starting PostgreSQL…',
      'Reading the directory into memory…',
      expect.stringMatching(/^No administrator has a key yet\./),
      'Ready at ADDRESS after … s.',
    ]);
  });
});
