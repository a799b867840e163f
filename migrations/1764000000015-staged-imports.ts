import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports as runs that can be followed, and the programs of a run before they are applied. */
export class StagedImports1764000000015 implements MigrationInterface {
  name = 'StagedImports1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_run
        ADD COLUMN state text NOT NULL DEFAULT 'applied'
          CHECK (state IN ('reading', 'ready', 'applying', 'applied', 'unchanged', 'failed')),
        ADD COLUMN as_of date,
        ADD COLUMN started_by text,
        ADD COLUMN done integer NOT NULL DEFAULT 0 CHECK (done >= 0),
        ADD COLUMN total integer CHECK (total >= 0),
        ADD COLUMN directory_version bigint,
        ADD COLUMN problem text`);
    await runner.query('CREATE INDEX import_run_started ON import_run (started_at DESC, id)');
    // A table of its own for each program of a run: deleted with the run, or when it has been applied.
    await runner.query(`
      CREATE TABLE staged_program (
        run_id uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
        key text NOT NULL,
        intake json NOT NULL,
        PRIMARY KEY (run_id, key)
      )`);
    await runner.query('ALTER TABLE import_issue DROP CONSTRAINT import_issue_run_id_fkey');
    await runner.query(`
      ALTER TABLE import_issue
        ADD CONSTRAINT import_issue_run_id_fkey FOREIGN KEY (run_id) REFERENCES import_run ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staged_program');
    await runner.query(`DELETE FROM import_run WHERE state <> 'applied'`);
    await runner.query('DROP INDEX import_run_started');
    await runner.query(`
      ALTER TABLE import_run DROP COLUMN state, DROP COLUMN as_of, DROP COLUMN started_by, DROP COLUMN done,
        DROP COLUMN total, DROP COLUMN directory_version, DROP COLUMN problem`);
  }
}
