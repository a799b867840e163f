import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';

/** Where the material is, and how tests are registered. */
export interface SharedMaterial {
  readonly folder: string;
  readonly describe: (title: string, fn: () => void) => void;
  readonly skip: (title: string, fn: () => void) => void;
}

const BESIDE_THIS_PROJECT: SharedMaterial = {
  folder: join(projectFolder, '..', 'shared'),
  describe,
  skip: it.skip,
};

/**
 * A `describe` that needs a file of `../shared`, the material from which the project was made. Without the file, `fn`
 * is never called, so it may read the file at once: one skipped test has in its title what is missing.
 */
export function describeWithShared(
  title: string,
  relativePath: string,
  fn: (path: string) => void,
  shared: SharedMaterial = BESIDE_THIS_PROJECT,
): void {
  const path = join(shared.folder, relativePath);
  if (existsSync(path)) shared.describe(title, () => fn(path));
  else
    shared.skip(`${title} (skipped: ../shared/${relativePath} is not beside this project)`, () => undefined);
}
