import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { type AuditActor, recordAudit } from '../../database/audit-trail.js';
import type { IntakeResult, ProgramIntake } from '../../directory/program-intake.js';
import { syncSource } from '../../directory/program-store.js';
import { loadEvidenceView } from '../../evidence/evidence-view.js';
import { syncLinkedSource } from '../linkage/sync-linked-source.js';
import { DEMO_SOURCE } from '../demo/seed-demo.js';
import { type AcceptedFigures, type Brake, brakesOn } from './brakes.js';
import * as log from './import-log.js';
import { ImportRefused } from './import-refused.js';
import { countByKind, type ImportReport } from './import-report.js';
import type { SourceFile } from './import-source.js';
import type { NumberedIssue } from './row-issue.js';

export interface RunOptions {
  /** Reads and compares everything, and writes nothing. */
  readonly dryRun?: boolean;
  /** Figures that would stop the import and that a person has accepted. */
  readonly accept?: AcceptedFigures;
  /** Withdraws the demonstration directory in the same transaction. */
  readonly replaceDemo?: boolean;
  /** YYYY-MM-DD; decides what is past its shelf life. */
  readonly today: string;
  readonly actor?: AuditActor;
  readonly onProgress?: (done: number, total: number) => void;
}

const COMMAND_LINE: AuditActor = { name: 'the command line' };

/**
 * Updates the directory to one file of a source, all in one transaction, so that an interrupted import leaves the
 * directory unchanged. The same file again writes nothing at all. Figures that look like a broken file stop the import
 * before anything is written: they are the `brakes` of the report.
 *
 * Throws `ImportRefused` for an older file than the directory has, for one without a program, and while another import
 * runs.
 */
export async function runImport(
  dataSource: DataSource,
  file: SourceFile,
  options: RunOptions,
): Promise<ImportReport> {
  const startedAt = new Date();
  const taken = takeAll(file);
  if (taken.intakes.length === 0) throw new ImportRefused(emptySentence(file, taken));

  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const report = await importTaken(runner.manager, { startedAt, file, taken, options });
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

/** The content of a whole file. */
interface TakenFile {
  /** Sorted by key, so that the order of the rows does not matter. */
  readonly intakes: readonly ProgramIntake[];
  readonly issues: readonly NumberedIssue[];
  readonly codes: number;
}

interface Run {
  readonly startedAt: Date;
  readonly file: SourceFile;
  readonly taken: TakenFile;
  readonly options: RunOptions;
}

function takeAll(file: SourceFile): TakenFile {
  const intakes: ProgramIntake[] = [];
  const issues: NumberedIssue[] = [];
  let codes = 0;
  for (const row of file.readRows()) {
    if (row.intake) intakes.push(row.intake);
    issues.push(...row.issues);
    codes += row.codes;
  }
  return { intakes: intakes.sort((a, b) => (a.key < b.key ? -1 : 1)), issues, codes };
}

async function importTaken(manager: EntityManager, run: Run): Promise<ImportReport> {
  const { startedAt, file, taken, options } = run;
  const { source, edition, fileName, fileDigest } = file;
  if (!(await log.lockImports(manager)))
    throw new ImportRefused('Another import is running on this database; try again when it has ended.');
  const newest = await log.newestDate(manager, source);
  if (newest !== null && newest > file.asOf)
    throw new ImportRefused(
      `The directory holds an edition as of ${newest}; edition ${edition} is as of ${file.asOf} and is older.`,
    );

  const id = randomUUID();
  const rowsBefore = await log.rowsOfLastRun(manager, source);
  const published = await log.countPublishedOfSource(manager, source);
  if (!options.dryRun) await log.openRun(manager, { id, source, edition, fileName, fileDigest, startedAt });
  const issues = countByKind(taken.issues);
  let brakes: Brake[] = [];
  const sync = {
    evidence: await loadEvidenceView(manager),
    today: options.today,
    ...(options.dryRun ? { dryRun: true } : { importRunId: id }),
  };
  const result = await syncLinkedSource(manager, source, taken.intakes, {
    ...sync,
    onProgress: options.onProgress,
    mayWrite: ({ withdrawn }) => {
      brakes = brakesOn(
        {
          withdrawn,
          published,
          rows: file.rowCount,
          rowsBefore,
          unknownCodes: issues['unknown-code'] ?? 0,
          codes: taken.codes,
        },
        options.accept,
      );
      return brakes.length === 0;
    },
  });
  const writes = !options.dryRun && brakes.length === 0;
  const demo = options.replaceDemo
    ? await syncSource(manager, DEMO_SOURCE, [], { ...sync, ...(writes ? {} : { dryRun: true }) })
    : undefined;
  const demoStanding = await log.countPublishedOfSource(manager, DEMO_SOURCE);

  const wrote = writes && (changes(result) || (demo !== undefined && changes(demo)));
  const report: Omit<ImportReport, 'issueList'> = {
    edition,
    fileName,
    fileDigest,
    published: file.published,
    dryRun: options.dryRun === true,
    read: file.rowCount,
    programs: taken.intakes.length,
    refused: file.rowCount - taken.intakes.length,
    ...result,
    demoWithdrawn: demo?.withdrawn ?? 0,
    demoPresent: writes ? demoStanding : demoStanding - (demo?.withdrawn ?? 0),
    issues,
    brakes,
    extraColumns: file.extraColumns,
    run: wrote ? id : null,
  };
  if (wrote) {
    await log.recordIssues(manager, id, taken.issues);
    await log.closeRun(manager, id, report);
    await recordAudit(manager, {
      actor: options.actor ?? COMMAND_LINE,
      action: 'directory.import',
      entity: 'import',
      entityId: id,
      after: report,
    });
  }
  return { ...report, issueList: taken.issues };
}

function changes(result: IntakeResult): boolean {
  const { created, changed, redated, withdrawn, keptByOtherSources, keptForReports } = result;
  return created + changed + redated + withdrawn + keptByOtherSources + keptForReports > 0;
}

/** An empty list would withdraw the whole directory, which is certainly a mistake. */
function emptySentence({ fileName, rowCount }: SourceFile, { issues }: TakenFile): string {
  if (rowCount === 0)
    return `${fileName} has a header and no rows; importing it would withdraw every program.`;
  const [first] = issues;
  return `None of the ${rowCount} rows of ${fileName} can be imported. Row ${first?.row}: ${first?.message}`;
}
