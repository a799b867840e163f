import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { today } from '../config/today.js';
import type { Connection } from '../database/connection.js';
import { type AcceptedFigures, BRAKE_KINDS, stoppedSentence } from '../interchange/import-run/brakes.js';
import { ImportRefused } from '../interchange/import-run/import-refused.js';
import type { SourceFile } from '../interchange/import-run/import-source.js';
import { IMPORT_KINDS, type ImportKind } from '../interchange/import-kinds.js';
import { acceptedFigure, isAddress } from './import-arguments.js';
import { showProgress } from './progress.js';

/** The options of `import <kind> <file>`. */
interface ImportArguments {
  readonly edition: string;
  readonly map?: string;
  readonly dryRun?: boolean;
  readonly accept?: AcceptedFigures;
  readonly replaceDemo?: boolean;
  readonly issues?: string;
}

type WithDatabase = (use: (connection: Connection) => Promise<void>) => Promise<void>;

/**
 * `import <kind> <file>`, a command for each kind of file.
 *
 * @param pathFromUser makes a path that the user typed absolute
 * @param withDatabase opens a migrated database and closes it again
 */
export function importCommands(
  pathFromUser: (path: string) => string,
  withDatabase: WithDatabase,
): Command[] {
  return Object.entries<ImportKind>(IMPORT_KINDS).map(([name, kind]) => {
    const edition = ['--edition <edition>', `the edition of the file: ${kind.editionIs}`] as const;
    const fromUser = (file: string) => (kind.fetch && isAddress(file) ? file : pathFromUser(file));
    const command = new Command(name)
      .description(`import ${kind.what}`)
      .argument('<file>', kind.forms, fromUser)
      .option('--dry-run', 'read and compare everything, and write nothing')
      .option(
        '--accept <figure>',
        `a figure that stopped the import and is right, such as withdrawn=4180 (${BRAKE_KINDS.join(', ')}); may be repeated`,
        acceptedFigure,
      )
      .option('--replace-demo', 'withdraw the fictional demonstration directory in the same step')
      .option('--issues <file.csv>', 'write all issues to a CSV file', pathFromUser)
      .addHelpText(
        'after',
        `
An import writes all or nothing. The same file again writes nothing. Statements of curators
and of other sources are kept. Figures that look like a broken file stop an import until
--accept names them.`,
      )
      .action((file: string, options: ImportArguments) => importFile(kind, file, options, withDatabase));
    if (kind.editionIsToday) command.option(...edition, today());
    else command.requiredOption(...edition);
    return kind.map ? command.requiredOption('--map <file.yaml>', kind.map.what, pathFromUser) : command;
  });
}

async function importFile(
  kind: ImportKind,
  file: string,
  options: ImportArguments,
  withDatabase: WithDatabase,
): Promise<void> {
  if (options.issues === file)
    throw new ImportRefused('--issues names the imported file and would overwrite it. Name another file.');
  // Errors in the call or in the file are reported before a database is started.
  const source = await opened(kind, file, options);
  const draft = source.mapDraft;
  if (draft && options.map !== undefined) {
    if (draft.added > 0) await writeText(options.map, draft.text, 'The mapping file');
    console.log(
      `${draft.undecided} terms of the source are undecided in ${options.map}, ${draft.added} of them new; they state nothing. Say there what they mean, and import again.`,
    );
  }
  const { DataSource } = await import('typeorm');
  const { dataSourceOptions } = await import('../database/connection.js');
  const { ENTITIES } = await import('../entities.js');
  const { seedRegistry } = await import('../evidence/registry-seed.js');
  const { issuesCsv } = await import('../interchange/import-run/issues-csv.js');
  const { reportLines } = await import('../interchange/import-run/report-lines.js');
  const { runImport } = await import('../interchange/import-run/run-import.js');

  await withDatabase(async (connection) => {
    const dataSource = new DataSource({ ...dataSourceOptions(connection, 0), entities: ENTITIES });
    await dataSource.initialize();
    const progress = showProgress('Importing');
    try {
      // Claims of programs refer to the registry, so it must be loaded first.
      if (!options.dryRun) await dataSource.transaction(async (manager) => seedRegistry(manager));
      const report = await runImport(dataSource, source, {
        dryRun: options.dryRun,
        accept: options.accept,
        replaceDemo: options.replaceDemo,
        today: today(),
        onProgress: (done, total) => progress.update(done, total),
      });
      progress.stop();
      console.log(reportLines(report, options.issues).join('\n'));
      if (options.issues !== undefined)
        await writeText(
          options.issues,
          issuesCsv(report.issueList),
          'The report above is complete, but its list of issues',
        );
      if (report.brakes.length > 0 && !options.dryRun)
        throw new ImportRefused(stoppedSentence(report.brakes));
    } finally {
      progress.stop();
      await dataSource.destroy();
    }
  });
}

/** Opens a file, or what is read from an address. */
async function opened(kind: ImportKind, file: string, options: ImportArguments): Promise<SourceFile> {
  const { edition, map } = options;
  if (!kind.fetch || !isAddress(file)) return kind.open({ path: file, name: file }, edition, map);
  const folder = await mkdtemp(join(tmpdir(), 'navigator-source-'));
  const progress = showProgress('Reading');
  try {
    const read = await kind.fetch(file, folder, (done, total) => progress.update(done, total));
    return await kind.open(read, edition, map);
  } finally {
    progress.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeText(file: string, text: string, what: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new ImportRefused(
      `${what} cannot be written to ${file}: ${(error as Error).message}. Name another file and import again.`,
    );
  }
}
