import type { EntityManager } from 'typeorm';
import type { Querying } from '../database/querying.js';
import { SHOWN_COORDINATES } from './door.queries.js';
import type { PublishedProgramRow } from './program-row.js';

/** Columns of a `PublishedProgramRow` over `program p`, `organization o`, `location l`. */
export const PROGRAM_ROW_COLUMNS = `
  p.id, p.name, p.name_detail AS "nameDetail", p.fictional, p.phone, p.intake_phones AS "intakePhones",
  p.website, p.facts, p.source, p.source_as_of::text AS "sourceAsOf",
  p.unlisted_on::text AS "unlistedOn",
  o.id AS "organizationId", o.name AS "organizationName",
  l.street1, l.street2, l.city, l.state, l.postal_code AS "postalCode", ${SHOWN_COORDINATES},
  l.time_zone AS "timeZone"`;

export const PROGRAM_ROW_TABLES = `
  program p JOIN organization o ON o.id = p.organization_id JOIN location l ON l.id = p.location_id`;

/** Those of these programs that are published. */
export async function publishedPrograms(
  querying: Querying,
  ids: readonly string[],
): Promise<PublishedProgramRow[]> {
  return querying.query(
    `SELECT ${PROGRAM_ROW_COLUMNS} FROM ${PROGRAM_ROW_TABLES}
      WHERE p.status = 'published' AND p.id = ANY($1::uuid[])`,
    [ids],
  );
}

/**
 * Every published program, in chunks of `chunk`; within a transaction. The next chunk is fetched while one is
 * processed.
 */
export async function* everyPublishedProgram(
  querying: Querying,
  chunk: number,
): AsyncGenerator<PublishedProgramRow[]> {
  await querying.query(
    `DECLARE every_program NO SCROLL CURSOR FOR
      SELECT ${PROGRAM_ROW_COLUMNS} FROM ${PROGRAM_ROW_TABLES} WHERE p.status = 'published'`,
  );
  const fetch = () => querying.query<PublishedProgramRow[]>(`FETCH ${chunk} FROM every_program`);
  let coming = fetch();
  for (;;) {
    const rows = await coming;
    if (rows.length === 0) break;
    coming = fetch();
    // If the consumer stops early, the cursor is closed at the end of the transaction, which also reports its failure.
    coming.catch(() => undefined);
    yield rows;
  }
  await querying.query('CLOSE every_program');
}

/** Number of published programs, counted up to `most`. */
export async function countPublishedUpTo(querying: Querying, most: number): Promise<number> {
  const [row] = await querying.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM (SELECT FROM program WHERE status = 'published' LIMIT $1) AS found`,
    [most],
  );
  return row!.count;
}

/** The programs that changed after a version of the directory, up to `most` + 1 of them. */
export async function programsChangedSince(
  querying: Querying,
  version: number,
  most: number,
): Promise<string[]> {
  const rows = await querying.query<{ id: string }[]>(
    `SELECT DISTINCT entity_id AS id FROM change WHERE entity = 'program' AND seq > $1 LIMIT $2`,
    [version, most + 1],
  );
  return rows.map(({ id }) => id);
}

/** Versions of the directory and of the evidence: each grows with every change to it. */
export interface Versions {
  readonly directory: number;
  readonly evidence: number;
}

/** Number of the last change of one kind of entity; each is found at the end of an index. */
const lastChangeOf = (entity: string) =>
  `coalesce((SELECT max(seq) FROM change WHERE entity = '${entity}'), 0)`;

export async function currentVersions(querying: Querying): Promise<Versions> {
  const [row] = await querying.query<{ directory: string; evidence: string }[]>(
    `SELECT ${lastChangeOf('program')} AS directory,
            greatest(${['rating', 'approach', 'citation'].map(lastChangeOf).join(', ')}) AS evidence`,
  );
  return { directory: Number(row!.directory), evidence: Number(row!.evidence) };
}

/** Number of the last change to a program. */
export async function directoryVersion(querying: Querying): Promise<number> {
  const { directory } = await currentVersions(querying);
  return directory;
}

/**
 * What the last change of a version was, in which database: a copy that was restored from a backup and changed since has
 * another mark for the same number. Empty if there is no such change.
 */
export async function markOf(querying: Querying, version: number): Promise<string> {
  const [row] = await querying.query<{ mark: string }[]>(
    `SELECT md5(i.value) || ' ' || c.entity || ' ' || c.entity_id || ' ' || c.kind || ' ' ||
            extract(epoch FROM c.at) AS mark
       FROM change c, installation i WHERE c.seq = $1 AND i.key = 'cursor_secret'`,
    [version],
  );
  return row?.mark ?? '';
}

/** The published programs of one organization, by name. */
export async function programsOfOrganization(
  manager: EntityManager,
  id: string,
): Promise<PublishedProgramRow[]> {
  return manager.query(
    `SELECT ${PROGRAM_ROW_COLUMNS} FROM ${PROGRAM_ROW_TABLES}
      WHERE p.status = 'published' AND o.id = $1 ORDER BY p.name, p.id`,
    [id],
  );
}
