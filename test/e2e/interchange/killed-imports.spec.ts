import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { projectFolder } from '../../../src/config/project-folder.js';
import { dataSourceOptions } from '../../../src/database/connection.js';
import { ENTITIES } from '../../../src/entities.js';
import { SeededDraw } from '../../../src/interchange/demo/seeded-draw.js';
import { today } from '../../support/days.js';
import { eventually } from '../../support/eventually.js';
import { csvOf, facility, withFile } from '../../support/samhsa/facility-files.js';
import { importDirectory } from '../../support/samhsa/import-directory.js';
import { databaseUrl, databaseWithRegistry, type TestDatabase } from '../../support/test-database.js';

/** How many imports are killed; the drill kills more. */
const KILLS = Number(process.env.IMPORT_KILLS ?? 2);
const SEED = process.env.SEARCH_SEED ?? '20261201';
const ROWS = 1000;
const PATIENCE = { patienceMs: 100_000 };

/** A list whose programs differ from those of every other round. */
const phoneOf = (round: number) => `203-555-${1000 + round}`;
const listOf = (round: number) =>
  csvOf(
    Array.from({ length: ROWS }, (_, i) =>
      facility({ name1: `Clinic ${i}`, street1: `${i} Elm Street`, phone: phoneOf(round) }),
    ),
  );

describe('An import that is killed', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await databaseWithRegistry();
    dataSource = new DataSource({ ...dataSourceOptions(database.connection, 0), entities: ENTITIES });
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const stateOfRun = async () => {
    const [run]: { state: string }[] = await dataSource.query(
      'SELECT state FROM import_run ORDER BY started_at DESC LIMIT 1',
    );
    return run?.state;
  };
  /** Everything that a reader of the directory sees. */
  const directory = async () => {
    const [row]: { digest: string }[] = await dataSource.query(`
      SELECT md5(string_agg(line, '' ORDER BY line)) AS digest FROM (
        SELECT to_jsonb(p)::text AS line FROM program p UNION ALL SELECT to_jsonb(s)::text FROM program_source s
        UNION ALL SELECT to_jsonb(c)::text FROM change c UNION ALL SELECT to_jsonb(k)::text FROM program_link k) AS t`);
    return row!.digest;
  };
  const phonesOfPrograms = async () => {
    const rows: { phone: string }[] = await dataSource.query('SELECT DISTINCT phone FROM program');
    return rows.map(({ phone }) => phone);
  };
  /** Locks of imports and of writers that are held. */
  const locksHeld = async () => {
    const [row]: { count: number }[] = await dataSource.query(
      `SELECT count(*)::integer AS count FROM pg_locks WHERE locktype = 'advisory' AND granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return row!.count;
  };
  const imported = (round: number) =>
    withFile('list.csv', listOf(round), (file) =>
      importDirectory(dataSource, { file, edition: '2023', today }),
    );

  /** Starts an import in a process of its own and kills it in this state, at a moment that the seed draws. */
  async function kill(round: number, states: readonly string[], afterMs: number): Promise<void> {
    await withFile('list.csv', listOf(round), async (file) => {
      const tool = spawn(
        process.execPath,
        [join(projectFolder, 'dist/src/cli.js'), 'import', 'samhsa', file, '--edition', '2023'],
        { stdio: 'ignore', env: { ...process.env, DATABASE_URL: databaseUrl(database.connection) } },
      );
      const exited = once(tool, 'exit');
      await Promise.race([
        eventually(async () => expect(states).toContain(await stateOfRun()), PATIENCE),
        exited,
      ]);
      await wait(afterMs);
      tool.kill('SIGKILL');
      await exited;
    });
  }

  it(
    'leaves all of the directory as it was, or all of the import, and the next one works',
    async () => {
      const draw = new SeededDraw(SEED);
      await imported(0);
      for (let round = 1; round <= KILLS; round++) {
        const before = await directory();
        await kill(round, round % 2 === 1 ? ['reading'] : ['applying'], draw.between(0, 500));
        // Its session ends when PostgreSQL notices; until then it holds the lock of imports.
        await eventually(async () => expect(await locksHeld()).toBe(0), PATIENCE);
        const phones = await phonesOfPrograms();
        if (phones[0] === phoneOf(round)) expect(await stateOfRun()).toBe('applied');
        else expect(await directory()).toBe(before);
        expect(phones).toHaveLength(1);
        expect(await imported(round + KILLS)).toMatchObject({ changed: ROWS, created: 0, withdrawn: 0 });
        expect(await phonesOfPrograms()).toEqual([phoneOf(round + KILLS)]);
        expect(await dataSource.query('SELECT FROM staged_program')).toEqual([]);
      }
    },
    KILLS * 100_000,
  );
});
