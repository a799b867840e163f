import type { EntityManager } from 'typeorm';

/** A place without a door, and its programs. */
export interface DoorlessPlace {
  readonly street1: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  /** The center of its ZIP code, if known. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly programs: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Places of published programs whose door no source states, by state and address. Fictional programs have no door, and a post-office
 * box is none; a street without a number is not looked for.
 */
export async function doorlessPlaces(
  manager: EntityManager,
  state: string | undefined,
): Promise<DoorlessPlace[]> {
  return manager.query(
    `SELECT l.street1, l.city, l.state, l.postal_code AS "postalCode", min(l.latitude) AS latitude,
            min(l.longitude) AS longitude, json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.id) AS programs
       FROM program p JOIN location l ON l.id = p.location_id
      WHERE p.status = 'published' AND NOT p.fictional AND l.door_latitude IS NULL
        AND l.street1 ~ '[0-9]' AND l.street1 !~* '\\mp\\.?\\s*o\\.?\\s*box\\M'
        AND ($1::text IS NULL OR l.state = $1)
      GROUP BY l.street1, l.city, l.state, l.postal_code
      ORDER BY l.state, l.postal_code, l.street1, l.city`,
    [state ?? null],
  );
}

/** Those of these programs that are published. */
export async function stillPublished(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM program WHERE id = ANY($1) AND status = 'published'`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
