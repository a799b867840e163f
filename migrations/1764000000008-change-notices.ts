import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every process hears of a change when it is committed: once a statement, with the number of its last change. What
 * changed stands in the table, so a notice that is lost loses nothing.
 */
export class ChangeNotices1764000000008 implements MigrationInterface {
  name = 'ChangeNotices1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX change_entity_seq ON change (entity, seq)');
    await runner.query(`
      CREATE FUNCTION tell_of_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('change', max(seq)::text) FROM told HAVING max(seq) IS NOT NULL;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER tell_of_changes AFTER INSERT ON change
        REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_of_changes()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER tell_of_changes ON change');
    await runner.query('DROP FUNCTION tell_of_changes');
    await runner.query('DROP INDEX change_entity_seq');
  }
}
