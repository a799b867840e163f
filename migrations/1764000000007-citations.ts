import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known of a cited work, field by field, and whether it still stands. What nobody noted is null; the words
 * of the registry's files stay in `text` and are not taken apart.
 */
export class Citations1764000000007 implements MigrationInterface {
  name = 'Citations1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE citation
        ADD title text CHECK (title <> ''),
        ADD authors jsonb CHECK (jsonb_typeof(authors) = 'array' AND jsonb_array_length(authors) > 0),
        ADD journal text CHECK (journal <> ''),
        ADD volume text CHECK (volume <> ''),
        ADD issue text CHECK (issue <> ''),
        ADD pages text CHECK (pages <> ''),
        ADD url text CHECK (url ~* '^https?://'),
        ADD population text CHECK (population <> ''),
        ADD funding text CHECK (funding <> ''),
        ADD conflict_of_interest text CHECK (conflict_of_interest <> ''),
        ADD reference text CHECK (reference <> ''),
        ADD retraction text NOT NULL DEFAULT 'none' CHECK (retraction IN ('none', 'concern', 'retracted')),
        ADD retraction_on date,
        ADD retraction_notice text CHECK (retraction_notice <> ''),
        ADD CHECK (retraction <> 'none' OR (retraction_on IS NULL AND retraction_notice IS NULL))`);
    // Some registrants divide their prefix: 10.1000.10/123.
    await runner.query(`
      ALTER TABLE citation
        DROP CONSTRAINT citation_doi_check,
        ADD CONSTRAINT citation_doi_check CHECK (doi ~ '^10\\.[0-9]{4,9}(\\.[0-9]+)*/[^[:space:]]+$')`);
    // Case means nothing in a DOI, in the letters of ASCII; the versions of a Cochrane review share its number.
    await runner.query(
      'CREATE UNIQUE INDEX citation_doi ON citation (lower(doi COLLATE "C")) WHERE doi IS NOT NULL',
    );
    await runner.query('CREATE UNIQUE INDEX citation_pmid ON citation (pmid) WHERE pmid IS NOT NULL');
    await runner.query('CREATE INDEX citation_cochrane ON citation (cochrane) WHERE cochrane IS NOT NULL');
    await runner.query('CREATE INDEX citation_order ON citation (coalesce(year, 0) DESC, id)');
    await runner.query(`
      ALTER TABLE change
        DROP CONSTRAINT change_entity_check,
        ADD CONSTRAINT change_entity_check CHECK (entity IN ('program', 'rating', 'approach', 'citation'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM change WHERE entity = 'citation'`);
    await runner.query(`
      ALTER TABLE change
        DROP CONSTRAINT change_entity_check,
        ADD CONSTRAINT change_entity_check CHECK (entity IN ('program', 'rating', 'approach'))`);
    await runner.query('DROP INDEX citation_doi, citation_pmid, citation_cochrane, citation_order');
    await runner.query(`
      ALTER TABLE citation
        DROP title, DROP authors, DROP journal, DROP volume, DROP issue, DROP pages, DROP url, DROP population,
        DROP funding, DROP conflict_of_interest, DROP reference, DROP retraction, DROP retraction_on,
        DROP retraction_notice`);
  }
}
