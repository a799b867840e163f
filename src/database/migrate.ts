import { setTimeout as sleep } from 'node:timers/promises';
import { AbstractLogger, DataSource, MigrationExecutor } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { type Connection, dataSourceOptions } from './connection.js';
import { DatabaseStartError } from './database-start-error.js';
import { MIGRATIONS_TABLE, missingMigrations, refuseNewer, storeTerms } from './migration-terms.queries.js';

/** Key of the advisory lock: any number, the same in every version. */
const LOCK_KEY = 7_264_801_735;
const INSUFFICIENT_PRIVILEGE = '42501';
const LOCK_NOT_AVAILABLE = '55P03';
/** A migration that waits for the lock of a table holds up everything after it: it gives up soon, and tries again. */
const LOCK_TIMEOUT_MS = 3_000;
const PAUSE_MS = 1_000;
const MOST_TRIES = 20;

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

export interface MigrateOptions {
  /** Carries out what is missing; otherwise it is only checked that nothing is. */
  readonly migrates?: boolean;
  /** How long a try waits for the lock of a table, in milliseconds. */
  readonly lockTimeoutMs?: number;
  /** Between two tries. */
  readonly pauseMs?: number;
}

/**
 * Brings a database up to this version: all missing migrations in one transaction, under a lock that lets any number of
 * processes start at once. A standby gets its migrations from its primary, and is only checked. Throws
 * `DatabaseStartError`, with nothing changed, for a database that needs a newer version, if something is missing that it
 * may not do here, and if this user may not create tables.
 */
export async function migrate(
  connection: Connection,
  log: (line: string) => void,
  { migrates = true, ...patience }: MigrateOptions = {},
): Promise<void> {
  const dataSource = new DataSource({ ...migrationOptions(connection), logger: new Silence() });
  await dataSource.initialize();
  try {
    const [server]: { isStandby: boolean }[] = await dataSource.query(
      'SELECT pg_is_in_recovery() AS "isStandby"',
    );
    if (server?.isStandby) await check(dataSource, log, 'Migrate its primary first.');
    else if (!migrates)
      await check(dataSource, log, 'Run `navigator migrate` first, or leave out MIGRATE=off.');
    else await migrateWithPatience(dataSource, log, patience);
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new DatabaseStartError(
      `The user of the database may not do what the migrations need: ${message}. Nothing was changed. ` +
        'Grant it CREATE on the database and on its schema public, or set DATABASE_URL to another user.',
      { cause: error },
    );
  } finally {
    await dataSource.destroy();
  }
}

async function check(dataSource: DataSource, log: (line: string) => void, whatToDo: string): Promise<void> {
  const missing = await missingMigrations(dataSource);
  if (missing.length > 0)
    throw new DatabaseStartError(
      `The database lacks migrations of this version (${missing.join(', ')}), and this process does not migrate it. ` +
        whatToDo,
    );
  sayNewer(await refuseNewer(dataSource), log);
}

async function migrateWithPatience(
  dataSource: DataSource,
  log: (line: string) => void,
  { lockTimeoutMs = LOCK_TIMEOUT_MS, pauseMs = PAUSE_MS }: MigrateOptions,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await migrateOnce(dataSource, log, lockTimeoutMs);
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      if (tries >= MOST_TRIES)
        throw new DatabaseStartError(
          `The migrations could not lock what they change in ${MOST_TRIES} tries: others use it all the time. ` +
            'Nothing was changed. Try again when there is less to do, or end what holds the lock (pg_locks).',
          { cause: error },
        );
      if (tries === 1)
        log('A migration waits for a lock that others hold, and gives way to them in between…');
    }
    await sleep(pauseMs);
  }
}

async function migrateOnce(
  dataSource: DataSource,
  log: (line: string) => void,
  lockTimeoutMs: number,
): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    // Released at the end of the transaction, however it ends.
    await runner.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]);
    await runner.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`);
    sayNewer(await refuseNewer(runner), log);
    const done = await new MigrationExecutor(dataSource, runner).executePendingMigrations();
    await storeTerms(runner);
    await runner.commitTransaction();
    if (done.length > 0) log(`Migrated the database: ${done.map(({ name }) => name).join(', ')}.`);
  } catch (error) {
    // If the connection is gone, the server has rolled back already.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
    throw error;
  } finally {
    await runner.release().catch(() => {});
  }
}

function sayNewer(names: readonly string[], log: (line: string) => void): void {
  if (names.length > 0)
    log(`The database has migrations of a newer version, which this one works with: ${names.join(', ')}.`);
}
