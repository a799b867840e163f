import { MATCHED_LISTS, MATCHED_VALUES } from '../../core/matching/candidate.js';
import { COLUMN_GROUPS } from '../../core/matching/index/column-groups.js';
import type { ProgramIndex } from '../../core/matching/index/program-index.js';

const LISTS: ReadonlySet<string> = new Set(MATCHED_LISTS);
const COUNTED: ReadonlySet<string> = new Set([...MATCHED_LISTS, ...MATCHED_VALUES]);

/** For each fact that the engine reads, the share of programs that report nothing of it, 0 to 1. */
export function unknownRatios(index: ProgramIndex): Record<string, number> {
  const ratios: Record<string, number> = {};
  for (const { name, facts } of COLUMN_GROUPS) {
    const column = index.columns.column(name);
    const programs = new Uint32Array(column.entryCount);
    const { entries } = column;
    for (let row = 0; row < index.length; row++) if (index.isLive(row)) programs[entries[row]!]! += 1;
    for (const fact of facts) {
      if (!COUNTED.has(fact)) continue;
      let unknown = 0;
      programs.forEach((count, entry) => {
        const { lists, values } = column.valueOf(entry);
        const known: object | undefined = LISTS.has(fact) ? lists : values;
        if (!known || !(fact in known)) unknown += count;
      });
      ratios[fact] = index.size === 0 ? 0 : unknown / index.size;
    }
  }
  return ratios;
}
