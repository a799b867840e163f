import { SqlStatement } from '../../database/sql-statement.js';
import type { Querying } from '../../database/querying.js';
import { SHOWN_COORDINATES } from '../../directory/door.queries.js';
import { PROGRAM_ROW_COLUMNS, PROGRAM_ROW_TABLES } from '../../directory/program.queries.js';
import { filterSql, type OutwardFilter } from './outward-filter.js';
import type { OutwardLocation, OutwardOrganization, OutwardProgram } from './outward-program.js';

/** A part of a list: pages are counted in rows. */
export interface OutwardSlice {
  readonly limit: number;
  readonly offset: number;
}

/** Columns of an `OutwardProgram` over `PROGRAM_ROW_TABLES`. */
export const OUTWARD_COLUMNS = `${PROGRAM_ROW_COLUMNS}, p.status, p.version, p.updated_at AS "updatedAt",
  p.verified_on::text AS "verifiedOn", l.id AS "locationId"`;

/** The number of programs of a filter. */
export async function countOutwardPrograms(querying: Querying, filter: OutwardFilter): Promise<number> {
  const statement = new SqlStatement();
  const [row] = await querying.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${PROGRAM_ROW_TABLES} WHERE ${filterSql(filter, statement)}`,
    statement.parameters,
  );
  return row!.count;
}

/** Programs of a filter, those that changed last at the end: a change in the middle of a walk moves nothing out of it. */
export async function outwardPrograms(
  querying: Querying,
  filter: OutwardFilter,
  { limit, offset }: OutwardSlice,
): Promise<OutwardProgram[]> {
  const statement = new SqlStatement();
  // The page is found by its keys first: whole programs are wide, and are read for this page alone.
  return querying.query(
    `WITH page AS (SELECT p.id FROM ${PROGRAM_ROW_TABLES} WHERE ${filterSql(filter, statement)}
                    ORDER BY p.updated_at, p.id LIMIT ${statement.bind(limit)} OFFSET ${statement.bind(offset)})
     SELECT ${OUTWARD_COLUMNS} FROM ${PROGRAM_ROW_TABLES} JOIN page ON page.id = p.id ORDER BY p.updated_at, p.id`,
    statement.parameters,
  );
}

/** Programs of a filter by id, after one of them. */
export async function outwardProgramsById(
  querying: Querying,
  filter: OutwardFilter,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<OutwardProgram[]> {
  const statement = new SqlStatement();
  const further = after === undefined ? '' : ` AND p.id > ${statement.bind(after)}::uuid`;
  return querying.query(
    `SELECT ${OUTWARD_COLUMNS} FROM ${PROGRAM_ROW_TABLES} WHERE ${filterSql(filter, statement)}${further}
      ORDER BY p.id LIMIT ${statement.bind(limit)}`,
    statement.parameters,
  );
}

/** One program, published or withdrawn. */
export async function outwardProgram(querying: Querying, id: string): Promise<OutwardProgram | undefined> {
  const [row] = await outwardPrograms(querying, { ids: [id], withdrawn: true }, { limit: 1, offset: 0 });
  return row;
}

/**
 * Every program of a filter, in batches. No transaction stays open while a client reads: a program that changes meanwhile
 * comes once more, at the end, and none is left out.
 */
export async function* everyOutwardProgram(
  querying: Querying,
  filter: OutwardFilter,
  size: number,
): AsyncGenerator<OutwardProgram[]> {
  let after: { readonly at: string; readonly id: string } | undefined;
  for (;;) {
    const statement = new SqlStatement();
    const where = filterSql(filter, statement);
    const further = after
      ? ` AND (p.updated_at, p.id) > (${statement.bind(after.at)}::timestamptz, ${statement.bind(after.id)}::uuid)`
      : '';
    const rows: (OutwardProgram & { at: string })[] = await querying.query(
      `SELECT ${OUTWARD_COLUMNS}, p.updated_at::text AS at FROM ${PROGRAM_ROW_TABLES}
        WHERE ${where}${further} ORDER BY p.updated_at, p.id LIMIT ${statement.bind(size)}`,
      statement.parameters,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1)!;
  }
}

/** The number of organizations that run a program of a filter. */
export async function countOutwardOrganizations(querying: Querying, filter: OutwardFilter): Promise<number> {
  const statement = new SqlStatement();
  const [row] = await querying.query<{ count: number }[]>(
    `SELECT count(DISTINCT o.id)::int AS count FROM ${PROGRAM_ROW_TABLES} WHERE ${filterSql(filter, statement)}`,
    statement.parameters,
  );
  return row!.count;
}

/** The organizations that run a program of a filter, by id. */
export async function outwardOrganizations(
  querying: Querying,
  filter: OutwardFilter,
  { limit, offset, after }: OutwardSlice & { readonly after?: string },
): Promise<OutwardOrganization[]> {
  const statement = new SqlStatement();
  const further = after === undefined ? '' : ` AND o.id > ${statement.bind(after)}::uuid`;
  return querying.query(
    `SELECT ${ORGANIZATION_COLUMNS} FROM organization o
      WHERE o.id IN (SELECT o.id FROM ${PROGRAM_ROW_TABLES} WHERE ${filterSql(filter, statement)})${further}
      ORDER BY o.id LIMIT ${statement.bind(limit)} OFFSET ${statement.bind(offset)}`,
    statement.parameters,
  );
}

/** Every organization that runs a program of a filter, in batches. */
export async function* everyOutwardOrganization(
  querying: Querying,
  filter: OutwardFilter,
  size: number,
): AsyncGenerator<OutwardOrganization[]> {
  let last: string | undefined;
  for (;;) {
    const after = last === undefined ? {} : { after: last };
    const rows = await outwardOrganizations(querying, filter, { limit: size, offset: 0, ...after });
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = rows.at(-1)!.id;
  }
}

const ORGANIZATION_COLUMNS = `o.id, o.name, o.state, o.version, o.updated_at AS "updatedAt",
  (SELECT count(*)::int FROM program p WHERE p.organization_id = o.id AND p.status = 'published') AS programs`;

/** One organization, whether or not it still has a published program. */
export async function outwardOrganization(
  querying: Querying,
  id: string,
): Promise<OutwardOrganization | undefined> {
  const [row]: OutwardOrganization[] = await querying.query(
    `SELECT ${ORGANIZATION_COLUMNS} FROM organization o WHERE o.id = $1`,
    [id],
  );
  return row;
}

const LOCATION_COLUMNS = `l.id, p.name, p.name_detail AS "nameDetail", o.id AS "organizationId",
  o.name AS "organizationName", l.street1, l.street2, l.city, l.state, l.postal_code AS "postalCode",
  ${SHOWN_COORDINATES}, l.version, l.updated_at AS "updatedAt"`;

/** The number of places with a program of a filter. */
export async function countOutwardLocations(querying: Querying, filter: OutwardFilter): Promise<number> {
  const statement = new SqlStatement();
  const [row] = await querying.query<{ count: number }[]>(
    `SELECT count(DISTINCT l.id)::int AS count FROM ${PROGRAM_ROW_TABLES} WHERE ${filterSql(filter, statement)}`,
    statement.parameters,
  );
  return row!.count;
}

/** The places with a program of a filter, by id. */
export async function outwardLocations(
  querying: Querying,
  filter: OutwardFilter,
  { limit, offset, after }: OutwardSlice & { readonly after?: string },
): Promise<OutwardLocation[]> {
  const statement = new SqlStatement();
  const further = after === undefined ? '' : ` AND l.id > ${statement.bind(after)}::uuid`;
  return querying.query(
    `SELECT DISTINCT ON (l.id) ${LOCATION_COLUMNS} FROM ${PROGRAM_ROW_TABLES}
      WHERE ${filterSql(filter, statement)}${further}
      ORDER BY l.id, p.id LIMIT ${statement.bind(limit)} OFFSET ${statement.bind(offset)}`,
    statement.parameters,
  );
}
