import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Record linkage in use: questions to people, decisions that can be undone, records that no longer count, programs that
 * became one, and programs that no edition names while people still speak of them.
 */
export class Linkage1764000000013 implements MigrationInterface {
  name = 'Linkage1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE program
        ADD COLUMN merged_into uuid REFERENCES program CHECK (merged_into <> id),
        ADD COLUMN unlisted_on date,
        ADD CHECK (merged_into IS NULL OR status = 'withdrawn')`);
    await runner.query(
      'CREATE INDEX program_merged_into ON program (merged_into) WHERE merged_into IS NOT NULL',
    );
    await runner.query(`
      ALTER TABLE program_source
        ADD COLUMN made_on_program uuid REFERENCES program,
        ADD COLUMN ended_at timestamptz`);
    await runner.query('ALTER TABLE observation ADD COLUMN made_on_program uuid REFERENCES program');
    await runner.query(`
      CREATE TABLE linkage_question (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        source text NOT NULL,
        source_key text NOT NULL,
        listed_id uuid NOT NULL REFERENCES program,
        incoming_id uuid NOT NULL REFERENCES program CHECK (incoming_id <> listed_id),
        rule text NOT NULL,
        score double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
        parts jsonb NOT NULL CHECK (jsonb_typeof(parts) = 'object'),
        policy text NOT NULL,
        compared text NOT NULL,
        state text NOT NULL DEFAULT 'open'
          CHECK (state IN ('open', 'unsure', 'awaiting-second', 'same', 'different', 'settled')),
        asked_at timestamptz NOT NULL DEFAULT now(),
        answered_by uuid,
        answered_by_name text,
        reason text,
        answered_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (listed_id, incoming_id),
        CHECK ((state IN ('open', 'settled')) OR answered_by_name IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX linkage_question_state ON linkage_question (state)');
    await runner.query(`
      CREATE TABLE linkage_decision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        survivor_id uuid NOT NULL REFERENCES program,
        absorbed_id uuid REFERENCES program,
        source text NOT NULL,
        source_key text NOT NULL,
        rule text NOT NULL,
        score double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
        policy text NOT NULL,
        decided_by text NOT NULL CHECK (decided_by <> ''),
        seconded_by text,
        reason text,
        import_run_id uuid REFERENCES import_run,
        decided_at timestamptz NOT NULL DEFAULT now(),
        before jsonb NOT NULL CHECK (jsonb_typeof(before) = 'object'),
        undone_at timestamptz,
        undone_by text,
        undone_reason text,
        CHECK ((undone_at IS NULL) = (undone_by IS NULL))
      )`);
    await runner.query(
      'CREATE INDEX linkage_decision_survivor ON linkage_decision (survivor_id, decided_at)',
    );
    await runner.query(`
      ALTER TABLE change
        ADD COLUMN other_id text,
        DROP CONSTRAINT change_kind_check,
        ADD CONSTRAINT change_kind_check CHECK (kind IN ('created', 'changed', 'withdrawn', 'merged', 'split')),
        ADD CHECK ((kind IN ('merged', 'split')) = (other_id IS NOT NULL))`);
    await runner.query(`
      ALTER TABLE ticket
        DROP CONSTRAINT ticket_origin_check,
        ADD CONSTRAINT ticket_origin_check CHECK (origin IN ('report', 'disagreement', 'dispute', 'unlisted'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM ticket WHERE origin = 'unlisted'`);
    await runner.query(`
      ALTER TABLE ticket
        DROP CONSTRAINT ticket_origin_check,
        ADD CONSTRAINT ticket_origin_check CHECK (origin IN ('report', 'disagreement', 'dispute'))`);
    await runner.query(`DELETE FROM change WHERE kind IN ('merged', 'split')`);
    await runner.query(`
      ALTER TABLE change
        DROP COLUMN other_id,
        DROP CONSTRAINT change_kind_check,
        ADD CONSTRAINT change_kind_check CHECK (kind IN ('created', 'changed', 'withdrawn'))`);
    await runner.query('DROP TABLE linkage_decision, linkage_question');
    await runner.query('ALTER TABLE observation DROP COLUMN made_on_program');
    await runner.query('DELETE FROM program_source WHERE ended_at IS NOT NULL');
    await runner.query('ALTER TABLE program_source DROP COLUMN made_on_program, DROP COLUMN ended_at');
    await runner.query('ALTER TABLE program DROP COLUMN merged_into, DROP COLUMN unlisted_on');
  }
}
