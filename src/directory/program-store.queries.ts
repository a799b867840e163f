import type { EntityManager } from 'typeorm';
import type { SourceRecord } from '../core/directory/source-record.js';
import { rowLines, ROWS_OF_LINES } from '../database/row-lines.js';
import type { ChangeKind } from './change.entity.js';
import type { ContactCorrections } from './program.entity.js';
import type { ProgramIntake } from './program-intake.js';
import type {
  OrganizationRow,
  LocationRow,
  ProgramPlace,
  ProgramRow,
  RecordRow,
  ClaimRow,
} from './program-store-rows.js';

/** SQL of the program store. A statement writes hundreds of rows at a time. */

/**
 * A stored record in the form that resolving needs. Observers are distinguished by their public names: a person with a
 * new key does not become a second observer who agrees.
 */
const SOURCE_RECORD = `jsonb_strip_nulls(jsonb_build_object(
  'source', s.source, 'asOf', s.as_of, 'standing', s.standing, 'by', s.said_by,
  'observer', CASE WHEN s.observer IS NULL THEN NULL ELSE lower(s.said_by) END,
  'expiresOn', s.expires_on, 'recordedAt', CASE WHEN s.observer IS NULL THEN NULL ELSE s.created_at END))
  || jsonb_build_object('facts', s.facts)`;

/** The records of these programs from other sources; companions of this source are not other sources. */
export async function recordsOfOthers(
  manager: EntityManager,
  source: string,
  programIds: readonly string[],
): Promise<Map<string, SourceRecord[]>> {
  const rows: { programId: string; record: SourceRecord }[] = await manager.query(
    `SELECT s.program_id AS "programId", ${SOURCE_RECORD} AS record
       FROM program_source s
      WHERE s.program_id = ANY($2) AND s.ended_at IS NULL AND s.source <> $1 AND NOT starts_with(s.source, $1 || '-')`,
    [source, programIds],
  );
  const records = new Map<string, SourceRecord[]>();
  for (const { programId, record } of rows)
    records.set(programId, [...(records.get(programId) ?? []), record]);
  return records;
}

export async function upsertOrganizations(manager: EntityManager, rows: OrganizationRow[]): Promise<void> {
  await manager.query(
    `INSERT INTO organization AS o (id, name, state, source, source_key, source_as_of)
     SELECT id, name, state, source, source_key, source_as_of
       FROM ${ROWS_OF_LINES}
         AS r(id uuid, name text, state text, source text, source_key text, source_as_of date)
     ON CONFLICT (source, source_key) DO UPDATE
        SET name = excluded.name, source_as_of = excluded.source_as_of,
            version = o.version + 1, updated_at = now()
      WHERE (o.name, o.source_as_of) IS DISTINCT FROM (excluded.name, excluded.source_as_of)`,
    [rowLines(rows)],
  );
}

export async function upsertLocations(manager: EntityManager, rows: LocationRow[]): Promise<void> {
  await manager.query(
    `INSERT INTO location AS l (id, organization_id, street1, street2, city, state, postal_code, latitude,
                                longitude, coordinate_precision, time_zone, source, source_key, source_as_of)
     SELECT id, organization_id, street1, street2, city, state, postal_code, latitude,
            longitude, coordinate_precision, time_zone, source, source_key, source_as_of
       FROM ${ROWS_OF_LINES}
         AS r(id uuid, organization_id uuid, street1 text, street2 text, city text, state text, postal_code text,
              latitude double precision, longitude double precision, coordinate_precision text, time_zone text,
              source text, source_key text, source_as_of date)
     ON CONFLICT (source, source_key) DO UPDATE
        SET organization_id = excluded.organization_id, street1 = excluded.street1, street2 = excluded.street2,
            city = excluded.city, postal_code = excluded.postal_code,
            latitude = excluded.latitude, longitude = excluded.longitude,
            coordinate_precision = excluded.coordinate_precision, time_zone = excluded.time_zone,
            source_as_of = excluded.source_as_of, version = l.version + 1, updated_at = now()
      WHERE (l.organization_id, l.street1, l.street2, l.city, l.postal_code, l.latitude, l.longitude,
             l.coordinate_precision, l.time_zone, l.source_as_of) IS DISTINCT FROM
            (excluded.organization_id, excluded.street1, excluded.street2, excluded.city, excluded.postal_code,
             excluded.latitude, excluded.longitude, excluded.coordinate_precision, excluded.time_zone,
             excluded.source_as_of)`,
    [rowLines(rows)],
  );
}

export async function upsertPrograms(manager: EntityManager, rows: ProgramRow[]): Promise<void> {
  await manager.query(
    `INSERT INTO program AS p (id, organization_id, location_id, name, name_detail, phone, intake_phones, website,
                               status, fictional, facts, resolve_again_on, evidence_strength, search_text, tags,
                               lowest_weekly_price, source, source_key, source_as_of, verified_on)
     SELECT id, organization_id, location_id, name, name_detail, phone, intake_phones, website,
            'published', fictional, facts, resolve_again_on, evidence_strength, search_text, tags,
            lowest_weekly_price, source, source_key, source_as_of, verified_on
       FROM ${ROWS_OF_LINES}
         AS r(id uuid, organization_id uuid, location_id uuid, name text, name_detail text, phone text,
              intake_phones text[], website text, fictional boolean, facts jsonb, resolve_again_on date,
              evidence_strength jsonb, search_text text, tags text[], lowest_weekly_price integer, source text,
              source_key text, source_as_of date, verified_on date)
     ON CONFLICT (id) DO UPDATE
        SET organization_id = excluded.organization_id, location_id = excluded.location_id, name = excluded.name,
            name_detail = excluded.name_detail, phone = excluded.phone, intake_phones = excluded.intake_phones,
            website = excluded.website,
            status = CASE WHEN p.withdrawn_at_desk THEN 'withdrawn' ELSE 'published' END, unlisted_on = NULL,
            facts = excluded.facts,
            resolve_again_on = excluded.resolve_again_on, evidence_strength = excluded.evidence_strength,
            search_text = excluded.search_text, tags = excluded.tags,
            lowest_weekly_price = excluded.lowest_weekly_price, source_key = excluded.source_key,
            source_as_of = excluded.source_as_of, verified_on = excluded.verified_on,
            version = p.version + 1, updated_at = now()`,
    [rowLines(rows)],
  );
}

/** The part that a new resolution changes; names and locations stay. */
export async function updateResolution(manager: EntityManager, rows: ProgramRow[]): Promise<void> {
  await manager.query(
    `UPDATE program p
        SET facts = r.facts, resolve_again_on = r.resolve_again_on, evidence_strength = r.evidence_strength,
            search_text = r.search_text, tags = r.tags, lowest_weekly_price = r.lowest_weekly_price,
            verified_on = r.verified_on, phone = r.phone, website = r.website,
            version = p.version + 1, updated_at = now()
       FROM ${ROWS_OF_LINES}
         AS r(id uuid, phone text, website text, facts jsonb, resolve_again_on date, evidence_strength jsonb, search_text text, tags text[],
              lowest_weekly_price integer, verified_on date)
      WHERE p.id = r.id`,
    [rowLines(rows)],
  );
}

/**
 * Replaces the records of this source and of its companions by these; other sources keep theirs. A record under another
 * key of its program ends: it no longer counts, and is kept in case the two are separated again.
 */
export async function replaceRecords(
  manager: EntityManager,
  source: string,
  rows: RecordRow[],
): Promise<void> {
  const programIds = [...new Set(rows.map(({ program_id }) => program_id))];
  const keys = [...new Set(rows.map((row) => `${row.program_id}:${row.source_key}`))];
  const records = rows.map((row) => `${row.program_id}:${row.source}:${row.source_key}`);
  await manager.query(
    `DELETE FROM program_source
      WHERE program_id = ANY($2) AND (source = $1 OR starts_with(source, $1 || '-'))
        AND program_id || ':' || source_key = ANY($3)
        AND program_id || ':' || source || ':' || source_key <> ALL($4)`,
    [source, programIds, keys, records],
  );
  await manager.query(
    `UPDATE program_source SET ended_at = now()
      WHERE program_id = ANY($2) AND (source = $1 OR starts_with(source, $1 || '-')) AND ended_at IS NULL
        AND program_id || ':' || source_key <> ALL($3)`,
    [source, programIds, keys],
  );
  await upsertRecords(manager, rows);
}

/** Writes records; one with the same source and key is replaced. */
export async function upsertRecords(manager: EntityManager, rows: readonly RecordRow[]): Promise<void> {
  await manager.query(
    `INSERT INTO program_source AS s (id, program_id, source, source_key, as_of, standing, facts, verbatim, digest,
                                      said_by, observer, how, expires_on)
     SELECT id, program_id, source, source_key, as_of, standing, facts, verbatim, digest,
            said_by, observer, how, expires_on
       FROM ${ROWS_OF_LINES}
         AS r(id uuid, program_id uuid, source text, source_key text, as_of date, standing text, facts jsonb,
              verbatim jsonb, digest text, said_by text, observer uuid, how text, expires_on date)
     ON CONFLICT (source, source_key) DO UPDATE
        SET program_id = excluded.program_id, ended_at = NULL,
            made_on_program = CASE WHEN s.program_id = excluded.program_id THEN s.made_on_program END,
            as_of = excluded.as_of, standing = excluded.standing,
            facts = excluded.facts, verbatim = excluded.verbatim, digest = excluded.digest, said_by = excluded.said_by,
            observer = excluded.observer, how = excluded.how, expires_on = excluded.expires_on,
            version = s.version + 1, updated_at = now()`,
    [rowLines(rows)],
  );
}

/** Removes one record from those that are resolved. */
export async function deleteRecord(manager: EntityManager, source: string, key: string): Promise<void> {
  await manager.query('DELETE FROM program_source WHERE source = $1 AND source_key = $2', [source, key]);
}

/** The corrections of editors on these programs, by program; programs without a correction are absent. */
export async function correctionsOf(
  manager: EntityManager,
  programIds: readonly string[],
): Promise<Map<string, ContactCorrections>> {
  const rows: { id: string; corrections: ContactCorrections }[] = await manager.query(
    `SELECT id, corrections FROM program WHERE id = ANY($1) AND corrections <> '{}'`,
    [programIds],
  );
  return new Map(rows.map(({ id, corrections }) => [id, corrections]));
}

/** Ends the records of a source that no longer names these programs; they no longer count. */
export async function endRecords(
  manager: EntityManager,
  source: string,
  programIds: readonly string[],
): Promise<void> {
  await manager.query(
    `UPDATE program_source SET ended_at = now()
      WHERE program_id = ANY($2) AND (source = $1 OR starts_with(source, $1 || '-')) AND ended_at IS NULL`,
    [source, programIds],
  );
}

export async function replaceClaims(
  manager: EntityManager,
  programIds: readonly string[],
  rows: ClaimRow[],
): Promise<void> {
  await manager.query('DELETE FROM program_approach WHERE program_id = ANY($1)', [programIds]);
  await manager.query(
    `INSERT INTO program_approach (program_id, approach_code, provenance, source, as_of)
     SELECT program_id, approach_code, provenance, source, as_of
       FROM ${ROWS_OF_LINES}
         AS r(program_id uuid, approach_code text, provenance text, source text, as_of date)`,
    [rowLines(rows)],
  );
}

/** Publishes programs that a source names, unless an editor withdrew them; the caller resolves them again. */
export async function markListed(manager: EntityManager, programIds: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE program SET unlisted_on = NULL, status = CASE WHEN withdrawn_at_desk THEN 'withdrawn' ELSE 'published' END
      WHERE id = ANY($1) AND merged_into IS NULL`,
    [programIds],
  );
}

export async function markWithdrawn(manager: EntityManager, programIds: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE program SET status = 'withdrawn', unlisted_on = NULL, version = version + 1, updated_at = now() WHERE id = ANY($1)`,
    [programIds],
  );
}

/** @param changes each with the other program, where two became one or are two again */
export async function recordChanges(
  manager: EntityManager,
  changes: readonly { id: string; kind: ChangeKind; other?: string }[],
  importRunId?: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO change (entity, entity_id, kind, version, import_run_id, other_id)
     SELECT 'program', r.id::text, r.kind, p.version, $2, r.other
       FROM ${ROWS_OF_LINES} AS r(id uuid, kind text, other text) JOIN program p ON p.id = r.id
      ORDER BY r.id`,
    [rowLines(changes), importRunId ?? null],
  );
}

export async function programsToResolveBy(manager: EntityManager, today: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM program WHERE status = 'published' AND resolve_again_on <= $1 ORDER BY id`,
    [today],
  );
  return rows.map(({ id }) => id);
}

/** Programs with all their records, in the form that resolving needs. */
export async function programsWithRecords(
  manager: EntityManager,
  ids: readonly string[],
): Promise<
  (ProgramPlace & {
    id: string;
    source: string;
    intake: ProgramIntake;
    corrections: ContactCorrections;
    records: SourceRecord[];
  })[]
> {
  return manager.query(
    `SELECT p.id, p.source, p.corrections, p.organization_id AS "organizationId", p.location_id AS "locationId",
            json_build_object(
              'key', p.source_key, 'name', p.name, 'nameDetail', p.name_detail, 'phone', p.phone,
              'intakePhones', p.intake_phones, 'website', p.website, 'fictional', p.fictional,
              'organization', json_build_object('key', o.source_key, 'name', o.name, 'state', o.state),
              'location', json_build_object('key', l.source_key, 'street1', l.street1, 'city', l.city,
                                            'state', l.state, 'postalCode', l.postal_code),
              'records', json_build_array(json_build_object('asOf', p.source_as_of))
            ) AS intake,
            json_agg(${SOURCE_RECORD}) AS records
       FROM program p
       JOIN organization o ON o.id = p.organization_id
       JOIN location l ON l.id = p.location_id
       JOIN program_source s ON s.program_id = p.id AND s.ended_at IS NULL
      WHERE p.id = ANY($1)
      GROUP BY p.id, o.id, l.id
      ORDER BY p.id`,
    [ids],
  );
}

/** Updates the statistics of the planner after many changes. */
export async function analyze(manager: EntityManager): Promise<void> {
  await manager.query(
    'ANALYZE organization, location, program, program_link, program_source, program_approach, search_word',
  );
}
