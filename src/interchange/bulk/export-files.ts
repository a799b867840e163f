import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Zip, ZipDeflate } from 'fflate';
import { projectPackage } from '../../config/project-package.js';
import type { Querying } from '../../database/querying.js';
import { directoryVersion } from '../../directory/program.queries.js';
import { summarizeProgram } from '../../directory/summarize-program.js';
import type { OutwardProgram } from '../outward/outward-program.js';
import {
  everyOutwardOrganization,
  everyOutwardProgram,
  outwardLocations,
} from '../outward/outward.queries.js';
import { packageSources } from './bulk.queries.js';
import { type CsvTable, headerLine, rowLine } from './csv-table.js';
import { dataPackage, packageReadme } from './data-package.js';
import { factRows } from './fact-rows.js';
import {
  APPROACH_TABLE,
  type ApproachRow,
  FACT_TABLE,
  LOCATIONS,
  ORGANIZATIONS,
  PROGRAMS,
  RATING_TABLE,
  type RatingRow,
} from './tables.js';

/** The files of an export. */
export const EXPORT_FILES = ['directory.zip', 'programs.ndjson.gz'] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];

const BATCH = 500;

/** What an export is made of beside the directory. */
export interface ExportContent {
  /** YYYY-MM-DD; decides how fresh a record is. */
  readonly day: string;
  readonly approaches: readonly ApproachRow[];
  readonly ratings: readonly RatingRow[];
}

/**
 * Writes the files of an export to a folder, which appears whole or not at all. Run it in one REPEATABLE READ transaction, so
 * that the files are of one version. It holds one batch of programs in memory.
 */
export async function writeExport(querying: Querying, folder: string, content: ExportContent): Promise<void> {
  const unfinished = `${folder}.unfinished-${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    await writeZip(querying, join(unfinished, 'directory.zip' satisfies ExportFile), content);
    await writeLines(querying, join(unfinished, 'programs.ndjson.gz' satisfies ExportFile), content.day);
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function writeLines(querying: Querying, path: string, day: string): Promise<void> {
  await pipeline(Readable.from(linesOf(querying, day)), createGzip(), createWriteStream(path));
}

/** One program a line: its summary with status, version and date, and all its facts as they are resolved. */
async function* linesOf(querying: Querying, day: string): AsyncGenerator<string> {
  for await (const programs of everyOutwardProgram(querying, {}, BATCH))
    yield programs.map((program) => `${JSON.stringify(lineOf(program, day))}\n`).join('');
}

function lineOf(program: OutwardProgram, day: string): object {
  const { status, version, updatedAt, verifiedOn, facts } = program;
  return { ...summarizeProgram(program, day), status, version, updatedAt, verifiedOn, facts };
}

async function writeZip(
  querying: Querying,
  path: string,
  { day, approaches, ratings }: ExportContent,
): Promise<void> {
  const zip = new ZipFile(path);
  const facts = {
    version: projectPackage.version,
    day,
    directory: await directoryVersion(querying),
    sources: await packageSources(querying),
  };
  await zip.add('README.md', [packageReadme(facts)]);
  await zip.add('datapackage.json', [`${JSON.stringify(dataPackage(facts), null, 2)}\n`]);
  await zip.add('programs.csv', tableOf(PROGRAMS, everyOutwardProgram(querying, {}, BATCH)));
  await zip.add('locations.csv', tableOf(LOCATIONS, everyLocation(querying)));
  await zip.add('organizations.csv', tableOf(ORGANIZATIONS, everyOutwardOrganization(querying, {}, BATCH)));
  await zip.add('facts.csv', tableOf(FACT_TABLE, everyFact(querying)));
  await zip.add('approaches.csv', tableOf(APPROACH_TABLE, [approaches]));
  await zip.add('ratings.csv', tableOf(RATING_TABLE, [ratings]));
  await zip.end();
}

async function* everyFact(querying: Querying) {
  for await (const programs of everyOutwardProgram(querying, {}, BATCH))
    yield programs.flatMap(({ id, facts }) => factRows(id, facts));
}

async function* everyLocation(querying: Querying) {
  for (let after: string | undefined; ;) {
    const slice = { limit: BATCH, offset: 0, ...(after === undefined ? {} : { after }) };
    const rows = await outwardLocations(querying, {}, slice);
    yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

/** A table as CSV, a batch of lines at a time. */
async function* tableOf<Row>(
  table: CsvTable<Row>,
  batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield headerLine(table);
  for await (const rows of batches) yield rows.map((row) => rowLine(table, row)).join('');
}

/** A zip file that is written while its parts are made. */
class ZipFile {
  private readonly zip: Zip;
  private readonly output: WriteStream;
  private failure: Error | undefined;

  constructor(path: string) {
    this.output = createWriteStream(path);
    this.output.once('error', (error) => (this.failure = error));
    this.zip = new Zip((error, chunk, isLast) => {
      if (error) this.failure = error;
      else this.output.write(chunk);
      if (isLast) this.output.end();
    });
  }

  async add(name: string, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const file = new ZipDeflate(name, { level: 6 });
    this.zip.add(file);
    for await (const part of parts) {
      file.push(Buffer.from(part), false);
      if (this.failure) throw this.failure;
      if (this.output.writableNeedDrain) await once(this.output, 'drain');
    }
    file.push(new Uint8Array(0), true);
  }

  async end(): Promise<void> {
    const finished = once(this.output, 'close');
    this.zip.end();
    await finished;
    if (this.failure) throw this.failure;
  }
}
