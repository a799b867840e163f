import type { EntityManager } from 'typeorm';
import { STANDINGS } from '../core/directory/source-record.js';
import { recordChanges } from './program-store.queries.js';

/**
 * SQL of the doors of locations. A location `l` has the coordinates that its source lists, mostly the center of its ZIP code.
 * Above them stands its door: the best point of its street address that is known of any of its programs.
 */
export const SHOWN_LATITUDE = 'coalesce(l.door_latitude, l.latitude)';
export const SHOWN_LONGITUDE = 'coalesce(l.door_longitude, l.longitude)';

/** The coordinates of a location `l` as they are shown, how exact they are, and who states the door. */
export const SHOWN_COORDINATES = `${SHOWN_LATITUDE} AS latitude, ${SHOWN_LONGITUDE} AS longitude,
  CASE WHEN l.door_latitude IS NULL THEN l.coordinate_precision ELSE 'address' END AS "coordinatePrecision",
  l.door_source AS "coordinateSource", l.door_as_of::text AS "coordinateAsOf"`;

/**
 * Settles the doors of the locations of these programs, which are resolved. The other programs at a door that has changed
 * change with it.
 */
export async function settleDoors(
  manager: EntityManager,
  programIds: readonly string[],
  importRunId?: string,
): Promise<void> {
  const [moved]: [{ id: string }[], number] = await manager.query(
    `WITH door AS (
       SELECT DISTINCT ON (p.location_id) p.location_id AS id,
              (c.point ->> 'latitude')::double precision AS latitude,
              (c.point ->> 'longitude')::double precision AS longitude,
              o.origin ->> 'source' AS source, (o.origin ->> 'asOf')::date AS as_of
         FROM program p
        CROSS JOIN LATERAL (SELECT p.facts #> '{values,coordinates,value}' AS point) c
        CROSS JOIN LATERAL (
          SELECT p.facts -> 'origins' -> (p.facts #>> '{values,coordinates,origin}')::integer AS origin) o
        WHERE p.location_id IN (SELECT location_id FROM program WHERE id = ANY($1)) AND p.merged_into IS NULL
          AND c.point ->> 'precision' = 'address'
        ORDER BY p.location_id, array_position($2::text[], o.origin ->> 'standing'), as_of DESC, source, p.id)
     UPDATE location l
        SET door_latitude = d.latitude, door_longitude = d.longitude, door_source = d.source, door_as_of = d.as_of,
            version = l.version + 1, updated_at = now()
       FROM (SELECT DISTINCT location_id AS id FROM program WHERE id = ANY($1)) t LEFT JOIN door d USING (id)
      WHERE l.id = t.id
        AND (l.door_latitude, l.door_longitude, l.door_source, l.door_as_of)
            IS DISTINCT FROM (d.latitude, d.longitude, d.source, d.as_of)
      RETURNING l.id`,
    [programIds, STANDINGS],
  );
  if (moved.length === 0) return;
  const [neighbors]: [{ id: string }[], number] = await manager.query(
    `UPDATE program SET version = version + 1, updated_at = now()
      WHERE location_id = ANY($1) AND status = 'published' AND id <> ALL($2) RETURNING id`,
    [moved.map(({ id }) => id), programIds],
  );
  await recordChanges(
    manager,
    neighbors.map(({ id }) => ({ id, kind: 'changed' as const })),
    importRunId,
  );
}
