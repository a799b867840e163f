import { writeFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { today } from '../config/today.js';
import { type Connection, dataSourceOptions } from '../database/connection.js';
import { ENTITIES } from '../entities.js';
import { seedRegistry } from '../evidence/registry-seed.js';
import { codeBookOf } from '../interchange/samhsa/code-books.js';
import { importDirectory, refuseOtherEdition } from '../interchange/samhsa/importer.js';
import { ImportRefused } from '../interchange/import-run/import-refused.js';
import { issuesCsv } from '../interchange/import-run/issues-csv.js';
import { readDirectoryFile } from '../interchange/samhsa/read-directory-file.js';
import { reportLines } from '../interchange/import-run/report-lines.js';
import { showProgress } from './progress.js';

/** The options of `import samhsa <file>`. */
export interface ImportArguments {
  edition: string;
  dryRun?: boolean;
  replaceDemo?: boolean;
  issues?: string;
}

/** `import samhsa`; `withDatabase` opens a migrated database and closes it again. */
export async function importSamhsa(
  file: string,
  options: ImportArguments,
  withDatabase: (use: (connection: Connection) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (options.issues === file)
    throw new ImportRefused('--issues names the imported file and would overwrite it. Name another file.');
  // Errors in the call or in the file are reported before a database is started.
  codeBookOf(options.edition);
  const table = await readDirectoryFile(file);
  refuseOtherEdition(file, table.digest, options.edition);

  await withDatabase(async (connection) => {
    const dataSource = new DataSource({
      ...dataSourceOptions(connection, 0),
      entities: ENTITIES,
    });
    await dataSource.initialize();
    const progress = showProgress('Importing');
    try {
      // Claims of programs refer to the registry, so it must be loaded first.
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
      `The report above is complete, but its issues cannot be written to ${file}: ${(error as Error).message}. Name another file and import again.`,
    );
  }
}
