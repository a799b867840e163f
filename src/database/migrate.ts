import { AbstractLogger, DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { type Connection, dataSourceOptions } from './connection.js';
import { DatabaseStartError } from './database-start-error.js';

export const MIGRATIONS_TABLE = 'migrations';
/** Key of the advisory lock: any number, the same in every version. */
const LOCK_KEY = 7_264_801_735;
const INSUFFICIENT_PRIVILEGE = '42501';

/** The options for migrations: the complete list, and no statement timeout. */
export function migrationOptions(connection: Connection): ReturnType<typeof dataSourceOptions> {
  return {
    ...dataSourceOptions(connection, 0),
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATIONS_TABLE,
  };
}

/** TypeORM prints a failed migration whatever its options say; here the error itself reports it. */
class Silence extends AbstractLogger {
  protected writeLog(): void {}
}

/**
 * Brings a database up to this version: all missing migrations in one transaction, under a lock that lets any number of
 * processes start at once. Throws `DatabaseStartError`, with nothing changed, for a database of a newer version and if
 * this user may not create tables.
 */
export async function migrate(connection: Connection, log: (line: string) => void): Promise<void> {
  const dataSource = new DataSource({ ...migrationOptions(connection), logger: new Silence() });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    // Released at the end of the transaction, however it ends.
    await runner.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]);
    await refuseNewer(dataSource, runner);
    const done = await new MigrationExecutor(dataSource, runner).executePendingMigrations();
    await runner.commitTransaction();
    if (done.length > 0) log(`Migrated the database: ${done.map(({ name }) => name).join(', ')}.`);
  } catch (error) {
    // If the connection is gone, the server has rolled back already.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
    const { code, message } = error as Error & { code?: string };
    if (code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new DatabaseStartError(
      `The user of the database may not do what the migrations need: ${message}. Nothing was changed. ` +
        'Grant it CREATE on the database and on its schema public, or set DATABASE_URL to another user.',
      { cause: error },
    );
  } finally {
    await runner.release().catch(() => {});
    await dataSource.destroy();
  }
}

async function refuseNewer(dataSource: DataSource, runner: QueryRunner): Promise<void> {
  if (!(await runner.hasTable(MIGRATIONS_TABLE))) return;
  const known = dataSource.migrations.map((one) => one.name ?? one.constructor.name);
  const rows = (await runner.query(
    `SELECT name FROM ${MIGRATIONS_TABLE} WHERE name <> ALL ($1) ORDER BY timestamp, name`,
    [known],
  )) as { name: string }[];
  const [unknown] = rows;
  if (!unknown) return;
  throw new DatabaseStartError(
    `The database was made by a newer version of Treatment Navigator (it has migration ${unknown.name}, ` +
      'which this version does not know). Nothing was changed. ' +
      'Start the newer version, or point DATABASE_URL/DATA_DIR elsewhere.',
  );
}
