import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v5 as uuidV5 } from 'uuid';
import { deliveredApproaches } from '../core/directory/delivered-approaches.js';
import { resolveFacts } from '../core/directory/resolve-facts.js';
import type { SourceRecord } from '../core/directory/source-record.js';
import type { EvidenceView, IntakeResult, ProgramIntake } from './program-intake.js';
import * as queries from './program-store.queries.js';
import { searchTerms } from './search-terms.js';
import { checkStatedFacts } from './stated-facts.check.js';

/** Namespace of this directory's ids: the same source and key get the same id in every installation. */
const NAMESPACE = '6f0d3c1e-5b0c-5d0a-9c55-2f1f3a1c7e10';

const CHUNK = 500;

export interface SyncOptions {
  readonly evidence: EvidenceView;
  /** YYYY-MM-DD; decides what is past its shelf life. */
  readonly today: string;
  readonly importRunId?: string;
  /** Compares, counts, and writes nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Brings the directory in line with what one source says, inside the caller's transaction: creates, changes,
 * withdraws what vanished. Other sources' records stay; a source's companions are named `<source>-…` and belong
 * to it. A program whose intake is the same as stored is not written.
 */
export async function syncSource(
  manager: EntityManager,
  source: string,
  intakes: readonly ProgramIntake[],
  options: SyncOptions,
): Promise<IntakeResult> {
  const stored = await queries.storedPrograms(manager, source);
  const digests = new Map(intakes.map((intake) => [intake.key, digestOf(intake)]));
  if (digests.size !== intakes.length) throw new Error(`Two programs of ${source} have the same key.`);

  const created: ProgramIntake[] = [];
  const changed: ProgramIntake[] = [];
  const redated: ProgramIntake[] = [];
  let unchanged = 0;
  for (const intake of intakes) {
    const known = stored.get(intake.key);
    if (!known) created.push(intake);
    else if (known.status === 'withdrawn' || known.digest !== digests.get(intake.key)) changed.push(intake);
    else if (known.asOf !== intake.records[0].asOf) redated.push(intake);
    else unchanged += 1;
  }
  const vanished = [...stored.values()].filter(
    ({ key, status }) => status === 'published' && !digests.has(key),
  );
  const others = await queries.recordsOfOthers(manager, source, [
    ...vanished.map(({ programId }) => programId),
    ...[...changed, ...redated].map(({ key }) => stored.get(key)!.programId),
  ]);
  const kept = vanished.filter(({ programId }) => others.has(programId));
  const gone = vanished.filter(({ programId }) => !others.has(programId));

  const result: IntakeResult = {
    created: created.length,
    changed: changed.length,
    redated: redated.length,
    unchanged,
    withdrawn: gone.length,
    keptByOtherSources: kept.length,
  };
  if (options.dryRun) return result;

  const toWrite = [...created, ...changed, ...redated];
  const isNew = new Set(created.map(({ key }) => key));
  await writePlaces(manager, source, toWrite);
  for (let start = 0; start < toWrite.length; start += CHUNK) {
    const chunk = toWrite.slice(start, start + CHUNK);
    const rows = chunk.map((intake) => {
      const id = stored.get(intake.key)?.programId ?? idOf(source, intake.key);
      for (const record of intake.records)
        checkStatedFacts(record.facts, `"${intake.name}" (${record.source})`);
      return programRow(source, id, intake, [...intake.records, ...(others.get(id) ?? [])], options);
    });
    await queries.upsertPrograms(
      manager,
      rows.map(({ program }) => program),
    );
    await queries.replaceRecords(
      manager,
      source,
      chunk.flatMap((intake, i) =>
        intake.records.map((record) => ({
          id: uuidV5(`record:${rows[i]!.program.id}:${record.source}`, NAMESPACE),
          program_id: rows[i]!.program.id,
          source: record.source,
          source_key: intake.key,
          as_of: record.asOf,
          standing: record.standing,
          facts: record.facts,
          verbatim: record.verbatim,
          digest: digests.get(intake.key)!,
        })),
      ),
    );
    await queries.replaceClaims(
      manager,
      rows.map(({ program }) => program.id),
      rows.flatMap(({ claims }) => claims),
    );
    await queries.recordChanges(
      manager,
      chunk.map((intake, i) => ({
        id: rows[i]!.program.id,
        kind: isNew.has(intake.key) ? ('created' as const) : ('changed' as const),
      })),
      options.importRunId,
    );
    options.onProgress?.(Math.min(start + CHUNK, toWrite.length), toWrite.length);
  }
  await withdraw(
    manager,
    gone.map(({ programId: id }) => id),
    options.importRunId,
  );
  if (kept.length > 0) {
    const ids = kept.map(({ programId: id }) => id);
    await queries.deleteRecords(manager, source, ids);
    await resolveAgain(manager, ids, options);
  }
  return result;
}

/** Resolves the stored records of these programs again, for when a fact passed its shelf life or a rating moved. */
export async function resolveAgain(
  manager: EntityManager,
  ids: readonly string[],
  options: Pick<SyncOptions, 'evidence' | 'today' | 'importRunId'>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = await queries.programsWithRecords(manager, ids.slice(start, start + CHUNK));
    const rows = chunk.map(({ id, source, intake, records }) =>
      programRow(source, id, intake, records, options),
    );
    await queries.updateResolution(
      manager,
      rows.map(({ program }) => program),
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

function idOf(source: string, key: string): string {
  return uuidV5(`program:${source}:${key}`, NAMESPACE);
}

/** Everything the intake says, its dates apart, so that a newer edition with the same facts is only re-dated. */
function digestOf(intake: ProgramIntake): string {
  const undated = { ...intake, records: intake.records.map(({ asOf: _asOf, ...record }) => record) };
  const canonical = JSON.stringify(undated, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(canonical).digest('hex');
}

/** Organizations and locations; where spellings differ under one key, the first by the alphabet stands. */
async function writePlaces(
  manager: EntityManager,
  source: string,
  intakes: readonly ProgramIntake[],
): Promise<void> {
  const organizations = new Map<string, queries.OrganizationRow>();
  const locations = new Map<string, queries.LocationRow>();
  const ordered = [...intakes].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { organization, location, records } of ordered) {
    const organizationId = uuidV5(`organization:${source}:${organization.key}`, NAMESPACE);
    const origin = { source, source_as_of: records[0].asOf };
    const known = organizations.get(organization.key);
    if (!known || organization.name < known.name)
      organizations.set(organization.key, {
        id: organizationId,
        name: organization.name,
        state: organization.state,
        source_key: organization.key,
        ...origin,
      });
    if (!locations.has(location.key))
      locations.set(location.key, {
        id: uuidV5(`location:${source}:${location.key}`, NAMESPACE),
        organization_id: organizationId,
        street1: location.street1,
        street2: location.street2 ?? null,
        city: location.city,
        state: location.state,
        postal_code: location.postalCode,
        latitude: location.coordinates?.latitude ?? null,
        longitude: location.coordinates?.longitude ?? null,
        coordinate_precision: location.coordinates?.precision ?? null,
        time_zone: location.timeZone ?? null,
        source_key: location.key,
        ...origin,
      });
  }
  for (let start = 0; start < organizations.size; start += CHUNK)
    await queries.upsertOrganizations(manager, [...organizations.values()].slice(start, start + CHUNK));
  for (let start = 0; start < locations.size; start += CHUNK)
    await queries.upsertLocations(manager, [...locations.values()].slice(start, start + CHUNK));
}

function programRow(
  source: string,
  id: string,
  intake: ProgramIntake,
  records: readonly SourceRecord[],
  { evidence, today }: Pick<SyncOptions, 'evidence' | 'today'>,
): { program: queries.ProgramRow; claims: queries.ClaimRow[] } {
  const facts = resolveFacts(records, today);
  const terms = searchTerms(intake, facts, evidence);
  const verified = records.filter(({ standing }) => standing === 'verified').map(({ asOf }) => asOf);
  return {
    program: {
      id,
      organization_id: uuidV5(`organization:${source}:${intake.organization.key}`, NAMESPACE),
      location_id: uuidV5(`location:${source}:${intake.location.key}`, NAMESPACE),
      name: intake.name,
      name_detail: intake.nameDetail ?? null,
      phone: intake.phone ?? null,
      intake_phones: [...intake.intakePhones],
      website: intake.website ?? null,
      fictional: intake.fictional,
      facts,
      resolve_again_on: facts.resolveAgainOn ?? null,
      evidence_strength: evidence.strengths(facts),
      search_text: terms.text,
      tags: terms.tags,
      lowest_weekly_price: terms.lowestWeeklyPrice,
      source,
      source_key: intake.key,
      source_as_of: intake.records[0].asOf,
      verified_on: verified.sort().at(-1) ?? null,
    },
    claims: deliveredApproaches(facts)
      .filter(({ approach }) => evidence.approachName(approach) !== undefined)
      .map(({ approach, origin }) => ({
        program_id: id,
        approach_code: approach,
        provenance: origin.standing,
        source: origin.source,
        as_of: origin.asOf,
      })),
  };
}
