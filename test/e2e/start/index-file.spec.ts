import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { clientOptions, databaseUrl, emptyDatabase, type TestDatabase } from '../../support/test-database.js';
import { ServiceProcess } from './service-process.js';

const NEED = {
  client: { role: 'self', age: 34 },
  assessment: { conditions: [{ condition: 'alcohol', severity: 'moderate' }] },
  constraints: { near: { postalCode: '06511' }, maxDistanceKm: 40 },
};

let folder: string;
let file: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'index-file-'));
  file = join(folder, 'index.bin');
  database = await emptyDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** One start and stop: how the directory came into memory, and the answer to a match. */
async function startOnce({ connection }: TestDatabase = database) {
  const service = new ServiceProcess({
    DATABASE_URL: databaseUrl(connection),
    INDEX_FILE: file,
    LOG_LEVEL: 'debug',
  });
  const address = await service.address();
  const response = await fetch(`${address}/v1/matches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(NEED),
  });
  const answer = await response.text();
  for (const before = Date.now(); !existsSync(file) && Date.now() < before + 10_000;) await sleep(20);
  expect(await service.stop()).toEqual({ code: 0, signal: null, errors: '' });
  const how = /(Read the index of|Indexed) \d+ programs/.exec(service.output)?.[1];
  return { how, answer, output: service.output };
}

describe('The file of the index', () => {
  it('is left by the first start and read by the next, with the same answer byte for byte', async () => {
    const first = await startOnce();
    const second = await startOnce();
    expect([first.how, second.how]).toEqual(['Indexed', 'Read the index of']);
    expect(second.answer).toBe(first.answer);
    expect(JSON.parse(first.answer).tracks[0].total).toBeGreaterThan(0);
  });

  it('does not hide what changed since: the change is read after it', async () => {
    const before = await startOnce();
    const [first] = JSON.parse(before.answer).tracks[0].matches;
    const client = new Client(clientOptions(database.connection));
    await client.connect();
    await client.query(
      `WITH gone AS (UPDATE program SET status = 'withdrawn' WHERE id = $1 RETURNING id)
       INSERT INTO change (entity, entity_id, kind, version) SELECT 'program', id::text, 'withdrawn', 2 FROM gone`,
      [first.program.id],
    );
    await client.end();
    const after = await startOnce();
    expect(after.how).toBe('Read the index of');
    const ids = JSON.parse(after.answer).tracks[0].matches.map(
      ({ program }: { program: { id: string } }) => program.id,
    );
    expect(ids).not.toContain(first.program.id);
  });

  it('is not used once it is damaged, and is written anew', async () => {
    const bytes = readFileSync(file);
    bytes[bytes.length - 1000]! ^= 1;
    writeFileSync(file, bytes);
    const damaged = await startOnce();
    expect(damaged.how).toBe('Indexed');
    expect(damaged.output).toContain('is not used: its content is not what was written');
    expect((await startOnce()).how).toBe('Read the index of');
  });

  it('is not used on another database, whatever the number of its last change is', async () => {
    const other = await emptyDatabase();
    expect((await startOnce(other)).how).toBe('Indexed');
    await other.drop();
  });
});
