import type { EntityManager } from 'typeorm';
import type { ProgramRow } from './program-summary.dto.js';

/** Columns of a `ProgramRow` over `program p`, `organization o`, `location l`. */
export const PROGRAM_ROW_COLUMNS = `
  p.id, p.name, p.name_detail AS "nameDetail", p.fictional, p.phone, p.intake_phones AS "intakePhones",
  p.website, p.facts, p.source, p.source_as_of::text AS "sourceAsOf",
  o.id AS "organizationId", o.name AS "organizationName",
  l.street1, l.street2, l.city, l.state, l.postal_code AS "postalCode", l.latitude, l.longitude,
  l.coordinate_precision AS "coordinatePrecision", l.time_zone AS "timeZone"`;

export const PROGRAM_ROW_TABLES = `
  program p JOIN organization o ON o.id = p.organization_id JOIN location l ON l.id = p.location_id`;

/** Every published program, or those of these that are published. */
export async function publishedPrograms(
  manager: EntityManager,
  ids?: readonly string[],
): Promise<ProgramRow[]> {
  return manager.query(
    `SELECT ${PROGRAM_ROW_COLUMNS} FROM ${PROGRAM_ROW_TABLES}
      WHERE p.status = 'published' AND ($1::uuid[] IS NULL OR p.id = ANY($1)) ORDER BY p.id`,
    [ids ?? null],
  );
}

/** The programs that changed after one version of the directory, up to `most` + 1 of them. */
export async function programsChangedSince(
  manager: EntityManager,
  version: number,
  most: number,
): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
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

export async function currentVersions(manager: EntityManager): Promise<Versions> {
  const [row]: { directory: string; evidence: string }[] = await manager.query(
    `SELECT coalesce(max(seq) FILTER (WHERE entity = 'program'), 0) AS directory,
            coalesce(max(seq) FILTER (WHERE entity <> 'program'), 0) AS evidence
       FROM change`,
  );
  return { directory: Number(row!.directory), evidence: Number(row!.evidence) };
}

/** The published programs of one organization, by name. */
export async function programsOfOrganization(manager: EntityManager, id: string): Promise<ProgramRow[]> {
  return manager.query(
    `SELECT ${PROGRAM_ROW_COLUMNS} FROM ${PROGRAM_ROW_TABLES}
      WHERE p.status = 'published' AND o.id = $1 ORDER BY p.name, p.id`,
    [id],
  );
}
