import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';

const SOURCES = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => ({ file, text: readFileSync(join(projectFolder, 'src', file), 'utf8') }));

/** An error inside the words of a line: as a text it may hold values of a query, or be `[object Object]`. */
const IN_WORDS =
  /\.(?:debug|log|warn|error|fatal)\((?:[^;]*?)(?:String\(|\$\{)(?:error|err|reason|cause|thrown)\b(?!\.)/;

describe('A line of the log', () => {
  it.each([
    ['this.log.warn(`It failed: ${String(error)}`);', true],
    ['this.log.warn(`It failed: ${error}`);', true],
    ["this.log.warn('It failed: ' + String(thrown));", true],
    ["this.log.warn('It failed', error);", false],
    ['this.log.warn(`${count} failed`, error);', false],
  ])('%s has an error in its words: %s', (line, has) => {
    expect(IN_WORDS.test(line)).toBe(has);
  });

  it('has its error beside its words, in every source', () => {
    expect(SOURCES.length).toBeGreaterThan(100);
    expect(SOURCES.filter(({ text }) => IN_WORDS.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
