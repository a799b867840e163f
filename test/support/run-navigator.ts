import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';
import type { Connection } from '../../src/database/connection.js';
import { databaseUrl } from './test-database.js';

/** Runs the built command line tool as npm does: in the folder of the package, with the user's folder in INIT_CWD. */
export function runNavigator(
  connection: Connection,
  args: readonly string[],
  from = projectFolder,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const tool = spawn(process.execPath, [join(projectFolder, 'dist/src/cli.js'), ...args], {
      cwd: projectFolder,
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: databaseUrl(connection),
        npm_lifecycle_event: 'navigator',
        INIT_CWD: from,
      },
    });
    let out = '';
    let err = '';
    tool.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    tool.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    tool.on('error', reject);
    tool.on('close', (code) => resolve({ code, out, err }));
  });
}
