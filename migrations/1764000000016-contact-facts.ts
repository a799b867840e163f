import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Telephones, web sites and doors as facts. A location gets a door of its own beside what its source lists; the records of
 * the sources that list programs state what stood in columns alone. Every program is resolved again when the service starts.
 */
export class ContactFacts1764000000016 implements MigrationInterface {
  name = 'ContactFacts1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE location
        ADD COLUMN door_latitude double precision CHECK (door_latitude BETWEEN -90 AND 90),
        ADD COLUMN door_longitude double precision CHECK (door_longitude BETWEEN -180 AND 180),
        ADD COLUMN door_source text,
        ADD COLUMN door_as_of date,
        ADD CHECK (num_nulls(door_latitude, door_longitude, door_source, door_as_of) IN (0, 4))`);
    // What an editor corrected is not what the source says.
    await runner.query(`
      UPDATE program_source s
         SET facts = jsonb_strip_nulls(jsonb_build_object(
               'phone', CASE WHEN p.corrections ? 'phone' THEN NULL ELSE nullif(p.phone, '') END,
               'website', CASE WHEN p.corrections ? 'website' OR p.website !~ '[^[:space:]]'
                               THEN NULL ELSE p.website END,
               'coordinates', CASE WHEN l.coordinate_precision = 'address' AND l.street1 IS NOT NULL
                 THEN jsonb_build_object('latitude', l.latitude, 'longitude', l.longitude, 'precision', 'address',
                   'address', l.street1 || ', ' || l.city || ', ' || l.state || ' ' || l.postal_code) END
             )) || s.facts
        FROM program p JOIN location l ON l.id = p.location_id
       WHERE s.program_id = p.id AND s.source = p.source AND s.source_key = p.source_key AND s.ended_at IS NULL`);
    await runner.query(`UPDATE program SET resolve_again_on = '2000-01-01' WHERE status = 'published'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE program_source SET facts = facts - '{phone,website,coordinates}'::text[]
       WHERE facts ?| '{phone,website,coordinates}'`);
    await runner.query(`UPDATE program SET resolve_again_on = '2000-01-01' WHERE status = 'published'`);
    await runner.query(`
      ALTER TABLE location DROP COLUMN door_latitude, DROP COLUMN door_longitude, DROP COLUMN door_source,
        DROP COLUMN door_as_of`);
  }
}
