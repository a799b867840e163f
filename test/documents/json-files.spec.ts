import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { projectFolder } from '../../src/config/project-folder.js';

/** Folders with JSON files that people write; all others are written by programs. */
const FOLDERS = ['.', '.ci', 'test/bench'];
const WRITTEN_BY_NPM = 'package-lock.json';

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(projectFolder, folder))
    .filter((name) => name.endsWith('.json') && name !== WRITTEN_BY_NPM)
    .map((name) => join(folder, name)),
);

/** The errors of a JSON text, by line. `JSON.parse` silently takes the last of two equal keys. */
function faultsOf(text: string): string[] {
  const lines = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'json' });
  return errors.map(({ message, pos }) => `line ${lines.linePos(pos[0]).line}: ${message}`);
}

describe('The JSON files of the project', () => {
  it('are looked at', () => {
    expect(files).toEqual(expect.arrayContaining(['package.json', 'tsconfig.json', '.oxlintrc.json']));
  });

  it.each(files)('%s has no key twice', (file) => {
    expect(faultsOf(readFileSync(join(projectFolder, file), 'utf8'))).toEqual([]);
  });

  it('would be refused with a key twice', () => {
    expect(faultsOf('{ "dependencies": {\n  "pg": "8",\n  "yaml": "2",\n  "pg": "8"\n} }')).toEqual([
      'line 4: Map keys must be unique',
    ]);
  });
});
