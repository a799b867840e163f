import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The writer's lock of src/database/writer-lock.ts. */
const WRITER_LOCK = 7_240_004;

/**
 * The change feed is complete and in order whoever writes to it, and webhooks carry it to others: endpoints, how far
 * each has come, and what was lately tried.
 */
export class Webhooks1764000000010 implements MigrationInterface {
  name = 'Webhooks1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT pg_advisory_xact_lock($1)', [WRITER_LOCK]);
    // Before the first row gets its number: whoever forgot to become the writer becomes it here.
    await runner.query(`
      CREATE FUNCTION become_writer_of_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(${WRITER_LOCK});
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER become_writer_of_changes BEFORE INSERT ON change
        FOR EACH STATEMENT EXECUTE FUNCTION become_writer_of_changes()`);
    // The registry's first works were stored without a word of it: who follows from the start would not have them.
    await runner.query(`
      INSERT INTO change (entity, entity_id, kind, version)
      SELECT 'citation', c.id::text, 'created', c.version FROM citation c
       WHERE NOT EXISTS (SELECT FROM change WHERE entity = 'citation' AND entity_id = c.id::text)
       ORDER BY c.id`);
    await runner.query(`
      CREATE TABLE webhook (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        url text NOT NULL CHECK (url ~ '^https?://'),
        events text[] NOT NULL CHECK (cardinality(events) > 0),
        status text NOT NULL DEFAULT 'enabled' CHECK (status IN ('enabled', 'disabled')),
        disabled_because text CHECK (disabled_because IN ('by-hand', 'gone', 'failing')),
        secret text NOT NULL,
        secret_made_at timestamptz NOT NULL,
        previous_secret text,
        previous_secret_until timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((status = 'disabled') = (disabled_because IS NOT NULL)),
        CHECK ((previous_secret IS NULL) = (previous_secret_until IS NULL))
      )`);
    await runner.query('CREATE INDEX webhook_order ON webhook (created_at, id)');
    // Apart from the endpoint itself: it moves with every delivery, and an editor's ETag must not.
    await runner.query(`
      CREATE TABLE webhook_progress (
        webhook_id uuid PRIMARY KEY REFERENCES webhook,
        position bigint NOT NULL CHECK (position >= 0),
        attempts integer NOT NULL DEFAULT 0,
        failing_since timestamptz,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        lease uuid,
        leased_until timestamptz,
        CHECK ((lease IS NULL) = (leased_until IS NULL)),
        CHECK ((attempts = 0) = (failing_since IS NULL))
      )`);
    await runner.query(`
      CREATE TABLE webhook_delivery (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        webhook_id uuid NOT NULL REFERENCES webhook,
        message_id text NOT NULL,
        event text NOT NULL,
        attempt integer NOT NULL CHECK (attempt > 0),
        at timestamptz NOT NULL,
        duration_ms integer NOT NULL CHECK (duration_ms >= 0),
        status integer,
        error text
      )`);
    await runner.query('CREATE INDEX webhook_delivery_order ON webhook_delivery (webhook_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_delivery, webhook_progress, webhook');
    await runner.query('DROP TRIGGER become_writer_of_changes ON change');
    await runner.query('DROP FUNCTION become_writer_of_changes');
  }
}
