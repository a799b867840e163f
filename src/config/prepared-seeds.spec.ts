import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { textDigest, readPrepared } from './prepared.js';
import { preparedSeed } from './prepared-seeds.js';
import { projectFolder } from './project-folder.js';
import { schemaCheck } from './schema-check.js';

const FOLDER = join(projectFolder, 'seed-data');
/** Folders of mappings, which are read when a file is imported, and not at a start. */
const OF_IMPORTS = ['hsds', 'licences', 'meetings'];
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.yaml') && !OF_IMPORTS.includes(dirname(name)),
);
const prepared = readPrepared('seed-data.json') as Record<string, { text: string; content: unknown }>;

describe('The build', () => {
  it('has read every file of the seed data that a start reads', () => {
    const read = Object.keys(prepared).map((path) => relative('seed-data', path));
    expect(read.sort()).toEqual(files.sort());
  });

  it('keeps what each file says', () => {
    const now = files.map((name) => {
      const text = readFileSync(join(FOLDER, name), 'utf8');
      return [join('seed-data', name), { text: textDigest(text), content: parse(text) as unknown }] as const;
    });
    // What was edited since the build is read anew by the service.
    for (const [path, { text, content }] of now)
      if (prepared[path]!.text === text) expect(prepared[path]).toMatchObject({ content });
  });
});

describe('A prepared file', () => {
  const [path] = Object.keys(prepared) as [string];
  const file = join(projectFolder, path);
  const text = readFileSync(file, 'utf8');

  it('is not used with another text', () => {
    expect(preparedSeed(file, `${text} `, schemaCheck({}, {}))).toBeUndefined();
  });

  it('is not used with a schema that it was not checked by', () => {
    expect(preparedSeed(file, text, schemaCheck({ type: 'object' }, {}))).toBeUndefined();
  });
});
