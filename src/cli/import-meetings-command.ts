import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { today } from '../config/today.js';
import type { Connection } from '../database/connection.js';
import { type AcceptedFigures, stoppedSentence } from '../interchange/import-run/brakes.js';
import type { NamedFile } from '../interchange/import-run/file-head.js';
import { ImportRefused } from '../interchange/import-run/import-refused.js';
import { acceptedFigure, isAddress } from './import-arguments.js';

interface MeetingArguments {
  readonly fellowship: string;
  readonly map: string;
  readonly list?: string;
  readonly edition: string;
  readonly dryRun?: boolean;
  readonly accept?: AcceptedFigures;
  readonly issues?: string;
}

/** The most bytes of a list that is read over the network: 64 MB. */
const LONGEST = 64 * 1024 ** 2;
const PATIENCE_MS = 60_000;

/**
 * `import meetings <file>`: a list of the Meeting Guide.
 *
 * @param pathFromUser makes a path that the user typed absolute
 * @param withDatabase opens a migrated database and closes it again
 */
export function importMeetingsCommand(
  pathFromUser: (path: string) => string,
  withDatabase: (use: (connection: Connection) => Promise<void>) => Promise<void>,
): Command {
  return new Command('meetings')
    .description('import a list of meetings of mutual help: resources with times, never programs')
    .argument('<file>', 'JSON of the Meeting Guide, or its address', (file: string) =>
      isAddress(file) ? file : pathFromUser(file),
    )
    .requiredOption('--fellowship <id>', 'the resource whose meetings they are, such as na')
    .requiredOption(
      '--map <types.yaml>',
      'what the codes of types mean, such as seed-data/meetings/na.yaml',
      pathFromUser,
    )
    .option('--list <name>', 'the name of the list, where a fellowship has several')
    .option('--edition <day>', 'the day of the list', today())
    .option('--dry-run', 'read and compare everything, and write nothing')
    .option(
      '--accept <figure>',
      'a figure that stopped the import and is right, such as rows=410',
      acceptedFigure,
    )
    .option('--issues <file.csv>', 'write all issues to a CSV file', pathFromUser)
    .action(async (file: string, options: MeetingArguments) => {
      const { DataSource } = await import('typeorm');
      const { dataSourceOptions } = await import('../database/connection.js');
      const { issuesCsv } = await import('../interchange/import-run/issues-csv.js');
      const { importMeetings, meetingLines } =
        await import('../interchange/meeting-guide/import-meetings.js');
      await withList(file, async (named) =>
        withDatabase(async (connection) => {
          const dataSource = await new DataSource(dataSourceOptions(connection, 0)).initialize();
          try {
            const report = await importMeetings(dataSource, { ...options, file: named });
            console.log(meetingLines(report).join('\n'));
            if (options.issues !== undefined) await writeFile(options.issues, issuesCsv(report.issueList));
            if (report.brakes.length > 0 && !options.dryRun)
              throw new ImportRefused(stoppedSentence(report.brakes));
          } finally {
            await dataSource.destroy();
          }
        }),
      );
    });
}

/** The file, or what is at the address while `use` runs. */
async function withList(file: string, use: (file: NamedFile) => Promise<void>): Promise<void> {
  if (!isAddress(file)) return use({ path: file, name: file });
  const folder = await mkdtemp(join(tmpdir(), 'navigator-meetings-'));
  try {
    const path = join(folder, 'meetings.json');
    await writeFile(path, await read(file));
    await use({ path, name: file });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function read(address: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new ImportRefused(`${address} answers ${response.status}.`);
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += part.length;
      if (bytes > LONGEST) throw new ImportRefused(`${address} has more than 64 MB.`);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused(`${address} does not answer; try again later.`);
  }
  return Buffer.concat(parts);
}
