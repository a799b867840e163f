import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each migration means to other versions of the service, so that one that does not know it can tell. */
export class MigrationTerms1764000000020 implements MigrationInterface {
  name = 'MigrationTerms1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE migrations
        ADD COLUMN phase text CHECK (phase IN ('expand', 'contract')),
        ADD COLUMN min_app_version text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE migrations DROP COLUMN phase, DROP COLUMN min_app_version');
  }
}
