import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings of mutual help, as lists of fellowships have them: resources, never treatment programs. */
export class Meetings1764000000018 implements MigrationInterface {
  name = 'Meetings1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE meeting_list (
        name text PRIMARY KEY,
        resource text NOT NULL,
        as_of date NOT NULL,
        file_name text NOT NULL,
        file_digest text NOT NULL,
        rows integer NOT NULL CHECK (rows > 0),
        imported_at timestamptz NOT NULL DEFAULT now()
      )`);
    // Times are local to the meeting. There is no column for a person or a telephone.
    await runner.query(`
      CREATE TABLE meeting (
        id uuid PRIMARY KEY,
        list text NOT NULL REFERENCES meeting_list ON DELETE CASCADE,
        slug text NOT NULL,
        name text NOT NULL,
        day text NOT NULL CHECK (day IN ('mo', 'tu', 'we', 'th', 'fr', 'sa', 'su')),
        starts text NOT NULL,
        ends text,
        time_zone text NOT NULL,
        attendance text NOT NULL CHECK (attendance IN ('in-person', 'online', 'hybrid')),
        open boolean,
        audiences text[] NOT NULL,
        languages text[] NOT NULL,
        wheelchair boolean,
        place text,
        address text,
        city text,
        state text,
        postal_code text,
        latitude double precision,
        longitude double precision,
        url text,
        UNIQUE (list, slug),
        CHECK ((latitude IS NULL) = (longitude IS NULL))
      )`);
    await runner.query('CREATE INDEX meeting_place ON meeting (latitude, longitude)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE meeting');
    await runner.query('DROP TABLE meeting_list');
  }
}
