import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectFolder } from '../config/project-folder.js';
import { clientOptions, type Connection } from './connection.js';

const ROLES = join(projectFolder, 'ops', 'sql', 'roles.sql');
const SERVICE = 'navigator_app';

/**
 * The connection with which the service works on its own PostgreSQL: a role that owns nothing and is no superuser, so that no
 * statement of the service can change a table, turn a trigger off or run a program. Call it after the migrations, as the
 * superuser. The server knows the account by its process: the role needs no password.
 */
export async function connectionOfService(superuser: Connection): Promise<Connection> {
  const client = new Client(clientOptions(superuser));
  await client.connect();
  try {
    await client.query(`${readFileSync(ROLES, 'utf8')}; ALTER ROLE ${SERVICE} LOGIN`);
  } finally {
    await client.end();
  }
  return { ...superuser, user: SERVICE };
}
