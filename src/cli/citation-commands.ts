import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { EntityManager } from 'typeorm';
import { StartError } from '../config/start-error.js';
import type { CitationImportResponse } from '../evidence/citations/citation-import.dto.js';
import { CITATION_FORMATS, type CitationFormat } from '../evidence/citations/citation-formats.js';
import { NotOfThisFormat, type ReadRecord } from '../evidence/citations/read-record.js';

/** A file that cannot be imported, and what to do about it. */
class CitationFileRefused extends StartError {
  override name = 'CitationFileRefused';
}

interface ImportOptions {
  format: CitationFormat;
  dryRun?: boolean;
}

/**
 * `citations`, below `import`; `pathFromUser` resolves a path as it was typed, `withManager` opens the database for one
 * transaction. Unlike in a request, files may have any length.
 */
export function citationsCommand(
  pathFromUser: (path: string) => string,
  withManager: (use: (manager: EntityManager) => Promise<void>) => Promise<void>,
): Command {
  return new Command('citations')
    .description('import citations; gaps in known works are filled, nothing is overwritten')
    .argument('<file>', 'a file of a reference manager or of PubMed', pathFromUser)
    .addOption(
      new Option('--format <format>', 'format of the file')
        .choices([...CITATION_FORMATS])
        .makeOptionMandatory(),
    )
    .option('--dry-run', 'read and compare everything, and write nothing')
    .action(async (file: string, { format, dryRun = false }: ImportOptions) => {
      // A file with errors is reported before a database is started.
      const records = await recordsOf(file, format);
      // Loaded on demand: other commands, such as a list of keys, do not wait for it.
      const { importCitations } = await import('../evidence/citations/import-citations.js');
      const { takeWriterLock } = await import('../database/writer-lock.js');
      const { seedRegistry } = await import('../evidence/registry-seed.js');
      await withManager(async (manager) => {
        await takeWriterLock(manager);
        // The registry has citations of its own, which must exist before they can be completed.
        if (!dryRun) await seedRegistry(manager);
        const actor = { name: 'the command line' };
        console.log(linesOf(await importCitations({ manager, actor }, records, dryRun)).join('\n'));
      });
    });
}

async function recordsOf(file: string, format: CitationFormat): Promise<ReadRecord[]> {
  const { readCitationFile } = await import('../evidence/citations/read-citation-file.js');
  try {
    return await readCitationFile(await readFile(file, 'utf8'), format);
  } catch (error) {
    const { message } = error as Error;
    throw new CitationFileRefused(
      error instanceof NotOfThisFormat
        ? `The file ${file} ${message}.`
        : `The file ${file} cannot be read: ${message}.`,
    );
  }
}

function linesOf({ dryRun, read, created, completed, unchanged, refused, records }: CitationImportResponse) {
  const messages = records
    .filter(({ message }) => message !== undefined)
    .map(
      ({ position, outcome, identifier, message }) =>
        `  ${position} (${identifier ?? 'no identifier'}), ${outcome}: ${message}`,
    );
  return [
    `${read} records: ${created} created, ${completed} completed, ${unchanged} unchanged, ${refused} refused.`,
    ...(dryRun ? ['Nothing was written.'] : []),
    ...messages,
  ];
}
