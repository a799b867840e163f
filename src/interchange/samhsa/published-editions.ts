import { join } from 'node:path';
import { projectFolder } from '../../config/project-folder.js';
import { readSeedFile, SeedFileError, seedCheck } from '../../config/seed-file.js';
import type { PublishedFile } from '../import-run/import-report.js';

/** An edition of the national directory as SAMHSA published it. */
export interface PublishedEdition {
  /** As in `--edition`: the year of publication. */
  readonly edition: string;
  /** The year of the survey. */
  readonly surveyYear: number;
  /** The address of the page with the file. */
  readonly page: string;
  /** The name of the file there. */
  readonly file: string;
  /** Number of facilities in it. */
  readonly rows: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
}

const FILE = join(projectFolder, 'seed-data', 'editions', 'samhsa.yaml');

const fits = seedCheck<{ readonly editions: readonly PublishedEdition[] }>({
  type: 'object',
  additionalProperties: false,
  required: ['editions'],
  properties: {
    editions: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['edition', 'surveyYear', 'page', 'file', 'rows', 'sha256'],
        properties: {
          edition: { type: 'string', pattern: '^20[0-9]{2}$' },
          surveyYear: { type: 'integer', minimum: 2000, maximum: 2099 },
          page: { type: 'string', pattern: '^https://[^ ]+$' },
          file: { type: 'string', minLength: 1, maxLength: 200 },
          rows: { type: 'integer', minimum: 1 },
          sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        },
      },
    },
  },
});

/** The published editions, the oldest first. A `SeedFileError` names the field and the fix. */
export function publishedEditions(file = FILE): readonly PublishedEdition[] {
  const { editions } = readSeedFile(file, fits);
  for (const field of ['edition', 'sha256'] as const) {
    const values = editions.map((one) => one[field]);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined) throw new SeedFileError(file, [`${field}: ${twice} is used twice`]);
  }
  return [...editions].sort((a, b) => (a.edition < b.edition ? -1 : 1));
}

/** The edition that was published as a file with this SHA-256 (hexadecimal), if there is one. */
export function editionOfFile(
  digest: string,
  editions: readonly PublishedEdition[],
): PublishedEdition | undefined {
  return editions.find(({ sha256 }) => sha256 === digest);
}

/** Compares a file with the published file of its edition; `null` if that edition is not listed. */
export function comparedWithPublished(
  digest: string,
  edition: string,
  editions: readonly PublishedEdition[],
): PublishedFile | null {
  const published = editions.find((one) => one.edition === edition);
  return published ? { sha256: published.sha256, isThisFile: published.sha256 === digest } : null;
}
