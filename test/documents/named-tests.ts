import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';

/** A test as a document names it: its file, and its exact title. */
export interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** The tests that a text names, each as `file`: "title". */
export function testsNamedIn(text: string): NamedTest[] {
  return [...text.matchAll(/`((?:src|test)\/[^`]+\.spec\.ts)`: "([^"]+)"/g)].map(
    ([, file = '', title = '']) => ({ file, title }),
  );
}

/** Whether the file has a test or a group of tests with this title. */
export function hasTest({ file, title }: NamedTest): boolean {
  const path = join(projectFolder, file);
  if (!existsSync(path)) return false;
  const titles = [
    ...readFileSync(path, 'utf8').matchAll(/(?:\bit|\bdescribe|\))\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g),
  ];
  return titles.some(([, , one = '']) => one.replaceAll(/\\(.)/g, '$1') === title);
}
