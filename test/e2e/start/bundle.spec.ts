import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectFolder } from '../../../src/config/project-folder.js';
import { eventually } from '../../support/eventually.js';
import { clientOptions, databaseUrl, emptyDatabase, type TestDatabase } from '../../support/test-database.js';
import { ServiceProcess } from './service-process.js';

let database: TestDatabase;
let service: ServiceProcess;
let address: string;
beforeAll(async () => {
  database = await emptyDatabase();
  service = new ServiceProcess({ DATABASE_URL: databaseUrl(database.connection), LOG_LEVEL: 'error' });
  address = await service.address();
});
afterAll(async () => {
  await service.stop();
  await database.drop();
});

async function query<Row extends object>(sql: string): Promise<[Row, ...Row[]]> {
  const client = new Client(clientOptions(database.connection));
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows as [Row, ...Row[]];
  } finally {
    await client.end();
  }
}

describe('The service as one file', () => {
  it('has the contract of its sources: every operation, class and field by its name', async () => {
    const contract: unknown = await (await fetch(`${address}/openapi.json`)).json();
    expect(contract).toEqual(JSON.parse(readFileSync(join(projectFolder, 'openapi/openapi.json'), 'utf8')));
  });

  it('reads a body by the classes of its fields', async () => {
    const response = await fetch(`${address}/v1/matches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ constraints: { near: { postalCode: 6511 } } }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/constraints/near/postalCode' }] });
  });

  it('has its page of documentation, whose files are of a package', async () => {
    const page = await fetch(`${address}/docs`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('writes references in a style, by the processor that stays a package', async () => {
    // A citation of the seed data is a text; only one with fields of its own is formatted.
    const [{ id }] = await query<{ id: string }>(
      `UPDATE citation SET title = 'A trial of evening groups' WHERE id = (SELECT min(id::text)::uuid FROM citation)
       RETURNING id`,
    );
    const inStyle = async (style: string) =>
      ((await (await fetch(`${address}/v1/citations/${id}?style=${style}`)).json()) as { reference: string })
        .reference;
    const [vancouver, harvard] = [await inStyle('vancouver'), await inStyle('harvard1')];
    expect(vancouver).toContain('A trial of evening groups');
    expect(harvard).toContain('A trial of evening groups');
    expect(harvard).not.toBe(vancouver);
  });

  it('names the sources in the trace of an error', async () => {
    await query('ALTER TABLE citation RENAME TO citation_elsewhere');
    expect((await fetch(`${address}/v1/citations`)).status).toBe(500);
    await eventually(() => {
      const line = service.output.split('\n').find((one) => one.includes('"stack"'));
      expect(line).toMatch(/\/src\/evidence\/citations\/citation\.service\.ts:\d+:\d+/);
      expect(line).not.toContain('service.js');
    });
  });
});
