import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { restoreBackupFile, writeBackupFile } from '../../../src/database/backup/backup-file.js';
import type { Connection } from '../../../src/database/connection.js';
import { eventually } from '../../support/eventually.js';
import { program } from '../../support/program-intakes.js';
import { runNavigator } from '../../support/run-navigator.js';
import { clientOptions, emptyDatabase, type TestDatabase } from '../../support/test-database.js';
import { WholeService } from '../../support/whole-service.js';

let service: WholeService;
let folder: string;
let file: string;
const made: TestDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  file = join(folder, 'backup.gz');
  service = await WholeService.open();
  await service.store('survey', [
    program('Elm Clinic', { conditions: { yes: ['alcohol'] } }),
    program('Ctrl \\. \\N "quoted" \t tab \n line', { waitDays: 3 }),
  ]);
  await service.person('Eve Editor', 'directory-editor');
  await writeBackupFile(service.connection, file);
});
afterAll(async () => {
  await service.close();
  await Promise.all(made.map((database) => database.drop()));
  rmSync(folder, { recursive: true, force: true });
});

async function empty(): Promise<Connection> {
  const database = await emptyDatabase();
  made.push(database);
  return database.connection;
}

async function ask(connection: Connection, sql: string): Promise<Record<string, string>[]> {
  const client = new Client(clientOptions(connection));
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Every table with the digest of its rows, every constraint, trigger, index and sequence. */
async function stateOf(connection: Connection): Promise<object> {
  const tables = await ask(
    connection,
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const digests = tables.map(
    ({ relname }) =>
      `SELECT '${relname}' AS table, count(*)::int AS count,
              md5(string_agg(t::text, '|' ORDER BY t::text COLLATE "C")) AS digest FROM ${relname} t`,
  );
  return {
    rows: await ask(connection, digests.join(' UNION ALL ')),
    constraints: await ask(
      connection,
      `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition, convalidated
         FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
    ),
    triggers: await ask(
      connection,
      `SELECT tgrelid::regclass::text AS table, tgname AS name, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
    ),
    sequences: await ask(
      connection,
      `SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
    ),
  };
}

/** The same backup with its lines changed. */
function changed(change: (lines: string) => string): string {
  const other = join(folder, 'changed.gz');
  writeFileSync(other, gzipSync(change(gunzipSync(readFileSync(file)).toString('utf8'))));
  return other;
}

describe('A backup', () => {
  it('is every table, row by row, with its constraints, triggers and sequences', async () => {
    // The service makes secrets of the installation when it first needs them: until it has, a backup may be older than that.
    let times = 0;
    const [still, whole] = await eventually(async () => {
      const other = join(folder, `still-${++times}.gz`);
      const before = await stateOf(service.connection);
      await writeBackupFile(service.connection, other);
      expect(await stateOf(service.connection)).toEqual(before);
      return [before, other] as const;
    });
    const connection = await empty();
    const size = await restoreBackupFile(connection, whole);
    expect(await stateOf(connection)).toEqual(still);
    const [programs] = await ask(connection, 'SELECT count(*)::int AS count FROM program');
    expect([programs, size.rows > 500]).toEqual([{ count: 2 }, true]);
    await expect(ask(connection, 'DELETE FROM audit')).rejects.toThrow();
  });

  it('is written to a new file that only its owner reads, and never over another', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file);
    await expect(writeBackupFile(service.connection, file)).rejects.toThrow(
      `There is a file ${file} already`,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each<[string, () => string, RegExp]>([
    [
      'with a changed row',
      () => changed((lines) => lines.replace('Elm Clinic', 'Elk Clinic')),
      /is damaged: its checksum/,
    ],
    ['without its end', () => changed((lines) => lines.slice(0, -200)), /ends too early|is damaged/],
    ['cut off in the middle', () => changed((lines) => lines.slice(0, lines.length / 2)), /ends too early/],
    [
      'that was copied in part',
      () => {
        const part = join(folder, 'part.gz');
        writeFileSync(part, readFileSync(file).subarray(0, 20_000));
        return part;
      },
      /is no backup, or it is damaged or cut off|ends too early/,
    ],
    ['of something else', () => changed(() => '{"name":"x"}\n'), /This is no backup of Treatment Navigator/],
    [
      'of a later version',
      () => changed((lines) => lines.replace('"migrations":["', '"migrations":["Later9999999999999","')),
      /has migration Later9999999999999; this version does not know it there/,
    ],
    ['that is not there', () => join(folder, 'nothing.gz'), /cannot be read \(ENOENT\)/],
  ])('%s leaves the database empty', async (_what, damaged, sentence) => {
    const connection = await empty();
    await expect(restoreBackupFile(connection, damaged())).rejects.toThrow(sentence);
    expect(
      await ask(connection, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
  });

  it('is not loaded into a database that has tables', async () => {
    await expect(restoreBackupFile(service.connection, file)).rejects.toThrow('The database is not empty');
  });

  it('is made and restored on the command line', async () => {
    const other = join(folder, 'by-command.gz');
    const backup = await runNavigator(service.connection, ['backup', other]);
    expect([backup.code, backup.err]).toEqual([
      0,
      expect.stringMatching(/^Wrote \d+ tables with \d+ rows to /),
    ]);
    const connection = await empty();
    const restore = await runNavigator(connection, ['restore', other]);
    expect([restore.code, restore.err]).toEqual([
      0,
      expect.stringMatching(/^Restored \d+ tables with \d+ rows from /),
    ]);
    const again = await runNavigator(connection, ['restore', other]);
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringMatching(/^The database is not empty; nothing was changed/),
    ]);
  });
});
