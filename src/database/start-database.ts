import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Env, withoutPassword } from '../config/env.js';
import { APPLICATION_NAME } from './application-name.js';
import { CONNECT_TIMEOUT_MS, type Connection } from './connection.js';
import { DatabaseStartError } from './database-start-error.js';
import { startEmbeddedServer } from './embedded-server.js';
import { chooseServer, connectionToOneOf } from './server-choice.js';

export interface StartDatabaseOptions {
  /** Use the embedded server of a running service, as the command line tool does. */
  share: boolean;
  log: (line: string) => void;
  /** How long to wait for the server of DATABASE_URL, in milliseconds; 0 if omitted. */
  waitMs?: number;
  /** Work to do in the meantime; called once only the embedded server is awaited. */
  whileStarting?: () => void;
}

/** A database that accepts queries. */
export interface RunningDatabase {
  connection: Connection;
  /** Its location in words for a log; never a password. */
  description: string;
  /** Resolves with a sentence if the embedded server ends unexpectedly. */
  lost: Promise<string>;
  /** Stops the embedded server if this process owns it. */
  stop(): Promise<void>;
}

const OLDEST_MAJOR = 15;
const ASK_AGAIN_MS = 500;

/**
 * The server in DATABASE_URL, or an embedded one in DATA_DIR. With `share` (the command line tool) the embedded server
 * of a running service is used. Throws `DatabaseStartError` with what to do.
 */
export async function startDatabase(
  env: Pick<Env, 'databaseUrl' | 'dataDir'> & Partial<Pick<Env, 'databaseUrls' | 'isPooled'>>,
  options: StartDatabaseOptions,
): Promise<RunningDatabase> {
  const { databaseUrl, databaseUrls, dataDir, isPooled = false } = env;
  if (databaseUrl === undefined) {
    const server = await startEmbeddedServer({ dataDir, ...options });
    return { ...server, description: `the embedded PostgreSQL in ${dataDir}` };
  }
  const connection = connectionTo(databaseUrls ?? [databaseUrl], isPooled);
  const version = await askVersionInTime(connection, options);
  const { url } = connection;
  if (version.major < OLDEST_MAJOR) {
    throw new DatabaseStartError(
      `${placeOf(url)} runs PostgreSQL ${version.text}, but version ${OLDEST_MAJOR} or newer is required. ` +
        'Upgrade it, set DATABASE_URL to a newer server, or leave DATABASE_URL out to use the embedded one.',
    );
  }
  return {
    connection,
    description: `PostgreSQL ${version.text} at ${withoutPassword(url)}`,
    lost: new Promise(() => {}),
    stop: async () => {},
  };
}

function connectionTo(urls: readonly string[], isPooled: boolean): Connection & { readonly url: string } {
  const more = isPooled ? { isPooled } : {};
  return urls.length === 1 ? { ...more, url: urls[0]! } : connectionToOneOf(urls, more);
}

/** Asks again and again while a server may still come, and says so once. */
async function askVersionInTime(
  connection: Connection & { readonly url: string },
  { log, waitMs = 0 }: StartDatabaseOptions,
): Promise<{ major: number; text: string }> {
  const until = performance.now() + waitMs;
  for (let hasSaid = false; ; hasSaid = true) {
    await chooseServer(connection);
    const { url } = connection;
    try {
      return await askVersion(url);
    } catch (error) {
      const { code } = (error as Error).cause as { code?: string };
      if (!mayCome(code) || performance.now() + ASK_AGAIN_MS > until) throw error;
      if (!hasSaid)
        log(
          `${placeOf(url)} is not available (${code ?? 'no answer'}). Waiting up to ${waitMs / 1000} s for it…`,
        );
      await sleep(ASK_AGAIN_MS);
    }
  }
}

/** A server that starts, restarts, is not reachable yet or is full; a wrong password stays wrong. */
function mayCome(code: string | undefined): boolean {
  return code === undefined || /^(E[A-Z_]+|57P0[1-5]|53300|08...)$/.test(code);
}

async function askVersion(url: string): Promise<{ major: number; text: string }> {
  const client = new Client({
    connectionString: url,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: CONNECT_TIMEOUT_MS,
  });
  // A connection lost between the two steps is reported by the query.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; text: string }>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text`,
    );
    const { number, text } = rows[0] ?? { number: '0', text: 'of an unknown version' };
    return { major: Math.floor(Number(number) / 10_000), text };
  } catch (error) {
    throw new DatabaseStartError(unreachable(url, error as Error & { code?: string }), { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

/** One or two sentences: which server, what is wrong, what to do. */
function unreachable(url: string, error: Error & { code?: string }): string {
  const place = placeOf(url);
  const { user, database } = partsOf(url);
  switch (error.code) {
    case 'ECONNREFUSED':
      return `${place} does not accept connections. Start it, or correct host and port in DATABASE_URL.`;
    case 'ENOENT':
      return `${place} is not running: its socket is missing. Start it, or correct the folder in DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${place} cannot be found: the host name is not known. Correct the host in DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `${place} rejects the user ${user}: ${error.message}. Correct user and password in DATABASE_URL.`;
    case '3D000':
      return `${place} has no database ${database}. Create it, or correct the database in DATABASE_URL.`;
    case '53300':
      return `${place} has no free connection: ${error.message}. Free some, or raise its max_connections.`;
    default:
      return `${place} cannot be used: ${error.message || error.code}. Check the server and DATABASE_URL.`;
  }
}

function placeOf(url: string): string {
  const { host, port, database } = partsOf(url);
  return `The PostgreSQL server of DATABASE_URL (host ${host}, port ${port}, database ${database})`;
}

function partsOf(url: string): { host: string; port: string; database: string; user: string } {
  const { hostname, port, pathname, searchParams, username } = new URL(url);
  const user = decodeURIComponent(username) || searchParams.get('user') || 'of this account';
  return {
    host: searchParams.get('host') ?? (decodeURIComponent(hostname) || 'localhost'),
    port: searchParams.get('port') ?? (port || '5432'),
    database: decodeURIComponent(pathname.slice(1)) || user,
    user,
  };
}
