import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';
import { hasTest, testsNamedIn } from './named-tests.js';

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
const security = read('SECURITY.md');
describe('SECURITY.md', () => {
  const rows = security.split('\n').filter((line) => /^\| API\d+ /.test(line));

  it('has a line for each of the ten risks, and a test for each line', () => {
    expect(rows.map((row) => /^\| (API\d+)/.exec(row)?.[1])).toEqual(
      Array.from({ length: 10 }, (_, i) => `API${i + 1}`),
    );
    for (const row of rows)
      expect([row.slice(0, 30), testsNamedIn(row).length > 0]).toEqual([row.slice(0, 30), true]);
  });

  it('names tests that exist, by their very titles', () => {
    const missing = testsNamedIn(security).filter((named) => !hasTest(named));
    expect(testsNamedIn(security).length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  it.each(['SECURITY.md', 'docs/privacy.md'])(
    'and what goes with it name files that exist: %s',
    (document) => {
      const files = [...read(document).matchAll(/`((?:src|test|seed-data|docs|\.ci)\/[\w./-]+\.\w+)`/g)].map(
        ([, file = '']) => file,
      );
      expect(files.length).toBeGreaterThan(2);
      expect(files.filter((file) => !existsSync(join(projectFolder, file)))).toEqual([]);
    },
  );
});

describe('docs/privacy.md', () => {
  it('names every table of the database', () => {
    const kept = /## What is kept\n([\s\S]*?)\n## /.exec(read('docs/privacy.md'))?.[1] ?? '';
    const migrations = /import .* from '.\/(.*)\.js'/g;
    const tables = [...read('migrations/index.ts').matchAll(migrations)].flatMap(([, file = '']) =>
      [...read(`migrations/${file}.ts`).matchAll(/CREATE TABLE (\w+)/g)].map(([, table = '']) => table),
    );
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((table) => !new RegExp(`\`${table}[\`.]`).test(kept))).toEqual([]);
  });
});
