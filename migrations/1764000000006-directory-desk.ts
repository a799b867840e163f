import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people tell of programs, reports and disagreements as tickets, signed links, and edits that outlast imports. */
export class DirectoryDesk1764000000006 implements MigrationInterface {
  name = 'DirectoryDesk1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    // Several people may say something of one program: a record is known by its source and key alone.
    await runner.query('ALTER TABLE program_source DROP CONSTRAINT program_source_program_id_source_key');
    await runner.query('CREATE INDEX program_source_program ON program_source (program_id, source)');
    await runner.query(`
      ALTER TABLE program_source
        ADD COLUMN said_by text,
        ADD COLUMN observer uuid,
        ADD COLUMN how text,
        ADD COLUMN expires_on date CHECK (expires_on > as_of)`);
    await runner.query(`
      ALTER TABLE program
        ADD COLUMN corrections jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(corrections) = 'object'),
        ADD COLUMN withdrawn_at_desk boolean NOT NULL DEFAULT false,
        ADD CHECK (NOT withdrawn_at_desk OR status = 'withdrawn')`);
    await runner.query(`
      CREATE TABLE observation (
        id uuid PRIMARY KEY,
        program_id uuid NOT NULL REFERENCES program,
        standing text NOT NULL CHECK (standing IN ('confirmed', 'attested', 'verified')),
        facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
        how text NOT NULL CHECK (how IN
          ('call', 'visit', 'certificate', 'letter', 'email', 'website', 'signed-link')),
        learned_on date NOT NULL,
        expires_on date CHECK (expires_on > learned_on),
        observer_id uuid REFERENCES access_key,
        observer_name text NOT NULL CHECK (observer_name <> ''),
        note text,
        status text NOT NULL DEFAULT 'standing' CHECK (status IN ('standing', 'disputed', 'undone')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((observer_id IS NULL) = (how = 'signed-link'))
      )`);
    await runner.query('CREATE INDEX observation_program ON observation (program_id, created_at)');
    await runner.query(`
      CREATE TABLE ticket (
        id uuid PRIMARY KEY,
        program_id uuid NOT NULL REFERENCES program,
        origin text NOT NULL CHECK (origin IN ('report', 'disagreement', 'dispute')),
        about text NOT NULL,
        wrong text,
        right_value text,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'closed')),
        received_on date NOT NULL,
        due_on date NOT NULL CHECK (due_on >= received_on),
        taken_by uuid REFERENCES access_key,
        taken_by_name text,
        closed_on date,
        outcome text CHECK (outcome IN ('corrected', 'no-change', 'duplicate', 'not-ours')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
        CHECK ((state = 'closed') = (outcome IS NOT NULL)),
        CHECK (origin = 'report' OR (wrong IS NULL AND right_value IS NULL)),
        -- What the public wrote may name somebody: it goes when the ticket is closed.
        CHECK (state <> 'closed' OR (wrong IS NULL AND right_value IS NULL))
      )`);
    await runner.query('CREATE INDEX ticket_due ON ticket (state, due_on, id)');
    await runner.query(`
      CREATE UNIQUE INDEX ticket_one_of_a_fact ON ticket (program_id, about)
       WHERE origin <> 'report' AND state <> 'closed'`);
    await runner.query(`
      CREATE TABLE attestation_link (
        id uuid PRIMARY KEY,
        program_id uuid NOT NULL REFERENCES program,
        made_by uuid NOT NULL REFERENCES access_key,
        expires_at timestamptz NOT NULL,
        observation_id uuid REFERENCES observation,
        created_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        CHECK (expires_at > created_at),
        CHECK ((used_at IS NULL) = (observation_id IS NULL))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attestation_link, ticket, observation');
    await runner.query('ALTER TABLE program DROP COLUMN withdrawn_at_desk, DROP COLUMN corrections');
    await runner.query(
      `DELETE FROM program_source WHERE source IN ('observation', 'attestation', 'verification')`,
    );
    await runner.query(`
      ALTER TABLE program_source
        DROP COLUMN said_by, DROP COLUMN observer, DROP COLUMN how, DROP COLUMN expires_on`);
    await runner.query('DROP INDEX program_source_program');
    await runner.query('ALTER TABLE program_source ADD UNIQUE (program_id, source)');
  }
}
