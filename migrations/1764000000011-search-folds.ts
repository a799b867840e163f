import type { MigrationInterface, QueryRunner } from 'typeorm';

const TEXTS = (fold: (column: string) => string) =>
  `setweight(to_tsvector('simple', ${fold('name')}), 'A') || setweight(to_tsvector('simple', ${fold('search_text')}), 'C')`;

/** A search finds names without their accents and apostrophes: `clinica` finds Clínica, `marys` finds St. Mary's. */
export class SearchFolds1764000000011 implements MigrationInterface {
  name = 'SearchFolds1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    // The same as `folded` in src/core/vocabulary/folded.ts.
    await runner.query(`
      CREATE FUNCTION search_fold(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT regexp_replace(lower(regexp_replace(normalize(written, NFD), '[\u0300-\u036f]', '', 'g')), '[''’‘\`´]', '', 'g')
      $$`);
    await this.replaceVector(runner, (column) => `search_fold(${column})`);
    await runner.query(`
      INSERT INTO search_word
      SELECT DISTINCT word FROM program, regexp_split_to_table(search_fold(name || ' ' || search_text), '[^[:alnum:]]+') AS word
       WHERE word <> '' ON CONFLICT DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.replaceVector(runner, (column) => (column === 'name' ? 'lower(name)' : column));
    await runner.query('DROP FUNCTION search_fold(text)');
  }

  private async replaceVector(runner: QueryRunner, fold: (column: string) => string): Promise<void> {
    await runner.query('ALTER TABLE program DROP COLUMN search_vector');
    await runner.query(
      `ALTER TABLE program ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (${TEXTS(fold)}) STORED`,
    );
    await runner.query('CREATE INDEX program_search_vector ON program USING gin (search_vector)');
  }
}
