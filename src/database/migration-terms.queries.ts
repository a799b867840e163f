import { projectPackage } from '../config/project-package.js';
import { type MigrationTerms, TERMS } from '../../migrations/index.js';
import { DatabaseStartError } from './database-start-error.js';
import type { Querying } from './querying.js';

export const MIGRATIONS_TABLE = 'migrations';

/** A migration that a database has; databases of before migration 20 say no terms. */
interface DoneMigration {
  readonly name: string;
  readonly phase: MigrationTerms['phase'] | null;
  readonly minAppVersion: string | null;
}

async function doneMigrations(querying: Querying): Promise<DoneMigration[]> {
  const { hasTable, hasTerms } = await tableOf(querying);
  if (!hasTable) return [];
  const terms = hasTerms ? 'phase, min_app_version' : 'NULL AS phase, NULL';
  return querying.query(
    `SELECT name, ${terms} AS "minAppVersion" FROM ${MIGRATIONS_TABLE} ORDER BY timestamp, name`,
  );
}

async function tableOf(querying: Querying): Promise<{ hasTable: boolean; hasTerms: boolean }> {
  const [found] = await querying.query<{ hasTable: boolean; hasTerms: boolean }[]>(
    `SELECT to_regclass($1) IS NOT NULL AS "hasTable",
            EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass($1) AND attname = 'phase') AS "hasTerms"`,
    [MIGRATIONS_TABLE],
  );
  return found!;
}

/** Names of this version's migrations that the database lacks, in their order. */
export async function missingMigrations(querying: Querying): Promise<string[]> {
  const done = new Set((await doneMigrations(querying)).map(({ name }) => name));
  return [...TERMS.keys()].filter((name) => !done.has(name));
}

/**
 * Refuses a database that this version cannot work with: one from which a contracting migration took what it uses, or
 * with a migration that it does not know and that says nothing of itself.
 *
 * @returns the names of migrations of a newer version that it can work with
 * @throws DatabaseStartError
 */
export async function refuseNewer(querying: Querying, version = projectPackage.version): Promise<string[]> {
  const done = await doneMigrations(querying);
  const floor = done
    .filter(({ phase, minAppVersion }) => phase === 'contract' && minAppVersion !== null)
    .find(({ minAppVersion }) => isOlder(version, minAppVersion!));
  if (floor)
    throw new DatabaseStartError(
      `The database needs version ${floor.minAppVersion} or newer of Treatment Navigator, and this is ${version}: ` +
        `migration ${floor.name} removed what this version uses. Nothing was changed. ` +
        'Start the newer version, or point DATABASE_URL/DATA_DIR elsewhere.',
    );
  const unknown = done.filter(({ name }) => !TERMS.has(name));
  const silent = unknown.find(({ phase }) => phase === null);
  if (silent)
    throw new DatabaseStartError(
      `The database was made by a newer version of Treatment Navigator (it has migration ${silent.name}, ` +
        'which this version does not know). Nothing was changed. ' +
        'Start the newer version, or point DATABASE_URL/DATA_DIR elsewhere.',
    );
  return unknown.map(({ name }) => name);
}

/**
 * Stores what the migrations of this version mean to others; in the transaction of the migrations. It writes only what is
 * missing: a user of the service may read the table and no more. A database of before migration 20 keeps no terms.
 */
export async function storeTerms(querying: Querying): Promise<void> {
  if (!(await tableOf(querying)).hasTerms) return;
  const stored = new Map((await doneMigrations(querying)).map((done) => [done.name, done]));
  const missing = [...TERMS].filter(([name, { phase, minAppVersion }]) => {
    const done = stored.get(name);
    return done && (done.phase !== phase || done.minAppVersion !== minAppVersion);
  });
  for (const [name, { phase, minAppVersion }] of missing)
    await querying.query(`UPDATE ${MIGRATIONS_TABLE} SET phase = $2, min_app_version = $3 WHERE name = $1`, [
      name,
      phase,
      minAppVersion,
    ]);
}

/** By the numbers of a version: 0.9.0 is older than 0.10.0. */
function isOlder(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) < 0;
}
