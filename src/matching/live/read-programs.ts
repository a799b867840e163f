import { type FactOrigins, factOrigins } from '../../core/directory/fact-origins.js';
import { type Candidate, toCandidate } from '../../core/matching/candidate.js';
import { everyPublishedProgram, publishedPrograms } from '../../directory/program.queries.js';
import type { ProgramSummary } from '../../directory/program-summary.dto.js';
import { summarizeProgram } from '../../directory/summarize-program.js';
import type { PublishedProgramRow } from '../../directory/program-row.js';
import { timeZoneAt, timeZoneFrom } from '../../directory/time-zones.js';
import type { Querying } from '../../database/querying.js';

/** What is shown of a program, in addition to its place in a list. */
export interface ShownProgram {
  readonly program: ProgramSummary;
  /** The source of each fact: shown with a verdict, never used by the engine. */
  readonly origins: FactOrigins;
}

/** A published program: for the engine, and as it is shown. */
export interface PublishedProgram extends ShownProgram {
  readonly candidate: Candidate;
}

/**
 * Reads those of these programs that are published.
 *
 * @param day YYYY-MM-DD; which claims are stale depends on it
 */
export async function readPrograms(
  querying: Querying,
  day: string,
  ids: readonly string[],
): Promise<PublishedProgram[]> {
  const rows = await publishedPrograms(querying, ids);
  return rows.map((row) => published(row, day));
}

/** Every published program, in chunks; within a transaction. */
export async function* everyProgram(
  querying: Querying,
  day: string,
  chunk: number,
): AsyncGenerator<PublishedProgram[]> {
  for await (const rows of everyPublishedProgram(querying, chunk))
    yield rows.map((row) => published(row, day));
}

function published(row: PublishedProgramRow, day: string): PublishedProgram {
  return {
    candidate: candidateOf(row, day),
    program: summarizeProgram(row, day),
    origins: factOrigins(row.facts),
  };
}

function candidateOf(row: PublishedProgramRow, day: string): Candidate {
  const { id, organizationId, state, facts, latitude, longitude } = row;
  const isLocated = latitude !== null && longitude !== null;
  const zone = row.timeZone ?? (isLocated ? timeZoneAt(latitude, longitude) : undefined);
  return toCandidate(
    {
      id,
      organizationId,
      state,
      facts,
      ...(isLocated ? { place: { latitude, longitude } } : {}),
      ...(zone === undefined ? {} : { timeZone: timeZoneFrom(zone, day) }),
    },
    day,
  );
}
