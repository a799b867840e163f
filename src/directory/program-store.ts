import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { ROWS_AT_A_TIME, rowChunks } from '../database/row-lines.js';
import { takeWriterLock } from '../database/writer-lock.js';
import type { SourceRecord } from '../core/directory/source-record.js';
import { digestOf, placeRows, programRow, recordsOf } from './intake-rows.js';
import { type ListingIds, listingIds } from './listing-ids.js';
import type { IntakeResult, ProgramIntake } from './program-intake.js';
import { endLinks, insertLinks, storedPrograms } from './program-link.queries.js';
import * as queries from './program-store.queries.js';
import type { ProgramPlace, RecognizedKeys } from './program-store-rows.js';
import { settleDoors } from './door.queries.js';
import { addRecords, recordRows } from './program-statements.js';
import { rememberWords } from './search-words.queries.js';
import { checkStatedFacts } from './stated-facts.check.js';
import { type ResolutionOptions, resolveAgain } from './program-resolution.js';
import { sourceDifferences } from './source-differences.js';
import { apartUnlisted, markUnlisted } from './unlisted-programs.js';
import { withdrawPrograms } from './program-withdrawal.js';
import { isSupplementary } from './supplementary-sources.js';

/** Number of programs that are resolved before the event loop gets a turn. */
const ROWS_BEFORE_YIELD = 20;

export interface SyncOptions extends ResolutionOptions {
  /** What linkage found of keys that have no link. */
  readonly recognized?: RecognizedKeys;
  /** Compares and counts, and writes nothing. */
  readonly dryRun?: boolean;
  /** Called with what would be done, before anything is written; `false` makes it a dry run. */
  readonly mayWrite?: (result: IntakeResult) => boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Updates the directory to the content of one source, in the caller's transaction: creates and changes programs, and
 * withdraws those that are gone. Records of other sources stay; companions of a source are named `<source>-…` and
 * belong to it. A program whose intake equals the stored one is not written.
 */
export async function syncSource(
  manager: EntityManager,
  source: string,
  intakes: readonly ProgramIntake[],
  options: SyncOptions,
): Promise<IntakeResult> {
  if (!options.dryRun) await takeWriterLock(manager);
  const stored = await storedPrograms(manager, source, options.recognized);
  const { created, changed, redated, unchanged, vanished, digests } = sourceDifferences(
    source,
    intakes,
    stored,
  );
  const others = await queries.recordsOfOthers(manager, source, [
    ...vanished,
    ...[...changed, ...redated].map(({ key }) => stored.get(key)!.programId),
  ]);
  const isListed = (id: string) =>
    others.get(id)?.some(({ source: other }) => !isSupplementary(other)) === true;
  const kept = vanished.filter((id) => isListed(id));
  const gone = await apartUnlisted(
    manager,
    vanished.filter((id) => !isListed(id)),
    options.today,
  );

  const result: IntakeResult = {
    created: created.length,
    changed: changed.length,
    redated: redated.length,
    unchanged,
    withdrawn: gone.withdrawn.length,
    keptByOtherSources: kept.length,
    keptForReports: gone.unlisted.length,
  };
  const isAllowed = options.mayWrite?.(result) ?? true;
  if (isAllowed && !options.dryRun) {
    const { recognized } = options;
    if (recognized) {
      await endLinks(manager, source, recognized.endedKeys);
      await insertLinks(manager, recognized.links);
    }
    const isLed = ({ key }: ProgramIntake) => (stored.get(key)?.leadSource ?? source) === source;
    const differing = [...created, ...changed, ...redated];
    const toWrite = differing.filter(isLed);
    const isNew = new Set(created.map(({ key }) => key));
    const ids = await listingIds(manager, source, toWrite, stored, intakes);
    const places = placeRows(source, toWrite, ids);
    for (const chunk of rowChunks(places.organizations)) await queries.upsertOrganizations(manager, chunk);
    for (const chunk of rowChunks(places.locations)) await queries.upsertLocations(manager, chunk);
    await writeAll(
      manager,
      source,
      toWrite.map((intake) => ({
        intake,
        id: ids.program(intake.key),
        place: placeOf(intake, ids),
        digest: digests.get(intake.key)!,
        kind: isNew.has(intake.key) ? ('created' as const) : ('changed' as const),
      })),
      others,
      options,
    );
    const led = differing.filter((intake) => !isLed(intake));
    await addRecords(
      manager,
      source,
      led.map((intake) => ({
        intake,
        id: stored.get(intake.key)!.programId,
        digest: digests.get(intake.key)!,
      })),
      options,
    );
    await withdrawPrograms(manager, gone.withdrawn, options.importRunId);
    await markUnlisted(manager, gone.unlisted, options.today);
    await resolveAgain(manager, gone.unlisted, options);
    if (kept.length > 0) {
      await queries.endRecords(manager, source, kept);
      await resolveAgain(manager, kept, options);
    }
    // Until the server's own analysis, the planner would still see the directory as it was.
    if (differing.length > ROWS_AT_A_TIME) await queries.analyze(manager);
  }
  return result;
}

interface ProgramToWrite {
  readonly intake: ProgramIntake;
  readonly id: string;
  readonly place: ProgramPlace;
  readonly digest: string;
  readonly kind: 'created' | 'changed';
}

function placeOf({ organization, location }: ProgramIntake, ids: ListingIds): ProgramPlace {
  return { organizationId: ids.organization(organization.key), locationId: ids.location(location.key) };
}

interface PreparedProgram extends ProgramToWrite, ReturnType<typeof programRow> {}

/**
 * Writes programs with their records, claims and changes; records of other sources are included in resolving. While
 * PostgreSQL writes some, the next are resolved.
 */
async function writeAll(
  manager: EntityManager,
  source: string,
  programs: readonly ProgramToWrite[],
  others: ReadonlyMap<string, readonly SourceRecord[]>,
  options: SyncOptions,
): Promise<void> {
  const corrections = await queries.correctionsOf(
    manager,
    programs.map(({ id }) => id),
  );
  const prepare = (program: ProgramToWrite): PreparedProgram => {
    const { intake, id, place } = program;
    const own = recordsOf(intake);
    for (const record of own) checkStatedFacts(record.facts, `"${intake.name}" (${record.source})`);
    const records = [...own, ...(others.get(id) ?? [])];
    const resolution = { ...options, corrections: corrections.get(id) };
    return { ...program, ...programRow(source, id, place, intake, records, resolution) };
  };

  let done = 0;
  let writing: Promise<void> = Promise.resolve();
  const write = async (prepared: readonly PreparedProgram[]) => {
    await writePrograms(manager, source, prepared, options);
    options.onProgress?.((done += prepared.length), programs.length);
  };
  for (const chunk of rowChunks(programs)) {
    // Both must end, even if one fails: nothing may be written after the caller has rolled back.
    const [written, prepared] = await Promise.allSettled([writing, mapWithYields(chunk, prepare)]);
    if (written.status === 'rejected') throw written.reason;
    if (prepared.status === 'rejected') throw prepared.reason;
    writing = write(prepared.value);
  }
  await writing;
}

/** Maps items, and regularly yields to the event loop. */
async function mapWithYields<From, To>(items: readonly From[], map: (item: From) => To): Promise<To[]> {
  const mapped: To[] = [];
  for (const item of items) {
    mapped.push(map(item));
    if (mapped.length % ROWS_BEFORE_YIELD === 0) await yieldToEventLoop();
  }
  return mapped;
}

async function writePrograms(
  manager: EntityManager,
  source: string,
  programs: readonly PreparedProgram[],
  { importRunId }: SyncOptions,
): Promise<void> {
  await queries.upsertPrograms(
    manager,
    programs.map(({ program }) => program),
  );
  await insertLinks(
    manager,
    programs
      .filter(({ kind }) => kind === 'created')
      .map(({ id, intake }) => ({
        source,
        source_key: intake.key,
        program_id: id,
        decided_by: 'rule',
        rule: 'listed',
      })),
  );
  await rememberWords(
    manager,
    programs.map(({ program }) => `${program.name} ${program.search_text}`),
  );
  await queries.replaceRecords(manager, source, programs.flatMap(recordRows));
  await queries.replaceClaims(
    manager,
    programs.map(({ id }) => id),
    programs.flatMap(({ claims }) => claims),
  );
  await queries.recordChanges(
    manager,
    programs.map(({ id, kind }) => ({ id, kind })),
    importRunId,
  );
  await settleDoors(
    manager,
    programs.map(({ id }) => id),
    importRunId,
  );
}

/** Creates one new program of a source in the caller's transaction. Returns its id. */
export async function addProgram(
  manager: EntityManager,
  source: string,
  intake: ProgramIntake,
  options: SyncOptions,
): Promise<string> {
  const ids = await listingIds(manager, source, [intake], new Map(), [intake]);
  const id = ids.program(intake.key);
  const places = placeRows(source, [intake], ids);
  await queries.upsertOrganizations(manager, places.organizations);
  await queries.upsertLocations(manager, places.locations);
  const program = {
    intake,
    id,
    place: placeOf(intake, ids),
    digest: digestOf(intake),
    kind: 'created' as const,
  };
  await writeAll(manager, source, [program], new Map(), options);
  return id;
}
