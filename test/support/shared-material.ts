import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { projectFolder } from '../../src/config/project-folder.js';

const SHARED = join(projectFolder, '..', 'shared');

/**
 * A `describe` that needs a file of `../shared`, the material that the project was made from. Where the file is
 * not there, its tests are reported as skipped, with the reason in their title.
 */
export function describeWithShared(title: string, relativePath: string, fn: (path: string) => void): void {
  const path = join(SHARED, relativePath);
  if (existsSync(path)) describe(title, () => fn(path));
  else {
    describe.skip(`${title} (skipped: ../shared/${relativePath} is not beside this project)`, () => fn(path));
  }
}
