// Builds where something has changed since the last build, or there was none. Who makes a key or imports a file does not
// wait for the compiler each time, and nothing is taken from under a service that runs.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'dist/.built';
/** Folders count as well: a file that is gone has left its mark there. The last is what `npm ci` and `npm install` touch. */
const WATCHED = [
  'src',
  'migrations',
  'nest-cli.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'node_modules/.package-lock.json',
];

/** When something was last changed at a path or below it, in milliseconds since 1970; 0 where there is nothing. */
function changedAt(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  const below = found.isDirectory() ? readdirSync(path).map((name) => changedAt(join(path, name))) : [];
  return Math.max(found.mtimeMs, ...below);
}

const begins = new Date();
if (Math.max(...WATCHED.map(changedAt)) >= changedAt(STAMP)) {
  // On standard error: what is built may be for a command whose output somebody reads.
  console.error('Building…');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  console.error(`Built in ${Math.round((Date.now() - begins) / 1000)} s.`);
  writeFileSync(STAMP, '');
  // What is changed while the compiler runs may have been read before.
  utimesSync(STAMP, begins, begins);
}
