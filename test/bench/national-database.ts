import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectFolder } from '../../src/config/project-folder.js';
import type { Connection } from '../../src/database/connection.js';
import { clientOptions, databaseUrl } from '../support/test-database.js';
import type { BenchSetting } from './bench-part.js';

/** Makes an empty database on the bench's server. */
export async function emptyDatabase(server: Connection, name: string): Promise<Connection> {
  await query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await query(server, `CREATE DATABASE ${name}`);
  return { ...server, database: name };
}

/** One statement on its own connection. */
export async function query(connection: Connection, sql: string): Promise<Record<string, string>[]> {
  const client = new Client(clientOptions(connection));
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The national directory in a database of its own, imported once for all parts of a run. */
export async function nationalDatabase(setting: BenchSetting): Promise<Connection> {
  const name = 'bench_national';
  const connection = { ...setting.server, database: name };
  const [known] = await query(setting.server, `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  if (known) return connection;
  await emptyDatabase(setting.server, name);
  await importNational(connection, fileOf(setting));
  return connection;
}

export function fileOf({ nationalDirectory }: BenchSetting): string {
  if (nationalDirectory === undefined)
    throw new Error('This part reads the national directory, which is not beside this project (../shared).');
  return nationalDirectory;
}

/** Imports with the built command line tool, in a process of its own, as an operator does. */
export async function importNational(connection: Connection, file: string): Promise<void> {
  let said = '';
  const code = await new Promise<number | null>((resolve, reject) => {
    const tool = spawn(
      process.execPath,
      [join(projectFolder, 'dist/src/cli.js'), 'import', 'samhsa', file, '--edition', '2023'],
      {
        cwd: projectFolder,
        env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl(connection) },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    tool.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    tool.on('error', reject);
    tool.on('close', resolve);
  });
  if (code !== 0) throw new Error(`The import ended with ${code}: ${said}`);
}
