#!/usr/bin/env node
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { DataSource, type EntityManager } from 'typeorm';
import { auditCommand } from './access/audit-commands.js';
import { keyCommands } from './access/key-commands.js';
import { reviewLines } from './assessments/review-calendar.js';
import { readEnv, userFolder } from './config/env.js';
import { StartError } from './config/start-error.js';
import { today } from './config/today.js';
import { type Connection, dataSourceOptions } from './database/connection.js';
import { migrate } from './database/migrate.js';
import { startDatabase } from './database/start-database.js';
import { ENTITIES } from './entities.js';
import { citationsCommand } from './evidence/citations/citation-commands.js';
import { deskLines } from './desk/desk-calendar.js';
import { ratingLines } from './evidence/ratings/rating-calendar.js';
import { seedRegistry } from './evidence/registry-seed.js';
import { firstStart } from './first-start.js';
import { codeBookOf } from './interchange/samhsa/code-books.js';
import { importDirectory } from './interchange/samhsa/importer.js';
import { ImportRefused } from './interchange/samhsa/import-refused.js';
import { issuesCsv } from './interchange/samhsa/issues-csv.js';
import { readDirectoryFile } from './interchange/samhsa/read-directory-file.js';
import { reportLines } from './interchange/samhsa/report-lines.js';
import { showProgress } from './progress.js';

const FAILED = 1;
const MISUSED = 2;
/** What a shell reports of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

const log = (line: string): void => console.error(line);
let interrupted = false;

interface ImportArguments {
  edition: string;
  dryRun?: boolean;
  replaceDemo?: boolean;
  issues?: string;
}

function commands(): Command {
  const navigator = new Command('navigator')
    .description(
      'Looks after the treatment directory. Uses the database of DATABASE_URL, or the embedded one in DATA_DIR (.data); the service may be running meanwhile.',
    )
    .exitOverride()
    .showHelpAfterError('Add --help to see how it is used.');

  navigator
    .command('migrate')
    .description('bring the database up to this version')
    .action(async () => {
      await withDatabase(async () => log('The database is up to date.'));
    });

  navigator
    .command('seed')
    .description('load the evidence registry and the demonstration directory into an empty database')
    .action(async () => {
      await withDatabase((connection) => firstStart(connection, log));
    });

  const importing = navigator.command('import').description('bring programs and citations in from outside');
  importing
    .command('samhsa')
    .description(
      "import an edition of SAMHSA's national directory of drug and alcohol use treatment facilities",
    )
    .argument('<file>', 'the workbook (.xlsx) or the same as CSV', pathFromUser)
    .requiredOption('--edition <year>', 'the edition whose code book explains the file, such as 2023')
    .option('--dry-run', 'read and compare everything, and write nothing')
    .option('--replace-demo', 'withdraw the fictional demonstration directory in the same step')
    .option('--issues <file.csv>', 'write all issues to a CSV file', pathFromUser)
    .addHelpText(
      'after',
      `
All or nothing: an import that ends early leaves the directory as it was. The same file
again writes nothing; what a curator or another source said of a program stays.`,
    )
    .action(importSamhsa);
  importing.addCommand(inherit(citationsCommand(pathFromUser, inOneTransaction)));

  navigator.addCommand(inherit(keyCommands(inOneTransaction)));
  navigator.addCommand(inherit(auditCommand(inOneTransaction)));

  navigator
    .command('review')
    .description('what people have to look at again')
    .command('due')
    .description(
      'list the desk’s work: ratings to review, tickets on programs, statements that end, safety messages and lines that are due, lines that nobody has verified',
    )
    .action(() =>
      inOneTransaction(async (manager) => {
        const day = today();
        const lines = [
          ...(await ratingLines(manager, day)),
          ...(await deskLines(manager, day)),
          ...reviewLines(day),
        ];
        console.log(lines.join('\n'));
      }),
    );
  return navigator;
}

/** What commander gives only to commands that it makes itself. */
function inherit(command: Command): Command {
  command.exitOverride().showHelpAfterError('Add --help to see how it is used.');
  for (const one of command.commands) inherit(one);
  return command;
}

/** Opens the database for one transaction: all of it or nothing. */
async function inOneTransaction(use: (manager: EntityManager) => Promise<void>): Promise<void> {
  await withDatabase(async (connection) => {
    const dataSource = await new DataSource({
      ...dataSourceOptions(connection),
      entities: ENTITIES,
    }).initialize();
    try {
      await dataSource.transaction(use);
    } finally {
      await dataSource.destroy();
    }
  });
}

async function importSamhsa(file: string, options: ImportArguments): Promise<void> {
  if (options.issues === file)
    throw new ImportRefused('--issues would overwrite the file that is imported; name another file.');
  // What is wrong with the call or the file is told before a database is started.
  codeBookOf(options.edition);
  const table = await readDirectoryFile(file);

  await withDatabase(async (connection) => {
    const dataSource = new DataSource({
      ...dataSourceOptions(connection, 0),
      entities: ENTITIES,
    });
    await dataSource.initialize();
    const progress = showProgress('Importing');
    try {
      // Claims of programs refer to the registry, so it has to be there first.
      if (!options.dryRun) await dataSource.transaction(async (manager) => seedRegistry(manager));
      const report = await importDirectory(dataSource, {
        file,
        table,
        edition: options.edition,
        dryRun: options.dryRun,
        replaceDemo: options.replaceDemo,
        today: today(),
        onProgress: (done, total) => progress.update(done, total),
      });
      progress.stop();
      console.log(reportLines(report, options.issues).join('\n'));
      if (options.issues !== undefined) await writeIssues(options.issues, issuesCsv(report.issueList));
    } finally {
      progress.stop();
      await dataSource.destroy();
    }
  });
}

async function writeIssues(file: string, csv: string): Promise<void> {
  try {
    await writeFile(file, csv);
  } catch (error) {
    throw new ImportRefused(
      `The report above stands, but its issues cannot be written to ${file}: ${(error as Error).message}. Name another file and import again.`,
    );
  }
}

/** Runs `use` on a migrated database, and stops the embedded server again if this process started it. */
async function withDatabase(use: (connection: Connection) => Promise<void>): Promise<void> {
  const database = await startDatabase(readEnv(), { share: true, log });
  const interrupt = () => {
    interrupted = true;
    log('Interrupted: nothing of this step was kept.');
    void database.stop().finally(() => process.exit(INTERRUPTED));
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  void database.lost.then((sentence) => {
    log(sentence);
    process.exit(FAILED);
  });
  try {
    await migrate(database.connection, log);
    await use(database.connection);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await database.stop();
  }
}

/** A path as the user typed it, from where they stood: npm runs scripts in the package's folder. */
function pathFromUser(path: string): string {
  if (path === '') throw new InvalidArgumentError('A file is needed.');
  return resolve(userFolder(), path);
}

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await commands().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : MISUSED;
  // What fails because the database was stopped under it has been told already.
  else if (!interrupted) {
    const expected = error instanceof StartError || error instanceof ImportRefused;
    const { message } = error as Error;
    log(expected ? message : `This failed, and nothing of it was kept: ${message}`);
    process.exitCode = FAILED;
  }
}
