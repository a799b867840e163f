import type { EntityManager, QueryRunner } from 'typeorm';
import { type AuditActor, recordAudit } from '../../database/audit-trail.js';
import { takeWriterLock } from '../../database/writer-lock.js';
import type { IntakeResult, ProgramIntake } from '../../directory/program-intake.js';
import { directoryVersion } from '../../directory/program.queries.js';
import { type SyncOptions, syncSource } from '../../directory/program-store.js';
import { loadEvidenceView } from '../../evidence/evidence-view.js';
import { addAtDoors } from '../linkage/add-at-doors.js';
import { addToLinkedPrograms } from '../linkage/add-to-linked.js';
import { type LinkedIntakeResult, syncLinkedSource } from '../linkage/sync-linked-source.js';
import { DEMO_SOURCE } from '../demo/seed-demo.js';
import { type AcceptedFigures, type Brake, brakesOn } from './brakes.js';
import * as log from './import-log.js';
import { ImportRefused } from './import-refused.js';
import type { AddingScope } from './adding-scope.js';
import type { ImportReport } from './import-report.js';
import { deleteStaged, stagedIntakes } from './staging.queries.js';

/** A report without its issues, which are stored one by one. */
export type RunReport = Omit<ImportReport, 'issueList'>;

/** What is known of a run when all its rows are staged. */
export type StagedReport = Pick<
  RunReport,
  | 'edition'
  | 'fileName'
  | 'fileDigest'
  | 'published'
  | 'read'
  | 'programs'
  | 'refused'
  | 'codes'
  | 'issues'
  | 'extraColumns'
  | 'replaceDemo'
  | 'addsTo'
>;

/** A run whose rows are staged. */
export interface StagedRun {
  readonly id: string;
  readonly source: string;
  /** The day its facts are as of, YYYY-MM-DD. */
  readonly asOf: string;
  readonly staged: StagedReport;
}

export interface ApplyOptions {
  /** Compares, and writes nothing. */
  readonly dryRun?: boolean;
  /** Figures that would stop the import and that a person has accepted. */
  readonly accept?: AcceptedFigures;
  /** YYYY-MM-DD; decides what is past its shelf life. */
  readonly today: string;
  readonly actor: AuditActor;
  /** The only version of the directory to which the run may be applied: the one it was compared with. */
  readonly onlyTo?: number;
  /** Programs that are written; called before anything is committed. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Applies a staged run to the directory, all in one transaction, or compares it with the directory. What stops it is in the
 * `brakes` of the report; then the run waits, as after a dry run. Needs the import lock.
 *
 * Throws `ImportRefused` for a file that is older than what the directory has, and if the directory has another version
 * than `onlyTo`.
 */
export async function applyRun(
  runner: QueryRunner,
  run: StagedRun,
  options: ApplyOptions,
): Promise<RunReport> {
  const { manager } = runner;
  await runner.startTransaction();
  try {
    if (!options.dryRun) await takeWriterLock(manager);
    const version = await directoryVersion(manager);
    if (options.onlyTo !== undefined && options.onlyTo !== version)
      throw new ImportRefused(
        `The directory has changed since this file was compared with it (version ${options.onlyTo}, now ${version}). Send the file again.`,
      );
    await refuseOlder(manager, run);
    const report = await syncRun(manager, run, options);
    if (report.run !== null) {
      await recordApplied(manager, run.id, report, options.actor);
      await runner.commitTransaction();
      return report;
    }
    await runner.rollbackTransaction();
    const waits = options.dryRun === true || report.brakes.length > 0;
    await log.markState(manager, run.id, waits ? 'ready' : 'unchanged', {
      report,
      directoryVersion: version,
    });
    if (!waits) await deleteStaged(manager, run.id);
    return report;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

async function refuseOlder(manager: EntityManager, { source, asOf, staged }: StagedRun): Promise<void> {
  const newest = await log.newestDate(manager, source);
  if (newest !== null && newest > asOf)
    throw new ImportRefused(
      `The directory holds an edition as of ${newest}; edition ${staged.edition} is as of ${asOf} and is older.`,
    );
}

async function syncRun(manager: EntityManager, run: StagedRun, options: ApplyOptions): Promise<RunReport> {
  const { id, source, staged } = run;
  const rowsBefore = await log.rowsOfLastRun(manager, source);
  const published = await log.countPublishedOfSource(manager, source);
  let brakes: Brake[] = [];
  const mayWrite = ({ withdrawn }: IntakeResult): boolean => {
    const { read: rows, codes, issues } = staged;
    const unknownCodes = issues['unknown-code'] ?? 0;
    brakes = brakesOn({ withdrawn, published, rows, rowsBefore, unknownCodes, codes }, options.accept);
    return brakes.length === 0;
  };
  const sync = {
    evidence: await loadEvidenceView(manager),
    today: options.today,
    ...(options.dryRun ? { dryRun: true } : { importRunId: id }),
  };
  const intakes = await stagedIntakes(manager, id);
  if (intakes.length !== staged.programs)
    throw new Error(`Of ${staged.programs} staged programs of run ${id}, ${intakes.length} are left.`);
  const watched = { ...sync, mayWrite, onProgress: options.onProgress };
  const result = await syncStaged(manager, source, intakes, staged.addsTo, watched);
  const writes = !options.dryRun && brakes.length === 0;
  const demo = staged.replaceDemo
    ? await syncSource(manager, DEMO_SOURCE, [], { ...sync, ...(writes ? {} : { dryRun: true }) })
    : undefined;
  const demoStanding = await log.countPublishedOfSource(manager, DEMO_SOURCE);
  const wrote = writes && (changes(result) || (demo !== undefined && changes(demo)));
  return {
    ...staged,
    dryRun: options.dryRun === true,
    ...result,
    demoWithdrawn: demo?.withdrawn ?? 0,
    demoPresent: writes ? demoStanding : demoStanding - (demo?.withdrawn ?? 0),
    brakes,
    run: wrote ? id : null,
  };
}

async function syncStaged(
  manager: EntityManager,
  source: string,
  intakes: readonly ProgramIntake[],
  addsTo: AddingScope | null,
  options: SyncOptions,
): Promise<LinkedIntakeResult & { readonly unlinked: number }> {
  if (addsTo === null) return { ...(await syncLinkedSource(manager, source, intakes, options)), unlinked: 0 };
  return addsTo === 'doors'
    ? addAtDoors(manager, source, intakes, options)
    : addToLinkedPrograms(manager, source, intakes, { ...options, scope: addsTo });
}

async function recordApplied(
  manager: EntityManager,
  id: string,
  report: RunReport,
  actor: AuditActor,
): Promise<void> {
  await log.markState(manager, id, 'applied', { report });
  await deleteStaged(manager, id);
  await recordAudit(manager, {
    actor,
    action: 'directory.import',
    entity: 'import',
    entityId: id,
    after: report,
  });
}

function changes(result: IntakeResult): boolean {
  const { created, changed, redated, withdrawn, keptByOtherSources, keptForReports } = result;
  return created + changed + redated + withdrawn + keptByOtherSources + keptForReports > 0;
}
