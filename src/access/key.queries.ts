import type { Role, Scope } from '../core/curation/role.js';
import type { Querying } from '../database/querying.js';
import { hashOf, type KeyKind } from './key-token.js';

/** A key as it may be shown: everything but its secrets. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly kind: KeyKind;
  readonly roles: Role[];
  /** As given, without the scopes that its roles include. */
  readonly scopes: Scope[];
  /** The web sites that a publishable key works from. */
  readonly origins: string[];
  readonly hint: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly rotatedAt: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  /** Earlier secrets that are still valid. */
  readonly formerSecrets: { readonly hint: string; readonly endsAt: Date }[];
}

/** A valid key, as a request needs it. */
export interface ValidKey extends Pick<ListedKey, 'id' | 'name' | 'kind' | 'roles' | 'scopes' | 'origins'> {
  /** When this secret ends, with its key or before it. */
  readonly endsAt: Date | null;
}

/** Why a token is not valid. */
export type KeyFlaw = 'unknown' | 'expired' | 'revoked' | 'replaced';

/** SQL for a row of `access_key`: the key is valid now and has the role `administrator`. */
export const IS_VALID_ADMINISTRATOR = `'administrator' = ANY (roles) AND revoked_at IS NULL
  AND (expires_at IS NULL OR expires_at > now())`;

/** The position in the list of keys after which a page begins. */
export interface KeyPosition {
  /** As PostgreSQL writes it: a date of JavaScript would lose the microseconds. */
  readonly createdAt: string;
  readonly id: string;
}

/** Columns that a ListedKey is read from; also for RETURNING. */
export const LISTED_KEY = `id, name, kind, roles, scopes, origins, hint, created_at AS "createdAt",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", rotated_at AS "rotatedAt", last_used_at AS "lastUsedAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('hint', former.hint, 'endsAt', former.ends_at)
                             ORDER BY former.ends_at, former.hint), '[]')
     FROM access_key_former_secret former
    WHERE former.key_id = access_key.id AND former.ends_at > now()) AS "formerSecrets"`;

/** Every key, the newest first. */
export async function listKeys(manager: Querying): Promise<ListedKey[]> {
  const rows = await manager.query<ListedKey[]>(
    `SELECT ${LISTED_KEY} FROM access_key ORDER BY created_at DESC, id`,
  );
  return rows.map(withDates);
}

/** At most `limit` keys after a position, newest first, each with its own position. */
export async function readKeys(
  manager: Querying,
  limit: number,
  after?: KeyPosition,
): Promise<{ key: ListedKey; position: KeyPosition }[]> {
  const rows = await manager.query<(ListedKey & { at: string })[]>(
    `SELECT ${LISTED_KEY}, created_at::text AS at FROM access_key
      WHERE $2::timestamptz IS NULL OR created_at < $2 OR (created_at = $2 AND id > $3)
      ORDER BY created_at DESC, id LIMIT $1`,
    [limit, after?.createdAt ?? null, after?.id ?? null],
  );
  return rows.map(({ at, ...key }) => ({
    key: withDates(key),
    position: { createdAt: at, id: key.id },
  }));
}

export async function findKey(manager: Querying, id: string): Promise<ListedKey | undefined> {
  const [row] = await manager.query<ListedKey[]>(`SELECT ${LISTED_KEY} FROM access_key WHERE id = $1`, [id]);
  return row && withDates(row);
}

/** Dates come as texts in JSON. */
export function withDates(row: ListedKey): ListedKey {
  return {
    ...row,
    formerSecrets: row.formerSecrets.map(({ hint, endsAt }) => ({ hint, endsAt: new Date(endsAt) })),
  };
}

/** The key of a token, by its hash and the clock of the database; or why it is not valid. */
export async function findByToken(manager: Querying, token: string): Promise<ValidKey | KeyFlaw> {
  const [row] = await manager.query<(ValidKey & { expired: boolean; revoked: boolean; replaced: boolean })[]>(
    `SELECT key.id, key.name, key.kind, key.roles, key.scopes, key.origins,
            least(key.expires_at, secret.ends_at) AS "endsAt",
            coalesce(key.expires_at <= now(), false) AS expired,
            key.revoked_at IS NOT NULL AS revoked,
            coalesce(secret.ends_at <= now(), false) AS replaced
       FROM (SELECT id AS key_id, NULL::timestamptz AS ends_at FROM access_key WHERE secret_hash = $1
             UNION ALL
             SELECT key_id, ends_at FROM access_key_former_secret WHERE secret_hash = $1) secret
       JOIN access_key key ON key.id = secret.key_id`,
    [hashOf(token)],
  );
  if (!row) return 'unknown';
  const { expired, revoked, replaced, ...key } = row;
  if (revoked) return 'revoked';
  if (expired) return 'expired';
  if (replaced) return 'replaced';
  return key;
}
