// Builds if something has changed since the last build, or there was none. A command, such as one that creates a key,
// does not wait for the compiler each time, and a running service keeps its files.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The inputs of the last build. */
const STAMP = 'dist/.built';
/** The last is what `npm ci` and `npm install` touch. */
const WATCHED = [
  'src',
  'migrations',
  'openapi/client',
  'nest-cli.json',
  'bundle-service.mjs',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'node_modules/.package-lock.json',
];

/**
 * A line for every file that the build reads, at a path or below it, with its time of change. Specs are compiled
 * separately.
 */
function linesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isDirectory()) return readdirSync(path).flatMap((name) => linesOf(join(path, name)));
  return /\.spec\.tsx?$/.test(path) ? [] : [`${path} ${found.mtimeMs}\n`];
}

// Read before the compiler runs: a later change causes another build the next time.
const sources = WATCHED.flatMap(linesOf).join('');
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sources) {
  const begins = performance.now();
  // On standard error: the build may precede a command whose output is read.
  console.error('Building…');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  console.error(`Built in ${Math.round((performance.now() - begins) / 1000)} s.`);
  writeFileSync(STAMP, sources);
}
