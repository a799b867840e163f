import { v4 as uuidV4 } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Role, Scope } from '../core/curation/role.js';
import { type AuditActor, type AuditEntry, recordAudit } from '../database/audit-trail.js';
import { hashOf, hintOf, type KeyKind, createToken } from './key-token.js';
import { findKey, LISTED_KEY, type ListedKey, IS_VALID_ADMINISTRATOR, withDates } from './key.queries.js';

/** How long an earlier secret keeps working after a rotation: by default, and at most. */
export const DEFAULT_OVERLAP_HOURS = 24;
export const MAX_OVERLAP_HOURS = 720;

/** A key to create, checked for what a key of its kind may have. */
export interface NewKey {
  readonly name: string;
  /** `secret` when not given. */
  readonly kind?: KeyKind;
  readonly roles?: readonly Role[];
  readonly scopes?: readonly Scope[];
  readonly origins?: readonly string[];
  readonly expiresAt?: Date;
}

/** A key with its token, the only place where its secret is shown. */
export interface CreatedKey {
  readonly key: ListedKey;
  readonly token: string;
}

/** By which request, and why. */
type Circumstances = Pick<AuditEntry, 'why' | 'requestId'>;

/** Creates a key. The token is returned only once; only its hash is stored. */
export async function createKey(
  manager: EntityManager,
  { name, kind = 'secret', roles = [], scopes = [], origins = [], expiresAt }: NewKey,
  actor: AuditActor,
  circumstances: Circumstances = {},
): Promise<CreatedKey> {
  const token = createToken(kind);
  const [row]: ListedKey[] = await manager.query(
    `INSERT INTO access_key (id, name, kind, roles, scopes, origins, hint, secret_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${LISTED_KEY}`,
    [
      uuidV4(),
      name,
      kind,
      [...new Set(roles)],
      [...new Set(scopes)],
      [...new Set(origins)],
      hintOf(token),
      hashOf(token),
      expiresAt ?? null,
    ],
  );
  const key = withDates(row!);
  await recordAudit(manager, {
    actor,
    action: 'key.create',
    entity: 'key',
    entityId: key.id,
    after: key,
    ...circumstances,
  });
  return { key, token };
}

/**
 * Gives a key a new secret. Earlier secrets keep working for the overlap period and no longer, even if an earlier
 * rotation gave them more; 0 ends them at once. Returns the reason if the key cannot be rotated.
 */
export async function rotateKey(
  manager: EntityManager,
  id: string,
  { overlapHours = DEFAULT_OVERLAP_HOURS, expiresAt }: { overlapHours?: number; expiresAt?: Date },
  actor: AuditActor,
  circumstances: Circumstances = {},
): Promise<CreatedKey | 'unknown' | 'revoked' | 'expired'> {
  await manager.query('SELECT id FROM access_key WHERE id = $1 FOR UPDATE', [id]);
  const before = await findKey(manager, id);
  if (!before) return 'unknown';
  if (before.revokedAt) return 'revoked';
  if (before.expiresAt && before.expiresAt.getTime() <= Date.now()) return 'expired';
  const token = createToken(before.kind);
  await manager.query(
    `UPDATE access_key_former_secret SET ends_at = least(ends_at, now() + $2 * interval '1 hour') WHERE key_id = $1`,
    [id, overlapHours],
  );
  await manager.query(
    `INSERT INTO access_key_former_secret (secret_hash, key_id, hint, ends_at)
     SELECT secret_hash, id, hint, now() + $2 * interval '1 hour' FROM access_key WHERE id = $1`,
    [id, overlapHours],
  );
  await manager.query(
    `UPDATE access_key SET secret_hash = $2, hint = $3, rotated_at = now(), expires_at = coalesce($4, expires_at)
      WHERE id = $1`,
    [id, hashOf(token), hintOf(token), expiresAt ?? null],
  );
  const key = (await findKey(manager, id))!;
  await recordAudit(manager, {
    actor,
    action: 'key.rotate',
    entity: 'key',
    entityId: id,
    before,
    after: key,
    ...circumstances,
  });
  return { key, token };
}

/** Revokes a key with all its secrets. `undefined` if there is none or it is revoked already. */
export async function revokeKey(
  manager: EntityManager,
  id: string,
  actor: AuditActor,
  circumstances: Circumstances = {},
): Promise<ListedKey | undefined> {
  const [rows]: [ListedKey[], number] = await manager.query(
    `UPDATE access_key SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING ${LISTED_KEY}`,
    [id],
  );
  const [row] = rows;
  if (!row) return undefined;
  const key = withDates(row);
  await recordAudit(manager, {
    actor,
    action: 'key.revoke',
    entity: 'key',
    entityId: id,
    after: key,
    ...circumstances,
  });
  return key;
}

/** Whether another valid key has the role `administrator`; locks all of them until the transaction ends. */
export async function hasOtherAdministrator(manager: EntityManager, id: string): Promise<boolean> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM access_key
      WHERE ${IS_VALID_ADMINISTRATOR}
      ORDER BY id FOR UPDATE`,
  );
  return rows.some((one) => one.id !== id);
}
