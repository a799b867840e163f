import type { Querying } from '../../database/querying.js';
import { SqlStatement } from '../../database/sql-statement.js';
import { PROGRAM_ROW_TABLES } from '../../directory/program.queries.js';
import { filterSql, type OutwardFilter } from '../outward/outward-filter.js';
import type { OutwardProgram } from '../outward/outward-program.js';
import { everyOutwardProgram, OUTWARD_COLUMNS, type OutwardSlice } from '../outward/outward.queries.js';
import { VIRTUAL_PLACE_ID_SQL } from './hsds-ids.js';
import { isByTelehealth, type PlaceKind } from './hsds-locations.js';

/** A program at one of its places. */
export interface ProgramAtPlace extends OutwardProgram {
  readonly kind: PlaceKind;
}

/** Whether only addresses are asked for: telehealth has no distance. */
function isOfAddresses({ within, postalCode }: OutwardFilter): boolean {
  return within !== undefined || postalCode !== undefined;
}

/** Every program at its address, and those by telehealth once more. */
function placesSql(filter: OutwardFilter, statement: SqlStatement): string {
  const kinds = isOfAddresses(filter) ? `('physical')` : `('physical'), ('virtual')`;
  return `${PROGRAM_ROW_TABLES} CROSS JOIN (VALUES ${kinds}) AS place (kind)
    WHERE ${filterSql(filter, statement)} AND (kind = 'physical'
       OR p.facts #>> '{lists,modalities,codes,telehealth,stance}' = 'yes')`;
}

export async function countProgramsAtPlaces(querying: Querying, filter: OutwardFilter): Promise<number> {
  const statement = new SqlStatement();
  const [row] = await querying.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${placesSql(filter, statement)}`,
    statement.parameters,
  );
  return row!.count;
}

/** A part of the list, in the order of the last change of the program. */
export async function programsAtPlaces(
  querying: Querying,
  filter: OutwardFilter,
  { limit, offset }: OutwardSlice,
): Promise<ProgramAtPlace[]> {
  const statement = new SqlStatement();
  return querying.query(
    `WITH page AS (SELECT p.id, kind FROM ${placesSql(filter, statement)}
                    ORDER BY p.updated_at, p.id, kind
                    LIMIT ${statement.bind(limit)} OFFSET ${statement.bind(offset)})
     SELECT ${OUTWARD_COLUMNS}, page.kind FROM ${PROGRAM_ROW_TABLES} JOIN page ON page.id = p.id
      ORDER BY p.updated_at, p.id, page.kind`,
    statement.parameters,
  );
}

/** One program at one of its places, published or withdrawn. */
export async function programAtPlace(querying: Querying, id: string): Promise<ProgramAtPlace | undefined> {
  const [row]: ProgramAtPlace[] = await querying.query(
    `SELECT ${OUTWARD_COLUMNS}, CASE WHEN p.id = $1 THEN 'physical' ELSE 'virtual' END AS kind
       FROM ${PROGRAM_ROW_TABLES}
      WHERE p.id = $1 OR (${VIRTUAL_PLACE_ID_SQL} = $1
            AND p.facts #>> '{lists,modalities,codes,telehealth,stance}' = 'yes')`,
    [id],
  );
  return row;
}

/** Every one of them, in batches of programs. */
export async function* everyProgramAtPlaces(
  querying: Querying,
  filter: OutwardFilter,
  size: number,
): AsyncGenerator<ProgramAtPlace[]> {
  const isNear = isOfAddresses(filter);
  for await (const programs of everyOutwardProgram(querying, filter, size))
    yield programs.flatMap((program): ProgramAtPlace[] => [
      { ...program, kind: 'physical' },
      ...(isByTelehealth(program) && !isNear ? [{ ...program, kind: 'virtual' } as const] : []),
    ]);
}
