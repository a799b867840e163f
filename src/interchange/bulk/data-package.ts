import type { CsvTable } from './csv-table.js';
import { TABLES } from './tables.js';

/** What a data package says of itself. */
export interface PackageFacts {
  /** Version of the software that made it. */
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Number of the last change of the directory that is in it. */
  readonly directory: number;
  readonly sources: readonly PackageSource[];
}

/** A source of the directory, with the day of its data and how many programs it lists. */
export interface PackageSource {
  readonly source: string;
  readonly asOf: string;
  readonly programs: number;
  readonly fictional: boolean;
}

/** `datapackage.json`: the files with the types, keys and meaning of their columns (Frictionless Data Package 1.0). */
export function dataPackage({ version, day, directory, sources }: PackageFacts): object {
  return {
    profile: 'tabular-data-package',
    name: 'treatment-directory',
    title: 'Treatment Navigator: directory of addiction treatment programs',
    version: String(directory),
    created: `${day}T00:00:00Z`,
    'x-software': version,
    sources: sources.map(({ source, asOf, programs, fictional }) => ({
      title: `${source}, ${asOf}: ${programs} programs${fictional ? ', fictional' : ''}`,
    })),
    resources: TABLES.map((table) => resourceOf(table)),
  };
}

function resourceOf({ name, description, columns, key, references = [] }: CsvTable<never>): object {
  return {
    name,
    description,
    path: `${name}.csv`,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        type: column.type,
        description: column.description,
        ...(column.required ? { constraints: { required: true } } : {}),
      })),
      missingValues: [''],
      ...(key.length > 0 ? { primaryKey: key } : {}),
      ...(references.length > 0
        ? {
            foreignKeys: references.map(({ column, table, key: target }) => ({
              fields: column,
              reference: { resource: table, fields: target },
            })),
          }
        : {}),
    },
  };
}

/** `README.md` of the package: how to read it, and what each source allows. */
export function packageReadme({ day, sources }: PackageFacts): string {
  return `# Treatment Navigator: the directory as tables

Made on ${day}. \`datapackage.json\` describes every column (Frictionless Data Package).

- What is unknown has no row in \`facts.csv\` and an empty cell elsewhere. It is never "no", zero or false.
- A text that begins with \`=\`, \`+\`, \`-\` or \`@\` has an apostrophe before it, so that no spreadsheet runs it as a formula.
- Every fact has its source, its day and its standing. A survey is self-reported.
- Coordinates with the precision \`postal-code\` are the center of a ZIP code, not of a street address.
- A rating with the status \`draft\` was reviewed by no named person.
- This is not a diagnosis, not an emergency service and no substitute for a clinician.

## Sources

${sources.map(sourceLine).join('\n')}
`;
}

function sourceLine({ source, asOf, programs, fictional }: PackageSource): string {
  const count = `${programs} ${programs === 1 ? 'program' : 'programs'}`;
  if (fictional) return `- ${source}, ${asOf}: ${count}. Fictional, for demonstration.`;
  const licence = LICENCES[source] ?? 'Ask who runs this service what its licence allows.';
  return `- ${source}, ${asOf}: ${count}. ${licence}`;
}

const LICENCES: Readonly<Record<string, string>> = {
  samhsa: 'A work of the US government, in the public domain (17 U.S.C. 105).',
};
