import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.js';

/** What the code consists of that runs: our own, and the libraries as npm last installed them. */
const CODE = ['dist/src', 'dist/migrations', 'node_modules/.package-lock.json'];

/** A name for the code of this build: every compiled file with its size and time of change. Another build has another. */
export function buildId(): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of CODE) addTo(hash, join(projectFolder, path));
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory()) for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  else hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
}
