import { buffersOf, ProgramIndex, type ProgramIndexData } from '../../core/matching/index/program-index.js';
import type { Querying } from '../../database/querying.js';
import { directoryVersion } from '../../directory/program.queries.js';
import { readPrograms } from './read-programs.js';
import { ShownPrograms, type ShownProgramsData } from './shown-programs.js';

/** All published programs of one version of the directory, indexed; it can be handed to another thread. */
export interface BuiltPrograms {
  readonly index: ProgramIndexData;
  readonly shown: ShownProgramsData;
  /** Number of the last change that is in it. */
  readonly version: number;
}

/**
 * Reads and indexes every published program. Run it in one REPEATABLE READ transaction, so that programs and version
 * are of one moment.
 */
export async function buildPrograms(querying: Querying, day: string): Promise<BuiltPrograms> {
  const version = await directoryVersion(querying);
  const programs = await readPrograms(querying, day);
  const index = ProgramIndex.build(programs.map(({ candidate }) => candidate));
  const byId = new Map(programs.map((program) => [program.candidate.id, program]));
  const { ids } = index.columns;
  const rows = Array.from({ length: index.length }, (_, row) => byId.get(ids.at(row))!);
  return { index: index.data, shown: ShownPrograms.write(rows), version };
}

/** What is handed over instead of being copied. */
export function buffersOfPrograms({ index, shown }: BuiltPrograms): ArrayBuffer[] {
  return [...buffersOf(index), shown.bytes.buffer as ArrayBuffer, shown.starts.buffer as ArrayBuffer];
}
