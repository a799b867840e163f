import type { Comparison } from '../../service/api.js';

type Compared = Comparison['programs'][number];

/** One line of the table: a fact or a criterion, and what it is of each place; undefined where it is not asked. */
export interface CompareRow {
  readonly kind: 'constraint' | 'criterion';
  readonly code: string;
  readonly cells: readonly (CompareCell | undefined)[];
  readonly differs: boolean;
}

export interface CompareCell {
  readonly text: string;
  readonly verdict?: 'meets' | 'fails' | 'unknown';
  /** Of a criterion, 0 to 1; undefined if nothing is known. */
  readonly value?: number;
}

/** The lines of the table: those that differ, and those that are the same for all. */
export function compareRows(programs: readonly Compared[]): {
  readonly differ: readonly CompareRow[];
  readonly same: readonly CompareRow[];
} {
  const constraints = codesOf(programs, ({ constraints: all }) => all).map((code) =>
    rowOf('constraint', code, programs, (program) => {
      const found = program.constraints.find((one) => one.code === code);
      return found && { text: found.reason, verdict: found.verdict };
    }),
  );
  const criteria = codesOf(programs, ({ criteria: all }) => all).map((code) =>
    rowOf('criterion', code, programs, (program) => {
      const found = program.criteria.find((one) => one.code === code);
      return found && { text: found.reason, ...(found.known > 0 && { value: found.value }) };
    }),
  );
  const rows = [...constraints, ...criteria];
  return { differ: rows.filter(({ differs }) => differs), same: rows.filter(({ differs }) => !differs) };
}

function codesOf(
  programs: readonly Compared[],
  listOf: (program: Compared) => readonly { readonly code: string }[],
): readonly string[] {
  return [...new Set(programs.flatMap((program) => listOf(program).map(({ code }) => code)))];
}

function rowOf(
  kind: CompareRow['kind'],
  code: string,
  programs: readonly Compared[],
  cellOf: (program: Compared) => CompareCell | undefined,
): CompareRow {
  const cells = programs.map(cellOf);
  const differs = new Set(cells.map((cell) => JSON.stringify(cell))).size > 1;
  return { kind, code, cells, differs };
}
