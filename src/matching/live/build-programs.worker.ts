import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { clientOptions, type Connection } from '../../database/connection.js';
import type { Querying } from '../../database/querying.js';
import { buffersOfPrograms, buildPrograms } from './build-programs.js';

/** The thread's input: where the database is, and the day. */
export interface BuildOrder {
  readonly connection: Connection;
  readonly day: string;
}

const { connection, day } = workerData as BuildOrder;
const client = new Client(clientOptions(connection));
await client.connect();
try {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const querying: Querying = {
    query: async <Rows>(sql: string, parameters?: unknown[]) =>
      (await client.query(sql, parameters)).rows as Rows,
  };
  const built = await buildPrograms(querying, day);
  parentPort!.postMessage(built, buffersOfPrograms(built));
} finally {
  await client.end();
}
