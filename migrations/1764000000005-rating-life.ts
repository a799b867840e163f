import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The life of a rating: versions side by side, the works each stands on, reviews with the impact they saw, declared
 * interests. What the code promises (one standing version, nothing public edited, nothing published without its
 * minimal fields) the database refuses to break as well.
 */
export class RatingLife1764000000005 implements MigrationInterface {
  name = 'RatingLife1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE rating
        ADD claim_id uuid,
        ADD edition integer NOT NULL DEFAULT 1 CHECK (edition > 0),
        ADD public_since timestamptz,
        ADD authors uuid[] NOT NULL DEFAULT '{}',
        ADD author_names text[] NOT NULL DEFAULT '{}',
        ADD population text,
        ADD study_conflicts text,
        ADD original_grade jsonb CHECK (jsonb_typeof(original_grade) = 'object'),
        ADD change_note text,
        ADD status_note text,
        ADD reviewer_id uuid,
        ADD impact_id uuid`);
    // What is there was brought by the registry's files, and stands before the public as drafts.
    await runner.query('UPDATE rating SET claim_id = id, public_since = created_at');
    await runner.query(`
      ALTER TABLE rating
        ALTER claim_id SET NOT NULL,
        DROP CONSTRAINT rating_approach_code_condition_outcome_comparator_key,
        ADD UNIQUE (claim_id, edition),
        ADD UNIQUE (approach_code, condition, outcome, comparator, edition),
        ADD CHECK (status <> 'published' OR public_since IS NOT NULL),
        ADD CHECK (status <> 'published' OR (conflict_of_interest <> '' AND reviewer_id IS NOT NULL
                                             AND impact_id IS NOT NULL AND population IS NOT NULL))`);
    await runner.query(`
      CREATE UNIQUE INDEX rating_stands_once ON rating (claim_id)
       WHERE public_since IS NOT NULL AND status IN ('draft', 'in_review', 'published')`);
    await runner.query(`
      CREATE UNIQUE INDEX rating_worked_on_once ON rating (claim_id)
       WHERE public_since IS NULL AND status IN ('draft', 'in_review')`);
    await runner.query(`
      CREATE TABLE rating_citation (
        rating_id uuid NOT NULL REFERENCES rating,
        citation_id uuid NOT NULL REFERENCES citation,
        PRIMARY KEY (rating_id, citation_id)
      )`);
    await runner.query('CREATE INDEX rating_citation_work ON rating_citation (citation_id)');
    await runner.query(`
      CREATE TABLE impact (
        id uuid PRIMARY KEY,
        rating_id uuid NOT NULL REFERENCES rating,
        rating_version integer NOT NULL,
        evidence_version bigint NOT NULL,
        directory_version bigint NOT NULL,
        policy text NOT NULL,
        summary jsonb NOT NULL,
        worked_out_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('ALTER TABLE rating ADD FOREIGN KEY (impact_id) REFERENCES impact');
    await runner.query(`
      CREATE TABLE declared_interest (
        person_id uuid NOT NULL,
        approach_code text NOT NULL REFERENCES approach,
        person_name text NOT NULL,
        statement text NOT NULL CHECK (statement <> ''),
        declared_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, approach_code)
      )`);
    await this.keepWhatWasPublic(runner);
  }

  private async keepWhatWasPublic(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION keep_public_rating() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'A rating is never deleted, only retracted or superseded.';
        END IF;
        IF OLD.public_since IS NOT NULL AND
           (NEW.approach_code, NEW.condition, NEW.outcome, NEW.outcome_group, NEW.comparator, NEW.comparator_type,
            NEW.comparator_approach, NEW.certainty, NEW.direction, NEW.certainty_source, NEW.certainty_reasons,
            NEW.effect, NEW.effect_verified, NEW.note, NEW.population, NEW.study_conflicts, NEW.original_grade,
            NEW.change_note, NEW.claim_id, NEW.edition, NEW.public_since, NEW.authors)
           IS DISTINCT FROM
           (OLD.approach_code, OLD.condition, OLD.outcome, OLD.outcome_group, OLD.comparator, OLD.comparator_type,
            OLD.comparator_approach, OLD.certainty, OLD.direction, OLD.certainty_source, OLD.certainty_reasons,
            OLD.effect, OLD.effect_verified, OLD.note, OLD.population, OLD.study_conflicts, OLD.original_grade,
            OLD.change_note, OLD.claim_id, OLD.edition, OLD.public_since, OLD.authors) THEN
          RAISE EXCEPTION 'What a public rating says is never changed: a new version supersedes it.';
        END IF;
        IF NEW.status = 'published' AND OLD.status <> 'published'
           AND NOT EXISTS (SELECT FROM rating_citation WHERE rating_id = NEW.id) THEN
          RAISE EXCEPTION 'A rating is not published without a citation.';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER rating_keeps_what_was_public BEFORE UPDATE OR DELETE ON rating
      FOR EACH ROW EXECUTE FUNCTION keep_public_rating()`);
    await runner.query(`
      CREATE FUNCTION keep_public_citations() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM rating WHERE id = coalesce(NEW.rating_id, OLD.rating_id) AND public_since IS NOT NULL) THEN
          RAISE EXCEPTION 'The works that a public rating stands on are never changed: a new version supersedes it.';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$`);
    await runner.query(`
      CREATE TRIGGER rating_keeps_its_citations BEFORE INSERT OR UPDATE OR DELETE ON rating_citation
      FOR EACH ROW EXECUTE FUNCTION keep_public_citations()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER rating_keeps_what_was_public ON rating');
    await runner.query('ALTER TABLE rating DROP COLUMN impact_id');
    await runner.query('DROP TABLE declared_interest, impact, rating_citation');
    await runner.query('DROP FUNCTION keep_public_rating, keep_public_citations');
    // Only what the registry's files brought fits the form before.
    await runner.query('DELETE FROM rating WHERE edition > 1 OR cardinality(authors) > 0');
    await runner.query(`
      ALTER TABLE rating
        DROP claim_id, DROP edition, DROP public_since, DROP authors, DROP author_names, DROP population,
        DROP study_conflicts, DROP original_grade, DROP change_note, DROP status_note, DROP reviewer_id,
        ADD UNIQUE (approach_code, condition, outcome, comparator)`);
  }
}
