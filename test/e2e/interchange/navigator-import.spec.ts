import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RIS_FILE } from '../../support/citation-files.js';
import { runNavigator } from '../../support/run-navigator.js';
import { csvOf, facility, withFile } from '../../support/samhsa/facility-files.js';
import { type TestDatabase, testDatabase } from '../../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const digestOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const navigator = (args: readonly string[], from?: string) => runNavigator(database.connection, args, from);

describe('navigator import samhsa', () => {
  it('imports a file named relative to the folder of the user, writes its issues, and finds nothing new the second time', async () => {
    await withFile('list.csv', csvOf([facility(), facility({ zip: 'none' })]), async (file) => {
      const folder = dirname(file);
      const args = ['import', 'samhsa', 'list.csv', '--edition', '2023'];
      const first = await navigator([...args, '--issues', 'issues.csv'], folder);
      expect({
        ...first,
        out: first.out
          .replace(/run [0-9a-f-]{36}/, 'run ID')
          .replace(folder, 'FOLDER')
          .replace(digestOf(await readFile(file)).slice(0, 12), 'DIGEST'),
      }).toEqual({
        code: 0,
        err: 'Importing: 1 of 1 programs\n',
        out: `list.csv, edition 2023
This file differs from the published edition 2023 (SHA-256 DIGEST…; published 550715b0e57b…).

rows read                                2
programs                                 1
rows skipped                             1

created                                  1
changed                                  0
unchanged                                0
withdrawn                                0

1 issues:
  malformed-postal-code: 1
    row 3, zip: none

All issues: FOLDER/issues.csv
Recorded as run ID
`,
      });
      expect(await readFile(join(folder, 'issues.csv'), 'utf8')).toBe(
        '"row","kind","field","value","message"\r\n"3","malformed-postal-code","zip","none","zip is not a ZIP ' +
          'code of five digits (or ZIP+4). The row is skipped."\r\n',
      );

      const again = await navigator(args, folder);
      expect(again.code).toBe(0);
      expect(again.out).toContain('The directory already has all of this: nothing was written.');
    });
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['no command', [], 2, /^Usage: navigator/],
    ['a command that is misspelt', ['imprt'], 2, /unknown command 'imprt'\n\(Did you mean import\?\)/],
    ['no file', ['import', 'samhsa', '--edition', '2023'], 2, /missing required argument 'file'/],
    ['no edition', ['import', 'samhsa', 'x.csv'], 2, /required option '--edition <edition>' not specified/],
    [
      'an option that is misspelt',
      ['import', 'samhsa', 'x.csv', '--edition', '2023', '--dryrun'],
      2,
      /Did you mean --dry-run\?/,
    ],
    [
      'an edition without a code book',
      ['import', 'samhsa', 'x.csv', '--edition', '2025'],
      1,
      /^There is no code book for edition "2025"\. .* the known editions are: 2022, 2023\.\n$/,
    ],
    [
      'a file that is not there',
      ['import', 'samhsa', 'x.csv', '--edition', '2023'],
      1,
      /^There is no file .*x\.csv\.\n$/,
    ],
    [
      'a file that is none',
      ['import', 'samhsa', 'src', '--edition', '2023'],
      1,
      /src is a folder; name the file in it\.\n$/,
    ],
  ])('answers %s with a sentence and its exit code', async (_what, args, code, sentence) => {
    const answer = await navigator(args);
    expect({ code: answer.code, out: answer.out }).toEqual({ code, out: '' });
    expect(answer.err).toMatch(sentence);
    expect(answer.err).not.toMatch(/^\s+at /m);
  });

  it('explains itself', async () => {
    const { code, out } = await navigator(['import', 'samhsa', '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/--replace-demo/);
  });
});

describe('navigator editions', () => {
  it('lists the published editions without a database', async () => {
    const { code, out, err } = await runNavigator({ url: 'postgres://nobody@127.0.0.1:1/none' }, [
      'editions',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/^Edition .*$/gm)).toEqual([
      'Edition 2022, survey of 2021',
      'Edition 2023, survey of 2022',
      'Edition 2024, survey of 2023 (cannot be imported yet: no code book)',
      'Edition 2025, survey of 2024 (cannot be imported yet: no code book)',
    ]);
  });
});

describe('navigator import citations', () => {
  it('imports a file from the folder of the user, and reports the outcome of each record', async () => {
    await withFile('refs.ris', RIS_FILE, async (file) => {
      const args = ['import', 'citations', 'refs.ris', '--format', 'ris'];
      const refused =
        '  3 (no identifier), refused: has no DOI, PubMed number or Cochrane number; add one to the record\n';
      const dry = await navigator([...args, '--dry-run'], dirname(file));
      expect(dry.code).toBe(0);
      expect(dry.out).toMatch(/^3 records: .*\nNothing was written\.\n/);
      expect(await navigator(args, dirname(file))).toEqual({
        code: 0,
        err: '',
        out: `3 records: 1 created, 1 completed, 0 unchanged, 1 refused.\n${refused}`,
      });
      expect((await navigator(args, dirname(file))).out).toBe(
        `3 records: 0 created, 0 completed, 2 unchanged, 1 refused.\n${refused}`,
      );
      const wrong = await navigator(['import', 'citations', 'refs.ris', '--format', 'pubmed'], dirname(file));
      expect([wrong.code, wrong.err]).toEqual([
        1,
        expect.stringMatching(/refs\.ris has no line that begins/),
      ]);
      const unknown = await navigator(
        ['import', 'citations', 'refs.ris', '--format', 'bibtex'],
        dirname(file),
      );
      expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('csl-json, ris, pubmed')]);
    });
  });
});
