import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The evidence registry, and programs' claims to deliver its approaches. */
export class Evidence1764000000002 implements MigrationInterface {
  name = 'Evidence1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE approach (
        code text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        id uuid NOT NULL UNIQUE,
        name text NOT NULL CHECK (name <> ''),
        kind text NOT NULL CHECK (kind IN
          ('medication', 'psychosocial', 'mutual-help', 'family-engagement', 'setting', 'other')),
        conditions text[] NOT NULL CHECK (cardinality(conditions) > 0),
        population text NOT NULL,
        description text NOT NULL,
        listing text NOT NULL CHECK (listing IN
          ('normal', 'warn', 'warn-no-evidence', 'warn-offer-craft-first', 'never-recommend',
           'never-recommend-for-opioid-alone', 'not-a-treatment')),
        scope text NOT NULL CHECK (scope IN ('treatment', 'prevention')),
        cautions text[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE citation (
        id uuid PRIMARY KEY,
        key text NOT NULL UNIQUE,
        text text NOT NULL CHECK (text <> ''),
        year integer CHECK (year BETWEEN 1800 AND 2200),
        design text,
        doi text CHECK (doi ~ '^10\\.[0-9]{4,9}/[^[:space:]]+$'),
        doi_seen boolean NOT NULL,
        pmid text CHECK (pmid ~ '^[0-9]{1,9}$'),
        cochrane text CHECK (cochrane ~ '^[A-Z]{2}[0-9]{6}$'),
        verified_at text,
        note text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE approach_citation (
        approach_code text NOT NULL REFERENCES approach,
        citation_id uuid NOT NULL REFERENCES citation,
        PRIMARY KEY (approach_code, citation_id)
      )`);
    await runner.query(`
      CREATE TABLE rating (
        id uuid PRIMARY KEY,
        approach_code text NOT NULL REFERENCES approach,
        condition text NOT NULL CHECK (condition IN
          ('any', 'alcohol', 'opioid', 'stimulant', 'cannabis', 'sedative', 'nicotine')),
        outcome text NOT NULL CHECK (outcome <> ''),
        outcome_group text NOT NULL CHECK (outcome_group IN
          ('survival', 'retention', 'substance-use', 'abstinence', 'treatment-entry', 'family-wellbeing',
           'functioning', 'mental-health', 'craving', 'safety')),
        comparator text NOT NULL,
        comparator_type text NOT NULL CHECK (comparator_type IN ('inactive', 'usual-care', 'active', 'none')),
        comparator_approach text REFERENCES approach,
        certainty text NOT NULL CHECK (certainty IN ('high', 'moderate', 'low', 'very-low', 'none')),
        direction text NOT NULL CHECK (direction IN
          ('benefit', 'no-difference', 'inferior', 'mixed', 'harm', 'unknown')),
        certainty_source text NOT NULL,
        certainty_reasons jsonb,
        effect text,
        effect_verified boolean NOT NULL,
        note text,
        status text NOT NULL CHECK (status IN ('draft', 'in_review', 'published', 'superseded', 'retracted')),
        reviewer text,
        reviewed_on date,
        conflict_of_interest text NOT NULL,
        drafted_on date NOT NULL,
        next_review_on date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (approach_code, condition, outcome, comparator),
        CHECK (status <> 'published' OR (reviewer IS NOT NULL AND reviewed_on IS NOT NULL))
      )`);
    await runner.query(`
      CREATE TABLE program_approach (
        program_id uuid NOT NULL REFERENCES program,
        approach_code text NOT NULL REFERENCES approach,
        provenance text NOT NULL CHECK (provenance IN ('verified', 'attested', 'confirmed', 'self-reported')),
        source text NOT NULL,
        as_of date NOT NULL,
        PRIMARY KEY (program_id, approach_code)
      )`);
    await runner.query('CREATE INDEX program_approach_code ON program_approach (approach_code)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE program_approach, rating, approach_citation, citation, approach');
  }
}
