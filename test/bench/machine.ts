import { cpus, totalmem } from 'node:os';
import type { Connection } from '../../src/database/connection.js';
import { query } from './national-database.js';

/** What figures depend on, in one line. */
export async function machine(server: Connection): Promise<string> {
  const [row] = await query(server, `SELECT current_setting('server_version') AS version`);
  const processors = cpus();
  return (
    `${processors[0]!.model.trim()}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; ` +
    `Node ${process.versions.node}, PostgreSQL ${row!['version']!.split(' ')[0]}`
  );
}
