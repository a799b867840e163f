import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The change feed's table, import runs with their issues, and what belongs to the installation itself. */
export class Changes1764000000003 implements MigrationInterface {
  name = 'Changes1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_run (
        id uuid PRIMARY KEY,
        source text NOT NULL,
        edition text NOT NULL,
        file_name text NOT NULL,
        file_digest text NOT NULL CHECK (file_digest ~ '^[0-9a-f]{64}$'),
        started_at timestamptz NOT NULL,
        finished_at timestamptz NOT NULL,
        report jsonb NOT NULL,
        CHECK (finished_at >= started_at)
      )`);
    await runner.query(`
      CREATE TABLE import_issue (
        run_id uuid NOT NULL REFERENCES import_run,
        position integer NOT NULL CHECK (position > 0),
        row_number integer NOT NULL CHECK (row_number > 0),
        kind text NOT NULL,
        field text,
        value text,
        message text NOT NULL,
        PRIMARY KEY (run_id, position)
      )`);
    await runner.query(`
      CREATE TABLE change (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        entity text NOT NULL CHECK (entity IN ('program', 'rating', 'approach')),
        entity_id text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('created', 'changed', 'withdrawn')),
        version integer NOT NULL,
        import_run_id uuid REFERENCES import_run
      )`);
    await runner.query(`
      CREATE TABLE installation (
        key text PRIMARY KEY,
        value text NOT NULL
      )`);
    await runner.query(`
      INSERT INTO installation VALUES
        ('cursor_secret', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE installation, change, import_issue, import_run');
  }
}
