import { ProgramColumns } from '../../core/matching/index/program-columns.js';
import { buffersOf, ProgramIndex, type ProgramIndexData } from '../../core/matching/index/program-index.js';
import type { Querying } from '../../database/querying.js';
import { directoryVersion } from '../../directory/program.queries.js';
import { everyProgram } from './read-programs.js';
import { ShownPrograms, type ShownProgramsData } from './shown-programs.js';

/** All published programs of one version of the directory, indexed; it can be transferred to another thread. */
export interface BuiltPrograms {
  readonly index: ProgramIndexData;
  readonly shown: ShownProgramsData;
  /** Number of the last change that is in it. */
  readonly version: number;
}

/** An index that is ready, and where it came from. */
export interface ReadyPrograms extends BuiltPrograms {
  readonly from: 'database' | 'file';
}

/** Number of programs held at a time while they are indexed. */
const CHUNK = 1000;

/**
 * Reads and indexes every published program. Run it in one REPEATABLE READ transaction, so that programs and version
 * are consistent.
 */
export async function buildPrograms(querying: Querying, day: string): Promise<BuiltPrograms> {
  const version = await directoryVersion(querying);
  const columns = ProgramColumns.empty();
  const shown: Uint8Array[] = [];
  const origins = ShownPrograms.noOrigins();
  for await (const chunk of everyProgram(querying, day, CHUNK))
    for (const program of chunk) {
      columns.add(program.candidate);
      shown.push(ShownPrograms.textOf(program.program));
      origins.push(program.origins);
    }
  const { index, order } = ProgramIndex.sort(columns);
  const inOrder = Array.from(order, (row) => shown[row]!);
  return { index: index.data, shown: ShownPrograms.join(inOrder, origins.inOrder(order, 0)), version };
}

/** What is transferred instead of being copied. */
export function buffersOfPrograms({ index, shown }: BuiltPrograms): ArrayBuffer[] {
  const { bytes, starts, origins } = shown;
  return [
    ...buffersOf(index),
    ...[bytes, starts, origins.entries].map(({ buffer }) => buffer as ArrayBuffer),
  ];
}
