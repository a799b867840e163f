import { DataSource } from 'typeorm';
import { readEnv } from '../config/env.js';
import type { Connection } from './connection.js';
import { DatabaseStartError } from './database-start-error.js';
import { runningServer } from './embedded-server.js';
import { migrationOptions } from './migrate.js';

/** For TypeORM's command line: `npx typeorm migration:show -d dist/src/database/data-source.js`. */
export default new DataSource(migrationOptions(findDatabase()));

function findDatabase(): Connection {
  const { databaseUrl, dataDir } = readEnv();
  const connection = databaseUrl === undefined ? runningServer(dataDir) : { url: databaseUrl };
  if (connection) return connection;
  throw new DatabaseStartError(
    `No embedded PostgreSQL runs in ${dataDir}. Start the service first (npm start), or set DATABASE_URL.`,
  );
}
