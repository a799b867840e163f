import { v4 as uuidV4 } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Actor, Role } from '../core/curation/role.js';
import { type AuditActor, recordAudit } from '../database/audit-trail.js';
import { hashOf, hintOf, isToken, makeToken } from './key-token.js';

/** A key as it may be shown: everything but its secret. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly roles: Role[];
  readonly hint: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

const COLUMNS = `id, name, roles, hint, created_at AS "createdAt", expires_at AS "expiresAt",
                 revoked_at AS "revokedAt"`;

/** Makes a key. The token is returned this once; only its hash is stored. */
export async function createKey(
  manager: EntityManager,
  { name, roles, expiresAt }: { name: string; roles: readonly Role[]; expiresAt?: Date },
  by: AuditActor,
): Promise<{ key: ListedKey; token: string }> {
  const token = makeToken();
  const [key]: ListedKey[] = await manager.query(
    `INSERT INTO access_key (id, name, roles, hint, secret_hash, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
     RETURNING ${COLUMNS}`,
    [uuidV4(), name, [...new Set(roles)], hintOf(token), hashOf(token), expiresAt ?? null],
  );
  await recordAudit(manager, { by, action: 'key.create', entity: 'key', entityId: key!.id, after: key });
  return { key: key!, token };
}

/** Every key, the newest first. */
export async function listKeys(manager: EntityManager): Promise<ListedKey[]> {
  return manager.query(`SELECT ${COLUMNS} FROM access_key ORDER BY created_at DESC, id`);
}

/** Takes a key back, at once on every process. `undefined` where there is none, or it was taken back before. */
export async function revokeKey(
  manager: EntityManager,
  id: string,
  by: AuditActor,
): Promise<ListedKey | undefined> {
  const [rows]: [ListedKey[], number] = await manager.query(
    `UPDATE access_key SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING ${COLUMNS}`,
    [id],
  );
  const [key] = rows;
  if (!key) return undefined;
  await recordAudit(manager, { by, action: 'key.revoke', entity: 'key', entityId: id, after: key });
  return key;
}

/** Whose key this is, or why it opens nothing. */
export async function actorOfToken(
  manager: EntityManager,
  token: string,
): Promise<Actor | 'malformed' | 'unknown' | 'expired' | 'revoked'> {
  if (!isToken(token)) return 'malformed';
  const [row]: (Actor & { expired: boolean; revoked: boolean })[] = await manager.query(
    `SELECT id, name, roles, coalesce(expires_at <= now(), false) AS expired, revoked_at IS NOT NULL AS revoked
       FROM access_key WHERE secret_hash = $1`,
    [hashOf(token)],
  );
  if (!row) return 'unknown';
  if (row.revoked) return 'revoked';
  if (row.expired) return 'expired';
  return { id: row.id, name: row.name, roles: row.roles };
}
