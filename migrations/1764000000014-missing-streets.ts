import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A location may have no street: lists leave out streets that must stay secret. */
export class MissingStreets1764000000014 implements MigrationInterface {
  name = 'MissingStreets1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE location ALTER COLUMN street1 DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Fails while a location has no street: none is invented.
    await runner.query('ALTER TABLE location ALTER COLUMN street1 SET NOT NULL');
  }
}
