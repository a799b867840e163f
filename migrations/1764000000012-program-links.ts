import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which program a source means by one of its keys. An id is no longer made again from the text of a name and an address:
 * it is looked up here.
 */
export class ProgramLinks1764000000012 implements MigrationInterface {
  name = 'ProgramLinks1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE program_link (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        source text NOT NULL,
        source_key text NOT NULL,
        program_id uuid NOT NULL REFERENCES program,
        since timestamptz NOT NULL DEFAULT now(),
        decided_by text NOT NULL CHECK (decided_by <> ''),
        rule text NOT NULL CHECK (rule <> ''),
        score double precision CHECK (score BETWEEN 0 AND 1),
        ended_at timestamptz CHECK (ended_at >= since)
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX program_link_standing ON program_link (source, source_key) WHERE ended_at IS NULL',
    );
    await runner.query('CREATE INDEX program_link_program ON program_link (program_id)');
    await runner.query(`
      INSERT INTO program_link (source, source_key, program_id, since, decided_by, rule)
      SELECT source, source_key, id, created_at, 'rule', 'listed' FROM program`);
    // A program keeps its id when its source writes its name otherwise: its key is not unique over time.
    await runner.query('ALTER TABLE program DROP CONSTRAINT program_source_source_key_key');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE program ADD UNIQUE (source, source_key)');
    await runner.query('DROP TABLE program_link');
  }
}
