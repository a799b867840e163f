import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { projectFolder } from '../../../src/config/project-folder.js';
import { dataSourceOptions } from '../../../src/database/connection.js';
import { ENTITIES } from '../../../src/entities.js';
import { seedRegistry } from '../../../src/evidence/registry-seed.js';
import { firstStart } from '../../../src/start/seed-empty-database.js';
import { clientOptions, type TestDatabase, testDatabase } from '../../support/test-database.js';

describe('The first start', () => {
  let database: TestDatabase;
  let client: Client;
  const lines: string[] = [];
  const start = () => firstStart(database.connection, (line) => lines.push(line));
  const count = async (what: string): Promise<number> => {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${what}`);
    return Number(rows[0]!.count);
  };

  beforeEach(async () => {
    lines.length = 0;
    database = await testDatabase();
    client = new Client(clientOptions(database.connection));
    await client.connect();
  });

  afterEach(async () => {
    await client.end();
    await database.drop();
  });

  it('loads the registry and the demonstration directory into an empty database, and says so', async () => {
    await start();
    expect(lines).toEqual([
      'Loading the evidence registry…',
      'Loaded the evidence registry: 73 approaches, 120 ratings (drafts).',
      'Loading the demonstration directory…',
      'Loaded the demonstration directory: 466 fictional programs.',
    ]);
    expect(await count('approach')).toBe(73);
    expect(await count('program WHERE fictional')).toBe(466);
    expect(await count('program WHERE NOT fictional')).toBe(0);
    expect(await count(`change WHERE entity = 'program' AND kind = 'created'`)).toBe(466);
  });

  it('writes nothing the second time', async () => {
    await start();
    const changes = await count('change');
    lines.length = 0;
    await start();
    expect(lines).toEqual([]);
    expect(await count('change')).toBe(changes);
  });

  it('adds what the registry of an earlier version lacks, once, and says so', async () => {
    const dataSource = await new DataSource({
      ...dataSourceOptions(database.connection, 0),
      entities: ENTITIES,
    }).initialize();
    const folder = join(projectFolder, 'test/e2e/evidence/registry-0.1.0');
    await dataSource.transaction((manager) => seedRegistry(manager, { folder }));
    await dataSource.destroy();
    await Promise.all([start(), start()]);
    expect(lines.filter((line) => line.includes('evidence registry'))).toEqual([
      'Added to the evidence registry: 70 approaches, 113 ratings (drafts), 104 citations; 3 approaches were completed.',
    ]);
    expect(await count('approach')).toBe(73);
  });

  it('leaves the demonstration out where it was withdrawn', async () => {
    await start();
    await client.query(`UPDATE program SET status = 'withdrawn'`);
    await start();
    expect(await count(`program WHERE status = 'published'`)).toBe(0);
  });

  it('loads once when ten processes start at once', async () => {
    await Promise.all(Array.from({ length: 10 }, start));
    expect(await count('approach')).toBe(73);
    expect(await count('program')).toBe(466);
    expect(lines.filter((line) => line.startsWith('Loaded'))).toHaveLength(2);
  });
});
