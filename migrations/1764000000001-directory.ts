import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations, locations, programs, and what each source says of a program. */
export class Directory1764000000001 implements MigrationInterface {
  name = 'Directory1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query(`
      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
        source text NOT NULL,
        source_key text NOT NULL,
        source_as_of date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (source, source_key)
      )`);
    await runner.query(`
      CREATE TABLE location (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        street1 text NOT NULL,
        street2 text,
        city text NOT NULL CHECK (city <> ''),
        state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
        postal_code text NOT NULL CHECK (postal_code ~ '^[0-9]{5}$'),
        latitude double precision CHECK (latitude BETWEEN -90 AND 90),
        longitude double precision CHECK (longitude BETWEEN -180 AND 180),
        coordinate_precision text CHECK (coordinate_precision IN ('address', 'postal-code')),
        time_zone text,
        source text NOT NULL,
        source_key text NOT NULL,
        source_as_of date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (source, source_key),
        CHECK ((latitude IS NULL) = (longitude IS NULL)),
        CHECK ((latitude IS NULL) = (coordinate_precision IS NULL))
      )`);
    await runner.query('CREATE INDEX location_organization ON location (organization_id)');
    await runner.query('CREATE INDEX location_place ON location (latitude, longitude)');
    await runner.query(`
      CREATE TABLE program (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        location_id uuid NOT NULL REFERENCES location,
        name text NOT NULL CHECK (name <> ''),
        name_detail text,
        phone text,
        intake_phones text[] NOT NULL DEFAULT '{}',
        website text,
        status text NOT NULL CHECK (status IN ('published', 'withdrawn')),
        fictional boolean NOT NULL,
        facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
        resolve_again_on date,
        evidence_strength jsonb NOT NULL DEFAULT '{}',
        search_text text NOT NULL DEFAULT '',
        search_vector tsvector GENERATED ALWAYS AS (
          setweight(to_tsvector('simple', lower(name)), 'A') || setweight(to_tsvector('simple', search_text), 'C')
        ) STORED,
        tags text[] NOT NULL DEFAULT '{}',
        lowest_weekly_price integer CHECK (lowest_weekly_price >= 0),
        source text NOT NULL,
        source_key text NOT NULL,
        source_as_of date NOT NULL,
        verified_on date,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (source, source_key)
      )`);
    await runner.query('CREATE INDEX program_organization ON program (organization_id)');
    await runner.query('CREATE INDEX program_location ON program (location_id)');
    await runner.query(
      `CREATE INDEX program_resolve_again ON program (resolve_again_on) WHERE status = 'published'`,
    );
    await runner.query('CREATE INDEX program_search_vector ON program USING gin (search_vector)');
    // Every word that a program can be found by, so that a mistyped one leads to those that are near it.
    await runner.query('CREATE TABLE search_word (word text PRIMARY KEY)');
    await runner.query('CREATE INDEX search_word_near ON search_word USING gin (word gin_trgm_ops)');
    await runner.query('CREATE INDEX search_word_prefix ON search_word (word text_pattern_ops)');
    await runner.query('CREATE INDEX program_tags ON program USING gin (tags)');
    await runner.query(`
      CREATE TABLE program_source (
        id uuid PRIMARY KEY,
        program_id uuid NOT NULL REFERENCES program,
        source text NOT NULL,
        source_key text NOT NULL,
        as_of date NOT NULL,
        standing text NOT NULL CHECK (standing IN ('verified', 'attested', 'confirmed', 'self-reported')),
        facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
        verbatim jsonb NOT NULL CHECK (jsonb_typeof(verbatim) = 'object'),
        digest text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (program_id, source),
        UNIQUE (source, source_key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_word, program_source, program, location, organization');
  }
}
