#!/usr/bin/env node
import 'reflect-metadata';
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { EntityManager } from 'typeorm';
import { auditCommand } from './cli/audit-commands.js';
import type { CallsDue } from './cli/calls-due.js';
import { geocodeCommand } from './cli/geocode-command.js';
import { printLines } from './cli/printable.js';
import { linkageCommand } from './cli/linkage-command.js';
import { keyCommands } from './cli/key-commands.js';
import { stateArgument } from './cli/state-argument.js';
import { wholeNumber } from './cli/whole-number.js';
import { readEnv, userFolder } from './config/env.js';
import { StartError } from './config/start-error.js';
import type { Connection } from './database/connection.js';
import { citationsCommand } from './cli/citation-commands.js';
import { importCommands } from './cli/import-commands.js';
import { importMeetingsCommand } from './cli/import-meetings-command.js';
import { ImportRefused } from './interchange/import-run/import-refused.js';

const FAILED = 1;
const MISUSED = 2;
/** Exit code that a shell reports for a program ended by Ctrl-C. */
const INTERRUPTED = 130;

const log = (line: string): void => console.error(line);
let interrupted = false;

/**
 * A command loads its dependencies when it runs: `key list` waits neither for the workbook reader nor for the table of
 * postal codes.
 */
function commands(): Command {
  const navigator = new Command('navigator')
    .description(
      'Manages the treatment directory. Uses the database of DATABASE_URL, or the embedded one in DATA_DIR (.data). The service may be running.',
    )
    .exitOverride()
    .showHelpAfterError('Add --help for usage.');

  navigator
    .command('migrate')
    .description('migrate the database to this version')
    .action(async () => {
      await withDatabase(async () => log('The database is up to date.'), { migrates: true });
    });

  navigator
    .command('seed')
    .description('load the evidence registry and the demonstration directory into an empty database')
    .action(async () => {
      const { firstStart } = await import('./start/seed-empty-database.js');
      await withDatabase((connection) => firstStart(connection, log));
    });

  navigator
    .command('backup')
    .description(
      'write all tables to a new file, also while the service runs; the database may be of an earlier version',
    )
    .argument('<file>', 'a file that does not exist yet, such as backup-2026-12-01.gz', pathFromUser)
    .action(async (file: string) => {
      const { writeBackupFile } = await import('./database/backup/backup-file.js');
      await withUnchangedDatabase(async (connection) => {
        const { tables, rows } = await writeBackupFile(connection, file);
        log(
          `Wrote ${tables} tables with ${rows} rows to ${file}. It holds secrets: keep it as you keep the database.`,
        );
      });
    });

  navigator
    .command('restore')
    .description('load a file of `navigator backup` into an empty database, all of it or nothing')
    .argument('<file>', 'the file', pathFromUser)
    .action(async (file: string) => {
      const { restoreBackupFile } = await import('./database/backup/backup-file.js');
      const { migrate } = await import('./database/migrate.js');
      await withUnchangedDatabase(async (connection) => {
        const { tables, rows } = await restoreBackupFile(connection, file);
        await migrate(connection, log);
        log(`Restored ${tables} tables with ${rows} rows from ${file}.`);
      });
    });

  const importing = navigator.command('import').description('import programs, meetings or citations');
  for (const command of importCommands(pathFromUser, withDatabase)) importing.addCommand(inherit(command));
  importing.addCommand(inherit(importMeetingsCommand(pathFromUser, withDatabase)));
  importing.addCommand(inherit(citationsCommand(pathFromUser, inOneTransaction)));

  navigator
    .command('editions')
    .description('list the published editions of the national directory, with the SHA-256 of their files')
    .action(async () => {
      const { editionLines } = await import('./cli/editions.js');
      console.log(editionLines().join('\n'));
    });

  navigator.addCommand(inherit(keyCommands(inOneTransaction)));
  navigator.addCommand(inherit(auditCommand(inOneTransaction)));
  navigator.addCommand(inherit(linkageCommand(inOneTransaction)));
  navigator.addCommand(inherit(geocodeCommand(() => readEnv().geocoderUrl, withDatabase)));

  navigator
    .command('calls')
    .description('show whom to call')
    .command('due')
    .description('list programs whose unknown facts would move most matches, with the questions to ask')
    .option('--state <code>', 'programs in this state', stateArgument)
    .option('--near <zip>', 'programs around the center of this ZIP code')
    .option('--radius <km>', 'with --near: how far around (40)', wholeNumber(1, 500))
    .option('--limit <number>', 'how many programs (20)', wholeNumber(1, 1000))
    .action(async (options: CallsDue) => {
      const { callsDueLines } = await import('./cli/calls-due.js');
      await inOneTransaction(async (manager) => printLines(await callsDueLines(manager, options)));
    });

  navigator
    .command('review')
    .description('show what is due for review')
    .command('due')
    .description(
      'list what is due: ratings to review, tickets on programs, statements that expire, safety messages, helplines and laws due for review, helplines not verified',
    )
    .option(
      '--within <days>',
      'days ahead to look for safety messages, helplines and laws',
      wholeNumber(0, 3660),
    )
    .action(async ({ within }: { within?: number }) => {
      const { reviewDueLines } = await import('./cli/review-due.js');
      await inOneTransaction(async (manager) => printLines(await reviewDueLines(manager, within)));
    });
  return navigator;
}

/** Settings that commander applies only to commands that it creates itself. */
function inherit(command: Command): Command {
  command.exitOverride().showHelpAfterError('Add --help for usage.');
  for (const one of command.commands) inherit(one);
  return command;
}

/** Opens the database for one transaction, which is committed completely or not at all. */
async function inOneTransaction(use: (manager: EntityManager) => Promise<void>): Promise<void> {
  await withDatabase(async (connection) => {
    const { DataSource } = await import('typeorm');
    const { dataSourceOptions } = await import('./database/connection.js');
    const { ENTITIES } = await import('./entities.js');
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

/** Runs `use` on a migrated database; MIGRATE=off leaves the migrations to `navigator migrate`. */
function withDatabase(
  use: (connection: Connection) => Promise<void>,
  { migrates = readEnv().migrates }: { readonly migrates?: boolean } = {},
): Promise<void> {
  return withUnchangedDatabase(async (connection) => {
    const { migrate } = await import('./database/migrate.js');
    await migrate(connection, log, { migrates });
    await use(connection);
  });
}

/** Runs `use` on the database as it is, and stops the embedded server again if this process started it. */
async function withUnchangedDatabase(use: (connection: Connection) => Promise<void>): Promise<void> {
  const env = readEnv();
  const { startDatabase } = await import('./database/start-database.js');
  const database = await startDatabase(env, { share: true, log });
  const interrupt = () => {
    interrupted = true;
    log('Interrupted. Nothing of this step was saved.');
    void database.stop().finally(() => process.exit(INTERRUPTED));
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  void database.lost.then((sentence) => {
    log(sentence);
    process.exit(FAILED);
  });
  try {
    await use(database.connection);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await database.stop();
  }
}

/** A path as the user typed it, relative to their folder: npm runs scripts in the folder of the package. */
function pathFromUser(path: string): string {
  if (path === '') throw new InvalidArgumentError('Name a file.');
  return resolve(userFolder(), path);
}

// A reader that closes early, such as `head`, is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await commands().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : MISUSED;
  // An error caused by the stopped database has been reported already.
  else if (!interrupted) {
    const expected = error instanceof StartError || error instanceof ImportRefused;
    const { message } = error as Error;
    log(expected ? message : `Failed, nothing was saved: ${message}`);
    process.exitCode = FAILED;
  }
}
