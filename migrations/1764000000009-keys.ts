import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Publishable keys with their origins, scopes, secrets that go on for a while after a rotation, and when a key was
 * last used. Who acts may be a person of an identity provider too, so nothing insists any longer on a key.
 */
export class Keys1764000000009 implements MigrationInterface {
  name = 'Keys1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access_key
        ADD COLUMN kind text NOT NULL DEFAULT 'secret' CHECK (kind IN ('secret', 'publishable')),
        ADD COLUMN scopes text[] NOT NULL DEFAULT '{}' CHECK (scopes <@ ARRAY['read', 'match', 'changes']),
        ADD COLUMN origins text[] NOT NULL DEFAULT '{}',
        ADD COLUMN rotated_at timestamptz,
        ADD COLUMN last_used_at timestamptz,
        DROP CONSTRAINT access_key_roles_check,
        ADD CONSTRAINT access_key_roles_check CHECK (roles <@ ARRAY
          ['author', 'reviewer', 'directory-editor', 'coach', 'administrator']),
        ADD CONSTRAINT access_key_opens_something CHECK (CASE kind
          WHEN 'publishable' THEN cardinality(origins) > 0 AND cardinality(roles) = 0
            AND cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'match']
          ELSE cardinality(origins) = 0 AND cardinality(roles) + cardinality(scopes) > 0 END)`);
    await runner.query('CREATE INDEX access_key_newest ON access_key (created_at DESC, id)');
    await runner.query(`
      CREATE TABLE access_key_former_secret (
        secret_hash text PRIMARY KEY CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
        key_id uuid NOT NULL REFERENCES access_key,
        hint text NOT NULL,
        ends_at timestamptz NOT NULL
      )`);
    await runner.query(
      'CREATE INDEX access_key_former_secret_key ON access_key_former_secret (key_id, ends_at)',
    );
    await runner.query('ALTER TABLE observation DROP CONSTRAINT observation_observer_id_fkey');
    await runner.query('ALTER TABLE ticket DROP CONSTRAINT ticket_taken_by_fkey');
    await runner.query('ALTER TABLE attestation_link DROP CONSTRAINT attestation_link_made_by_fkey');
  }

  /** Keys that the version before does not know are gone; what people did stays. */
  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of [
      ['observation', 'observer_id'],
      ['ticket', 'taken_by'],
      ['attestation_link', 'made_by'],
    ])
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_fkey
           FOREIGN KEY (${column}) REFERENCES access_key NOT VALID`,
      );
    await runner.query('DROP TABLE access_key_former_secret');
    await runner.query('DELETE FROM access_key WHERE cardinality(roles) = 0');
    await runner.query('DROP INDEX access_key_newest');
    await runner.query(`
      ALTER TABLE access_key
        DROP CONSTRAINT access_key_opens_something,
        DROP CONSTRAINT access_key_roles_check,
        ADD CONSTRAINT access_key_roles_check CHECK (cardinality(roles) > 0 AND roles <@ ARRAY
          ['author', 'reviewer', 'directory-editor', 'coach', 'administrator']),
        DROP COLUMN last_used_at, DROP COLUMN rotated_at, DROP COLUMN origins, DROP COLUMN scopes,
        DROP COLUMN kind`);
  }
}
