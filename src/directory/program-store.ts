import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { takeWriterLock } from '../database/writer-lock.js';
import type { SourceRecord } from '../core/directory/source-record.js';
import { recordIdOf } from './directory-ids.js';
import { corrected, digestOf, placeRows, programRow, recordRow } from './intake-rows.js';
import { type ListingIds, listingIds } from './listing-ids.js';
import type { EvidenceView, IntakeResult, ProgramIntake } from './program-intake.js';
import { insertLinks, storedPrograms } from './program-link.queries.js';
import * as queries from './program-store.queries.js';
import type { ProgramPlace, RecordRow } from './program-store-rows.js';
import { rememberWords } from './search-words.queries.js';
import { checkStatedFacts } from './stated-facts.check.js';
import { sourceDifferences } from './source-differences.js';
import { isSupplementary } from './supplementary-sources.js';

const CHUNK = 500;
/** Number of programs that are resolved before the event loop gets a turn. */
const ROWS_BEFORE_YIELD = 20;

export interface SyncOptions {
  readonly evidence: EvidenceView;
  /** YYYY-MM-DD; decides what is past its shelf life. */
  readonly today: string;
  readonly importRunId?: string;
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
  const stored = await storedPrograms(manager, source);
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
  const gone = vanished.filter((id) => !isListed(id));

  const result: IntakeResult = {
    created: created.length,
    changed: changed.length,
    redated: redated.length,
    unchanged,
    withdrawn: gone.length,
    keptByOtherSources: kept.length,
  };
  const isAllowed = options.mayWrite?.(result) ?? true;
  if (isAllowed && !options.dryRun) {
    const toWrite = [...created, ...changed, ...redated];
    const isNew = new Set(created.map(({ key }) => key));
    const ids = await listingIds(manager, source, toWrite, stored);
    const places = placeRows(source, toWrite, ids);
    for (const chunk of chunks(places.organizations)) await queries.upsertOrganizations(manager, chunk);
    for (const chunk of chunks(places.locations)) await queries.upsertLocations(manager, chunk);
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
    await withdraw(manager, gone, options.importRunId);
    if (kept.length > 0) {
      await queries.deleteRecords(manager, source, kept);
      await resolveAgain(manager, kept, options);
    }
    // Until the server's own analysis, the planner would still see the directory as it was.
    if (toWrite.length > CHUNK) await queries.analyze(manager);
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
    for (const record of intake.records)
      checkStatedFacts(record.facts, `"${intake.name}" (${record.source})`);
    const records = [...intake.records, ...(others.get(id) ?? [])];
    return {
      ...program,
      ...programRow(source, id, place, corrected(intake, corrections.get(id)), records, options),
    };
  };

  let done = 0;
  let writing: Promise<void> = Promise.resolve();
  const write = async (prepared: readonly PreparedProgram[]) => {
    await writePrograms(manager, source, prepared, options);
    options.onProgress?.((done += prepared.length), programs.length);
  };
  for (const chunk of chunks(programs)) {
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
}

function recordRows({ intake, id, digest }: ProgramToWrite): RecordRow[] {
  return intake.records.map((record) =>
    recordRow(record, {
      id: recordIdOf(id, `${record.source}:${intake.key}`),
      programId: id,
      key: intake.key,
      digest,
    }),
  );
}

/** Creates one new program of a source in the caller's transaction. Returns its id. */
export async function addProgram(
  manager: EntityManager,
  source: string,
  intake: ProgramIntake,
  options: SyncOptions,
): Promise<string> {
  const ids = await listingIds(manager, source, [intake], new Map());
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

/** Resolves the stored records of these programs again, after a fact passed its shelf life or a rating changed. */
export async function resolveAgain(
  manager: EntityManager,
  ids: readonly string[],
  options: Pick<SyncOptions, 'evidence' | 'today' | 'importRunId'>,
): Promise<void> {
  for (const chunk of chunks(ids)) {
    const programs = await queries.programsWithRecords(manager, chunk);
    const rows = programs.map(({ id, source, intake, records, ...place }) =>
      programRow(source, id, place, intake, records, options),
    );
    await queries.updateResolution(
      manager,
      rows.map(({ program }) => program),
    );
    await rememberWords(
      manager,
      rows.map(({ program }) => program.search_text),
    );
    await queries.replaceClaims(
      manager,
      rows.map(({ program }) => program.id),
      rows.flatMap(({ claims }) => claims),
    );
    await queries.recordChanges(
      manager,
      rows.map(({ program }) => ({ id: program.id, kind: 'changed' as const })),
      options.importRunId,
    );
  }
}

/** Resolves again every published program that has a fact past its shelf life today. Returns how many. */
export async function resolveStale(
  manager: EntityManager,
  options: Pick<SyncOptions, 'evidence' | 'today'>,
): Promise<number> {
  await takeWriterLock(manager);
  const ids = await queries.programsToResolveBy(manager, options.today);
  await resolveAgain(manager, ids, options);
  return ids.length;
}

async function withdraw(manager: EntityManager, ids: readonly string[], importRunId?: string): Promise<void> {
  if (ids.length === 0) return;
  await queries.markWithdrawn(manager, ids);
  await queries.recordChanges(
    manager,
    ids.map((id) => ({ id, kind: 'withdrawn' as const })),
    importRunId,
  );
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / CHUNK);
  return Array.from({ length: count }, (_, i) => items.slice(i * CHUNK, (i + 1) * CHUNK));
}
