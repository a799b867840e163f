import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';

const EXPORT =
  /^export (?:default )?(?:abstract )?(?:async )?(?:class|function\*?|const|enum|interface|type) (\w+)/gm;

/** The files that export a name, by name. A name exported by the English and the Spanish catalogue counts once. */
function exportsByName(files: readonly { name: string; text: string }[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { name, text } of files)
    for (const [, exported = ''] of text.matchAll(EXPORT))
      found.set(exported, (found.get(exported) ?? new Set()).add(name.replace(/\.(?:en|es)\.ts$/, '.ts')));
  return found;
}

/** One line for each name that several files export, with all of them. */
function exportedTwice(files: readonly { name: string; text: string }[]): string[] {
  return [...exportsByName(files)]
    .filter(([, where]) => where.size > 1)
    .map(([name, where]) => `${name}: ${[...where].sort().join(', ')}`)
    .sort();
}

const sources = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(spec|d)\.tsx?$/.test(name))
  .map((name) => ({ name: `src/${name}`, text: readFileSync(join(projectFolder, 'src', name), 'utf8') }));
/** The pages are a program of their own: they speak of the answers of the API in its words. */
const [pages, service] = [true, false].map((ofPages) =>
  sources.filter(({ name }) => name.startsWith('src/web/') === ofPages),
) as [typeof sources, typeof sources];

describe('Exported names of src', () => {
  it('are read from every file', () => {
    expect(exportsByName(service).size).toBeGreaterThan(1000);
    expect(exportsByName(pages).size).toBeGreaterThan(50);
  });

  it('mean one thing each: no name is exported by two files', () => {
    expect(exportedTwice(service)).toEqual([]);
    expect(exportedTwice(pages)).toEqual([]);
  });

  it('would be refused in two files, with both paths', () => {
    const files = [
      { name: 'src/a/one.ts', text: 'export interface Answers {}\nexport const OTHER = 1;' },
      { name: 'src/b/two.ts', text: 'export type Answers = string;' },
      { name: 'src/c/words.en.ts', text: 'export function word() {}' },
      { name: 'src/c/words.es.ts', text: 'export function word() {}' },
    ];
    expect(exportedTwice(files)).toEqual(['Answers: src/a/one.ts, src/b/two.ts']);
  });
});
