import type { EntityManager } from 'typeorm';

/** SQL of whole rows of programs: kept with a decision, and put back when it is undone. */

/** What a source shows of a program: who runs it, where, under which name and contacts. */
const SHOWN = [
  'organization_id',
  'location_id',
  'name',
  'name_detail',
  'phone',
  'intake_phones',
  'website',
  'source',
  'source_key',
  'source_as_of',
] as const;

/** The columns of a program's row that a decision may change; not its id, its version and its times. */
const COLUMNS: readonly string[] = [
  ...SHOWN,
  'status',
  'fictional',
  'facts',
  'resolve_again_on',
  'evidence_strength',
  'search_text',
  'tags',
  'lowest_weekly_price',
  'corrections',
  'withdrawn_at_desk',
  'unlisted_on',
  'merged_into',
  'verified_on',
];

/** The row of a program `p` as JSON. */
export const PROGRAM_STATE = `(SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(p))
  WHERE key = ANY('{${COLUMNS.join(',')}}'))`;

/** A program's row by column. */
export type ProgramState = Readonly<Record<string, unknown>>;

export async function readState(manager: EntityManager, id: string): Promise<ProgramState> {
  const [row]: [{ state: ProgramState }] = await manager.query(
    `SELECT ${PROGRAM_STATE} AS state FROM program p WHERE id = $1`,
    [id],
  );
  return row.state;
}

/** Writes these columns of a program, with a new version. */
export async function writeState(manager: EntityManager, id: string, state: ProgramState): Promise<void> {
  const columns = COLUMNS.filter((column) => column in state);
  await manager.query(
    `UPDATE program p
        SET (${columns.join(', ')}, version, updated_at) =
            (SELECT ${columns.map((column) => `r.${column}`).join(', ')}, p.version + 1, now()
               FROM jsonb_populate_record(NULL::program, $2) r)
      WHERE p.id = $1`,
    [id, JSON.stringify(state)],
  );
}

/** A new program with this row. */
export async function insertState(manager: EntityManager, id: string, state: ProgramState): Promise<void> {
  await manager.query(
    `INSERT INTO program (id, ${COLUMNS.join(', ')})
     SELECT $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
       FROM jsonb_populate_record(NULL::program, $2) r`,
    [id, JSON.stringify(state)],
  );
}

/** The columns that a source shows, of a row; corrections of an editor stand above them. */
export function shownState(state: ProgramState, corrections: object): ProgramState {
  const corrected: Record<string, unknown> = Object.fromEntries(
    Object.entries(corrections).map(([field, value]) => [COLUMN_OF[field] ?? field, value]),
  );
  return Object.fromEntries(SHOWN.map((column) => [column, corrected[column] ?? state[column]]));
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  nameDetail: 'name_detail',
  intakePhones: 'intake_phones',
};

/** Whether two rows show the same. */
export function showsSame(a: ProgramState, b: ProgramState): boolean {
  return SHOWN.every((column) => JSON.stringify(a[column]) === JSON.stringify(b[column]));
}
