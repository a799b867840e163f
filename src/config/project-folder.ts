import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = 'treatment-navigator';

/**
 * The folder that has this project's `package.json`, `seed-data/` and `migrations/`; found from `src/` and from
 * `dist/src/`.
 */
export const projectFolder = findProjectFolder(import.meta.dirname);

function findProjectFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (nameIn(join(folder, 'package.json')) === NAME) return folder;
    if (folder === dirname(folder)) {
      throw new Error(`No folder above ${start} has the package.json of ${NAME}.`);
    }
  }
}

function nameIn(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
