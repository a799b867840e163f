import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { projectPackage } from '../../config/project-package.js';
import { clientOptions, type Connection } from '../connection.js';
import { MIGRATIONS_TABLE } from '../migration-terms.queries.js';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  BackupError,
  type BackupEnd,
  type BackupHeader,
  type BackupSequences,
  END_OF_ROWS,
} from './backup-format.js';
import { tablesOf } from './tables.queries.js';

/** How much a backup holds. */
export interface BackupSize {
  readonly tables: number;
  readonly rows: number;
}

/**
 * All tables of a database at one moment, as the lines of a backup: writers go on meanwhile. `size` is known once all lines
 * were read. Throws `BackupError` for a database without our tables.
 */
export function backupLines(connection: Connection): { lines: Readable; size: () => BackupSize } {
  const counts: Record<string, number> = {};
  const lines = Readable.from(linesOf(connection, counts), { objectMode: false });
  return { lines, size: () => sizeOf(counts) };
}

export function sizeOf(counts: Readonly<Record<string, number>>): BackupSize {
  const all = Object.values(counts);
  return { tables: all.length, rows: all.reduce((sum, count) => sum + count, 0) };
}

async function* linesOf(connection: Connection, counts: Record<string, number>): AsyncGenerator<Buffer> {
  const client = new Client(clientOptions(connection));
  // A connection that is lost is reported by the statement that waits.
  client.on('error', () => undefined);
  await client.connect();
  const hash = createHash('sha256');
  const hashed = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    return bytes;
  };
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await tablesOf(client);
    if (!tables.some(({ table }) => table === MIGRATIONS_TABLE))
      throw new BackupError(
        'The database has no tables of Treatment Navigator: there is nothing to back up.',
      );
    yield hashed(lineOf(await headerOf(client)));
    for (const { table, columns } of tables) {
      if (table === MIGRATIONS_TABLE) continue;
      yield hashed(lineOf({ table, columns }));
      let count = 0;
      const list = columns.map((column) => escapeIdentifier(column)).join(', ');
      const copy = client.query(copyTo(`COPY ${escapeIdentifier(table)} (${list}) TO STDOUT`));
      for await (const chunk of copy as AsyncIterable<Buffer>) {
        hash.update(chunk);
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++;
        yield chunk;
      }
      yield hashed(`${END_OF_ROWS}\n`);
      counts[table] = count;
    }
    yield hashed(lineOf(await sequencesOf(client)));
    const end: BackupEnd = { rows: counts, sha256: hash.digest('hex') };
    yield Buffer.from(lineOf(end));
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function headerOf(client: Client): Promise<BackupHeader> {
  const { rows: migrations } = await client.query<{ name: string }>(
    `SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY timestamp, name`,
  );
  const { rows: servers } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    madeBy: projectPackage.version,
    madeAt: new Date().toISOString(),
    postgresql: servers[0]?.version ?? '',
    migrations: migrations.map(({ name }) => name),
  };
}

async function sequencesOf(client: Client): Promise<BackupSequences> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value::text AS last
       FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  );
  return { sequences: Object.fromEntries(rows.map(({ name, last }) => [name, last])) };
}

function lineOf(content: object): string {
  return `${JSON.stringify(content)}\n`;
}
