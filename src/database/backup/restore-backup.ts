import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Client, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { Connection } from '../connection.js';
import { migrationOptions } from '../migrate.js';
import { MIGRATIONS_TABLE, storeTerms } from '../migration-terms.queries.js';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  BackupError,
  type BackupHeader,
  BackupLines,
  type BackupSequences,
  type BackupTable,
} from './backup-format.js';
import { foreignKeysOf, tablesOf } from './tables.queries.js';
import { type BackupSize, sizeOf } from './write-backup.js';

/**
 * Loads the lines of a backup into a database that has no tables: all of it in one transaction, or nothing. The tables
 * are those of the version that made the backup; `migrate` brings them up to this one. Throws `BackupError`.
 */
export async function restoreBackup(
  connection: Connection,
  bytes: AsyncIterable<Buffer>,
): Promise<BackupSize> {
  const lines = new BackupLines(bytes);
  const header = await readHeader(lines);
  const { migrations } = migrationOptions(connection);
  const dataSource = new DataSource({
    ...migrationOptions(connection),
    migrations: neededOf(migrations, header),
  });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const client = (await runner.connect()) as Client;
    if ((await tablesOf(client)).length > 0)
      throw new BackupError(
        'The database is not empty; nothing was changed. Restore into a new database, or into a new DATA_DIR.',
      );
    await new MigrationExecutor(dataSource, runner).executePendingMigrations();
    await storeTerms(runner);
    const size = await load(client, lines);
    await runner.commitTransaction();
    await client.query('ANALYZE');
    return size;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release().catch(() => undefined);
    await dataSource.destroy();
  }
}

async function readHeader(lines: BackupLines): Promise<BackupHeader> {
  const header = await lines.read<BackupHeader>();
  if (header.format !== BACKUP_FORMAT || !Array.isArray(header.migrations))
    throw new BackupError('This is no backup of Treatment Navigator, or it is damaged.');
  if (header.version !== BACKUP_VERSION)
    throw new BackupError(
      `The backup has format ${header.version}, and this version reads ${BACKUP_VERSION}. Restore it with Treatment Navigator ${header.madeBy} or newer.`,
    );
  return header as BackupHeader;
}

/** The migrations that made the tables of a backup, which must be those that this version begins with. */
function neededOf<Migration>(known: Migration, { migrations, madeBy }: BackupHeader): Migration {
  const classes = known as readonly { readonly name: string }[];
  const needed = classes.slice(0, migrations.length);
  const strange = migrations.find((name, at) => needed[at]?.name !== name);
  if (strange !== undefined)
    throw new BackupError(
      `The backup was made by Treatment Navigator ${madeBy}, which has migration ${strange}; this version does not know it there. Restore it with that version.`,
    );
  return needed as Migration;
}

/**
 * Foreign keys are added again at the end, which checks them all at once; triggers are off meanwhile, since rows must come
 * back as they were, and the audit trail takes no row away.
 */
async function load(client: Client, lines: BackupLines): Promise<BackupSize> {
  const tables = (await tablesOf(client)).filter(({ table }) => table !== MIGRATIONS_TABLE);
  const keys = await foreignKeysOf(client);
  const names = tables.map(({ table }) => escapeIdentifier(table));
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${escapeIdentifier(table)} DROP CONSTRAINT ${escapeIdentifier(name)}`);
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  // Migrations fill some.
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')}`);
  const counts: Record<string, number> = {};
  for (const one of tables) counts[one.table] = await loadTable(client, one, lines);
  const { sequences } = await lines.read<BackupSequences>();
  for (const [name, last] of Object.entries(sequences ?? {}))
    await client.query('SELECT setval($1::regclass, $2::bigint)', [`public.${escapeIdentifier(name)}`, last]);
  const end = await lines.readEnd();
  if (end.sha256 !== end.found || JSON.stringify(end.rows) !== JSON.stringify(counts))
    throw new BackupError(
      'The backup is damaged: its checksum is not that of its content. Nothing was changed.',
    );
  for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of keys)
    await client.query(
      `ALTER TABLE ${escapeIdentifier(table)} ADD CONSTRAINT ${escapeIdentifier(name)} ${definition}`,
    );
  return sizeOf(counts);
}

async function loadTable(
  client: Client,
  { table, columns }: BackupTable,
  lines: BackupLines,
): Promise<number> {
  const line = await lines.read<BackupTable>();
  if (
    line.table !== table ||
    JSON.stringify([...(line.columns ?? [])].toSorted()) !== JSON.stringify(columns.toSorted())
  )
    throw new BackupError(
      `The backup has ${line.table ?? 'no table'} (${line.columns?.join(', ')}) where ${table} (${columns.join(', ')}) belongs: it is damaged, or its tables were changed by hand.`,
    );
  const list = line.columns!.map((column) => escapeIdentifier(column)).join(', ');
  const copy = client.query(copyFrom(`COPY ${escapeIdentifier(table)} (${list}) FROM STDIN`));
  await pipeline(Readable.from(lines.rows(), { objectMode: false }), copy);
  return copy.rowCount ?? 0;
}
