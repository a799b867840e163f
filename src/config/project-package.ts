import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.js';

/** Name, version and description of this project, from its package.json. */
export const projectPackage = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
  readonly description: string;
};
