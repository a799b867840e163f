import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesBetween, type ComparedDocument, mayBreak, newestOf } from './breaking-changes.js';

/**
 * `compare-openapi FILE FOLDER` compares a document with that of the last release, `FOLDER/<version>.json`. Exits with
 * 1 if a client of that release may fail on it, unless its version allows that: major, or minor before 1.0.
 */
function compareOpenApi(file: string, folder: string): void {
  const document = read(file);
  const released = newestOf(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length)),
  );
  if (released === undefined) throw new Error(`There is no release in ${folder}.`);
  const { version } = document.info;
  const changes = changesBetween(read(join(folder, `${released}.json`)), document);
  const breaking = changes.filter(({ isBreaking }) => isBreaking);
  for (const { at, what, isBreaking } of changes)
    console.log(`${isBreaking ? 'breaks' : 'note  '}  ${at}: ${what}`);
  if (breaking.length === 0 || mayBreak(released, version)) return;
  console.error(
    `${breaking.length} changes break clients of ${released}. Keep what was (and mark it as deprecated), or ` +
      `raise the version in package.json: it is ${version}.`,
  );
  process.exitCode = 1;
}

function read(file: string): ComparedDocument {
  return JSON.parse(readFileSync(file, 'utf8')) as ComparedDocument;
}

const [file = 'openapi/openapi.json', folder = 'openapi/released'] = process.argv.slice(2);
compareOpenApi(file, folder);
