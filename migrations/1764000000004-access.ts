import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys with their roles, kept answers of Idempotency-Keys, and the audit trail that nobody can rewrite. */
export class Access1764000000004 implements MigrationInterface {
  name = 'Access1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_key (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        roles text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY
          ['author', 'reviewer', 'directory-editor', 'coach', 'administrator']),
        hint text NOT NULL,
        secret_hash text NOT NULL UNIQUE CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        revoked_at timestamptz,
        CHECK (expires_at > created_at)
      )`);
    await runner.query(`
      CREATE TABLE idempotency_key (
        actor text NOT NULL,
        key text NOT NULL,
        target text NOT NULL,
        body_digest text NOT NULL,
        answer text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor, key)
      )`);
    await runner.query('CREATE INDEX idempotency_key_age ON idempotency_key (created_at)');
    await runner.query(`
      CREATE TABLE audit (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        entity text NOT NULL,
        entity_id text NOT NULL,
        before jsonb,
        after jsonb,
        why text,
        request_id text
      )`);
    await runner.query('CREATE INDEX audit_entity ON audit (entity, entity_id, seq)');
    await runner.query(`
      CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The audit trail is append-only: % is not possible on it.', TG_OP;
      END $$`);
    await runner.query(`
      CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit, idempotency_key, access_key');
    await runner.query('DROP FUNCTION refuse_rewriting');
  }
}
