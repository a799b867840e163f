import { Client, type ClientConfig } from 'pg';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';

/** Where a PostgreSQL database is: a URL, or a host (a folder for a Unix socket) with port, user and database. */
export interface Connection {
  url?: string;
  host?: string;
  port?: number;
  user?: string;
  database?: string;
}

export const APPLICATION_NAME = 'treatment-navigator';
export const CONNECT_TIMEOUT_MS = 5_000;

/** Shorter than the 30 s a request may take, so that the client gets an answer. */
const STATEMENT_TIMEOUT_MS = 25_000;
/** A transaction that was never ended must not hold its locks forever. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
const POOL_SIZE = 10;

/**
 * An error on an idle connection without a listener, as between the pool and its next user, would end the whole
 * process. Its next user gets the error, and the pool opens a new connection.
 */
class PooledClient extends Client {
  constructor(options: ClientConfig) {
    super(options);
    this.on('error', () => {});
  }
}

/**
 * TypeORM's options for a connection, without entities and migrations. `statementTimeoutMs` limits every statement; 0
 * means no limit, for migrations and imports.
 */
export function dataSourceOptions(
  connection: Connection,
  statementTimeoutMs = STATEMENT_TIMEOUT_MS,
): PostgresDataSourceOptions {
  const { url, host, port, user, database } = connection;
  return {
    type: 'postgres',
    // The socket of the embedded server has no TLS, whatever PGSSLMODE says; a URL specifies this itself.
    ...(url === undefined ? { host, port, username: user, database, ssl: false } : { url }),
    applicationName: APPLICATION_NAME,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    extra: {
      Client: PooledClient,
      max: POOL_SIZE,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    },
  };
}

/** Injection token for the location of the database, for connections outside the pool. */
export const CONNECTION = Symbol('connection');

/** Options for one connection outside the pool, whose statements have no timeout. */
export function clientOptions({ url, host, port, user, database }: Connection): ClientConfig {
  return {
    ...(url === undefined ? { host, port, user, database, ssl: false } : { connectionString: url }),
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  };
}
