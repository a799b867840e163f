import { workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { clientOptions, type Connection } from '../../database/connection.js';
import { queryingOf } from '../../database/querying.js';
import { type ExportContent, writeExport } from './export-files.js';

/** The thread's input: where the database is, and where the files go. */
export interface ExportOrder extends ExportContent {
  readonly connection: Connection;
  readonly folder: string;
}

const { connection, folder, ...content } = workerData as ExportOrder;
const client = new Client(clientOptions(connection));
await client.connect();
try {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await writeExport(queryingOf(client), folder, content);
} finally {
  await client.end();
}
