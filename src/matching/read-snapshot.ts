import type { EntityManager } from 'typeorm';
import { factOrigins, type FactOrigins } from '../core/directory/fact-origins.js';
import { type Candidate, toCandidate } from '../core/matching/candidate.js';
import type { MatchingPolicy } from '../core/matching/policy.js';
import type { Registry } from '../core/evidence/strength.js';
import { type ProgramRow, ProgramSummary } from '../directory/program-summary.dto.js';
import {
  currentVersions,
  programsChangedSince,
  publishedPrograms,
  type Versions,
} from '../directory/program.queries.js';
import { timeZoneAt, timeZoneFrom } from '../directory/time-zones.js';
import type { ApproachResponse } from '../evidence/approach.dto.js';
import { loadGradedApproaches } from '../evidence/graded-approaches.js';
import { currentPolicy } from '../evidence/policy-files.js';
import { toldApproaches } from '../evidence/told-approaches.js';
import { FAMILY_GUIDANCE } from './family-guidance.js';

/** All that a match reads: every published program and every standing rating, of one version. */
export interface DirectorySnapshot {
  readonly candidates: readonly Candidate[];
  readonly programs: ReadonlyMap<string, ProgramSummary>;
  /** On whose word each fact of a program rests: told beside a verdict, never read by the engine. */
  readonly origins: ReadonlyMap<string, FactOrigins>;
  /** What a family is told of approaches, straight from the registry. */
  readonly guidance: readonly ApproachResponse[];
  readonly registry: Registry;
  readonly policy: MatchingPolicy;
  readonly versions: Versions;
  /** The day it was made for, YYYY-MM-DD: which claims are stale depends on it. */
  readonly today: string;
}

/** After more changes than this, reading everything again is quicker than looking at each. */
const MOST_PATCHED = 1000;

/** Reads everything. Run it in one REPEATABLE READ transaction, so that all of it is of one moment. */
export async function readSnapshot(manager: EntityManager, day: string): Promise<DirectorySnapshot> {
  const versions = await currentVersions(manager);
  const rows = await publishedPrograms(manager);
  return {
    candidates: rows.map((row) => candidateOf(row, day)),
    programs: new Map(rows.map((row) => [row.id, ProgramSummary.of(row, day)])),
    origins: new Map(rows.map((row) => [row.id, factOrigins(row.facts)])),
    ...(await readEvidence(manager, day)),
    policy: currentPolicy() as unknown as MatchingPolicy,
    versions,
    today: day,
  };
}

/**
 * What is now, made from a snapshot of the same day by reading only what changed since. The change table's numbers
 * are in the order of the commits, so nothing is missed. The old snapshot stays as it is.
 */
export async function patchSnapshot(
  manager: EntityManager,
  held: DirectorySnapshot,
): Promise<DirectorySnapshot> {
  const versions = await currentVersions(manager);
  const ids = await programsChangedSince(manager, held.versions.directory, MOST_PATCHED);
  if (ids.length > MOST_PATCHED) return readSnapshot(manager, held.today);
  const rows = ids.length === 0 ? [] : await publishedPrograms(manager, ids);
  const changed = new Set(ids);
  const still = { ...held, versions };
  const now =
    versions.evidence === held.versions.evidence
      ? still
      : { ...still, ...(await readEvidence(manager, held.today)) };
  if (ids.length === 0) return now;
  const programs = new Map(held.programs);
  const origins = new Map(held.origins);
  for (const id of ids) {
    programs.delete(id);
    origins.delete(id);
  }
  for (const row of rows) {
    programs.set(row.id, ProgramSummary.of(row, held.today));
    origins.set(row.id, factOrigins(row.facts));
  }
  const kept = held.candidates.filter(({ id }) => !changed.has(id));
  const candidates = [...kept, ...rows.map((row) => candidateOf(row, held.today))];
  return { ...now, candidates, programs, origins };
}

async function readEvidence(
  manager: EntityManager,
  day: string,
): Promise<Pick<DirectorySnapshot, 'guidance' | 'registry'>> {
  const approaches = await loadGradedApproaches(manager, day);
  return {
    guidance: await toldApproaches(manager, FAMILY_GUIDANCE, day),
    registry: new Map(approaches.map((approach) => [approach.code, approach])),
  };
}

function candidateOf(row: ProgramRow, day: string): Candidate {
  const { id, organizationId, state, facts, latitude, longitude } = row;
  // Where no source names the zone, that of its place.
  const zone =
    row.timeZone ?? (latitude === null || longitude === null ? undefined : timeZoneAt(latitude, longitude));
  return toCandidate(
    {
      id,
      organizationId,
      state,
      facts,
      ...(latitude === null || longitude === null ? {} : { place: { latitude, longitude } }),
      ...(zone === undefined ? {} : { timeZone: timeZoneFrom(zone, day) }),
    },
    day,
  );
}
