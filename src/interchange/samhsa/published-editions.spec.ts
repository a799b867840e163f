import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describeWithShared } from '../../../test/support/shared-material.js';
import { projectFolder } from '../../config/project-folder.js';
import { SeedFileError } from '../../config/seed-file.js';
import { CODE_BOOK_2023 } from './code-book-2023.js';
import { comparedWithPublished, editionOfFile, publishedEditions } from './published-editions.js';

const EDITIONS = publishedEditions();
const OF_2023 = EDITIONS.find(({ edition }) => edition === '2023')!;

describe('The published editions', () => {
  it('are those of 2022 to 2025, each of a survey of the year before', () => {
    expect(EDITIONS.map(({ edition, surveyYear }) => [edition, surveyYear])).toEqual([
      ['2022', 2021],
      ['2023', 2022],
      ['2024', 2023],
      ['2025', 2024],
    ]);
  });

  it('have the edition whose codes are known here', () => {
    expect(OF_2023.edition).toBe(CODE_BOOK_2023.edition);
  });

  it('recognise a file by its hash, and say of another one that it differs', () => {
    expect(editionOfFile(OF_2023.sha256, EDITIONS)).toBe(OF_2023);
    expect(editionOfFile('0'.repeat(64), EDITIONS)).toBeUndefined();
    const published = { sha256: OF_2023.sha256 };
    expect(comparedWithPublished(OF_2023.sha256, '2023', EDITIONS)).toEqual({
      ...published,
      isThisFile: true,
    });
    expect(comparedWithPublished('0'.repeat(64), '2023', EDITIONS)).toEqual({
      ...published,
      isThisFile: false,
    });
  });

  it('say nothing of an edition that is not among them', () => {
    expect(comparedWithPublished(OF_2023.sha256, '2031', EDITIONS)).toBeNull();
  });
});

describe('A list of editions that cannot be used', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'editions-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    [
      'a misspelt field',
      'surveyYear: 2021',
      'surveyYaer: 2021',
      /surveyYaer: unknown field \(did you mean "surveyYear"\?\)/,
    ],
    [
      'half a hash',
      /sha256: e1df0a3d[0-9a-f]+/,
      'sha256: e1df0a3d',
      /editions\/0\/sha256: must match pattern/,
    ],
    ['an edition twice', "edition: '2022'", "edition: '2023'", /edition: 2023 is used twice/],
    [
      'a hash twice',
      /sha256: e1df0a3d[0-9a-f]+/,
      `sha256: ${OF_2023.sha256}`,
      /sha256: 550715b0e57b[0-9a-f]+ is used twice/,
    ],
  ])('is refused with %s', (_what, found, replacement, complaint) => {
    const text = readFileSync(join(projectFolder, 'seed-data', 'editions', 'samhsa.yaml'), 'utf8');
    const file = join(folder, 'samhsa.yaml');
    writeFileSync(file, text.replace(found, replacement));
    expect(() => publishedEditions(file)).toThrow(SeedFileError);
    expect(() => publishedEditions(file)).toThrow(complaint);
  });
});

describeWithShared('The published editions beside the files', 'data/samhsa', (folder) => {
  it('are the rows of the list that they were taken from', () => {
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'editions.csv')), {
      columns: true,
    });
    expect(
      EDITIONS.map(({ surveyYear, rows: count, ...edition }) => ({
        ...edition,
        survey_year: String(surveyYear),
        rows: String(count),
      })),
    ).toEqual(rows);
  });

  it('recognise the workbook of 2023', () => {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, OF_2023.file)))
      .digest('hex');
    expect(editionOfFile(digest, EDITIONS)?.edition).toBe('2023');
  });
});
