import type { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { APPLICATION_NAME } from './application-name.js';
import { whenAnotherIsChosen } from './server-choice.js';
import {
  IDLE_IN_TRANSACTION_TIMEOUT_MS,
  STATEMENT_TIMEOUT_MS,
  TransactionBounds,
} from './transaction-bounds.js';

/** Where a PostgreSQL database is: a URL, or a host (a folder for a Unix socket) with port, user and database. */
export interface Connection {
  url?: string;
  host?: string;
  port?: number;
  user?: string;
  database?: string;
  /** A pooler stands before it, which gives a connection of the server to one transaction at a time. */
  isPooled?: boolean;
}

export const CONNECT_TIMEOUT_MS = 5_000;

const POOL_SIZE = 10;

/**
 * An error on an idle connection without a listener, as between the pool and its next user, would end the whole
 * process. Its next user gets the error, and the pool opens a new connection.
 */
function pooledClientOf(connection: Connection): typeof Client {
  return class PooledClient extends Client {
    constructor(options: ClientConfig) {
      const { url } = connection;
      super(url === undefined ? options : { ...options, connectionString: url });
      this.on('error', () => {});
      const { connection: wire } = this as unknown as { connection: { stream: Socket } };
      this.once(
        'end',
        // The pool then drops it, as it does with one that broke.
        whenAnotherIsChosen(connection, () => wire.stream.destroy(new Error('Another server was chosen.'))),
      );
    }
  };
}

/**
 * TypeORM's options for a connection, without entities and migrations. `statementTimeoutMs` limits every statement; 0
 * means no limit, for migrations and imports.
 */
export function dataSourceOptions(
  connection: Connection,
  statementTimeoutMs = STATEMENT_TIMEOUT_MS,
): PostgresDataSourceOptions {
  const { url, host, port, user, database, isPooled } = connection;
  return {
    type: 'postgres',
    // The socket of the embedded server has no TLS, whatever PGSSLMODE says; a URL specifies this itself.
    ...(url === undefined ? { host, port, username: user, database, ssl: false } : { url }),
    applicationName: APPLICATION_NAME,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    ...(isPooled && statementTimeoutMs > 0 ? { subscribers: [TransactionBounds] } : {}),
    extra: {
      Client: pooledClientOf(connection),
      max: POOL_SIZE,
      ...(isPooled
        ? {}
        : {
            statement_timeout: statementTimeoutMs,
            idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
          }),
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
