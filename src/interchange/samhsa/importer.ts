import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAudit } from '../../database/audit-trail.js';
import { findPostalCode } from '../../directory/postal-codes.js';
import type { EvidenceView, IntakeResult } from '../../directory/program-intake.js';
import { syncSource } from '../../directory/program-store.js';
import { loadEvidenceView } from '../../evidence/evidence-view.js';
import { DEMO_SOURCE } from '../demo/seed-demo.js';
import type { CodeBook } from './code-book.js';
import { codeBookOf, hasCodeBook } from './code-books.js';
import * as log from '../import-run/import-log.js';
import { ImportRefused } from '../import-run/import-refused.js';
import { countByKind, type ImportReport } from '../import-run/import-report.js';
import { SAMHSA } from './intake.js';
import {
  comparedWithPublished,
  editionOfFile,
  type PublishedEdition,
  publishedEditions,
} from './published-editions.js';
import { type DirectoryTable, readDirectoryFile } from './read-directory-file.js';
import { readIntakes, type IntakeFile } from './take-in.js';

export interface ImportOptions {
  /** A workbook or CSV. */
  readonly file: string;
  /** The table of the file, if the caller has read it already. */
  readonly table?: DirectoryTable;
  readonly edition: string;
  /** Reads and compares everything, and writes nothing. */
  readonly dryRun?: boolean;
  /** Withdraws the demonstration directory in the same transaction. */
  readonly replaceDemo?: boolean;
  /** YYYY-MM-DD; decides what is past its shelf life. */
  readonly today: string;
  readonly onProgress?: (done: number, total: number) => void;
  /** Code books to use instead of the published ones. */
  readonly bookFor?: (edition: string) => CodeBook;
  /** Published editions to use instead of those in `seed-data`. */
  readonly editions?: readonly PublishedEdition[];
}

/**
 * Updates the directory to one edition of the national directory, all in one transaction, so that an interrupted import
 * leaves the directory unchanged. The same file again writes nothing at all.
 *
 * Throws `ImportRefused` for an unknown or older edition, for a file that is not a facility list, has no rows or is
 * another published edition, and while another import runs.
 */
export async function importDirectory(dataSource: DataSource, options: ImportOptions): Promise<ImportReport> {
  const startedAt = new Date();
  const book = (options.bookFor ?? codeBookOf)(options.edition);
  const table = options.table ?? (await readDirectoryFile(options.file));
  refuseOtherEdition(options.file, table.digest, options.edition, options.editions);
  const taken = readIntakes(table.rows, { book, findPostalCode });
  if (taken.intakes.length === 0) throw new ImportRefused(emptySentence(options.file, taken));

  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const report = await importTaken(runner.manager, { startedAt, book, table, taken, options });
    // A run that changed nothing, or was a dry run, leaves no record.
    if (report.run === null) await runner.rollbackTransaction();
    else await runner.commitTransaction();
    return report;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

interface Run {
  readonly startedAt: Date;
  readonly book: CodeBook;
  readonly table: DirectoryTable;
  readonly taken: IntakeFile;
  readonly options: ImportOptions;
}

async function importTaken(manager: EntityManager, run: Run): Promise<ImportReport> {
  const { startedAt, book, table, taken, options } = run;
  if (!(await log.lockImports(manager)))
    throw new ImportRefused('Another import is running on this database; try again when it has ended.');
  const newest = await log.newestDate(manager, SAMHSA);
  if (newest !== null && newest > book.asOf)
    throw new ImportRefused(
      `The directory holds an edition as of ${newest}; edition ${book.edition} is as of ${book.asOf} and is older.`,
    );

  const id = randomUUID();
  const fileName = basename(options.file);
  if (!options.dryRun)
    await log.openRun(manager, {
      id,
      source: SAMHSA,
      edition: book.edition,
      fileName,
      fileDigest: table.digest,
      startedAt,
    });
  const evidence: EvidenceView = await loadEvidenceView(manager);
  const sync = {
    evidence,
    today: options.today,
    ...(options.dryRun ? { dryRun: true } : { importRunId: id }),
  };
  const result = await syncSource(manager, SAMHSA, taken.intakes, {
    ...sync,
    onProgress: options.onProgress,
  });
  const demo = options.replaceDemo ? await syncSource(manager, DEMO_SOURCE, [], sync) : undefined;
  const demoStanding = await log.countPublishedOfSource(manager, DEMO_SOURCE);

  const wrote = !options.dryRun && (changes(result) || (demo !== undefined && changes(demo)));
  const report: Omit<ImportReport, 'issueList'> = {
    edition: book.edition,
    fileName,
    fileDigest: table.digest,
    published: comparedWithPublished(table.digest, book.edition, options.editions ?? publishedEditions()),
    dryRun: options.dryRun === true,
    read: taken.read,
    programs: taken.intakes.length,
    refused: taken.refused,
    ...result,
    demoWithdrawn: demo?.withdrawn ?? 0,
    demoPresent: options.dryRun ? demoStanding - (demo?.withdrawn ?? 0) : demoStanding,
    issues: countByKind(taken.issues),
    extraColumns: table.extraColumns,
    run: wrote ? id : null,
  };
  if (wrote) {
    await log.recordIssues(manager, id, taken.issues);
    await log.closeRun(manager, id, report);
    await recordAudit(manager, {
      actor: { name: 'the command line' },
      action: 'directory.import',
      entity: 'import',
      entityId: id,
      after: report,
    });
  }
  return { ...report, issueList: taken.issues };
}

function changes({ created, changed, redated, withdrawn, keptByOtherSources }: IntakeResult): boolean {
  return created + changed + redated + withdrawn + keptByOtherSources > 0;
}

/**
 * Throws `ImportRefused` for a file that was published as another edition: its codes would be read with the wrong book.
 */
export function refuseOtherEdition(
  file: string,
  digest: string,
  edition: string,
  editions: readonly PublishedEdition[] = publishedEditions(),
): void {
  const found = editionOfFile(digest, editions);
  if (!found || found.edition === edition) return;
  const fix = hasCodeBook(found.edition)
    ? `Import it with --edition ${found.edition}.`
    : `Edition ${found.edition} cannot be imported yet: there is no code book for it.`;
  throw new ImportRefused(`${file} is the published edition ${found.edition}, not ${edition}. ${fix}`);
}

/** An empty list would withdraw the whole directory, which is certainly a mistake. */
function emptySentence(file: string, { read, issues }: IntakeFile): string {
  if (read === 0) return `${file} has a header and no rows; importing it would withdraw every program.`;
  const [first] = issues;
  return `None of the ${read} rows of ${file} can be imported. Row ${first?.row}: ${first?.message}`;
}
