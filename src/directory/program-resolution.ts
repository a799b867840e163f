import type { EntityManager } from 'typeorm';
import { rowChunks } from '../database/row-lines.js';
import { takeWriterLock } from '../database/writer-lock.js';
import { programRow } from './intake-rows.js';
import { settleDoors } from './door.queries.js';
import type { EvidenceView } from './program-intake.js';
import * as queries from './program-store.queries.js';
import { rememberWords } from './search-words.queries.js';

/** What resolving the records of programs needs. */
export interface ResolutionOptions {
  readonly evidence: EvidenceView;
  /** YYYY-MM-DD; decides what is past its shelf life. */
  readonly today: string;
  readonly importRunId?: string;
}

/** Resolves the stored records of these programs again, after a fact passed its shelf life or a rating changed. */
export async function resolveAgain(
  manager: EntityManager,
  ids: readonly string[],
  options: ResolutionOptions,
): Promise<void> {
  for (const chunk of rowChunks(ids)) {
    const programs = await queries.programsWithRecords(manager, chunk);
    const rows = programs.map(({ id, source, intake, records, corrections, ...place }) =>
      programRow(source, id, place, intake, records, { ...options, corrections }),
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
    await settleDoors(
      manager,
      rows.map(({ program }) => program.id),
      options.importRunId,
    );
  }
}

/** Resolves again every published program that has a fact past its shelf life today. Returns how many. */
export async function resolveStale(manager: EntityManager, options: ResolutionOptions): Promise<number> {
  await takeWriterLock(manager);
  const ids = await queries.programsToResolveBy(manager, options.today);
  await resolveAgain(manager, ids, options);
  return ids.length;
}
