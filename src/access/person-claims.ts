import type { JWTPayload } from 'jose';
import { v5 as uuidV5 } from 'uuid';
import type { OidcSettings } from '../config/env.js';
import { type Actor, type Role, ROLES } from '../core/curation/role.js';

/** The id of every person is derived from this, the issuer and the subject: never change it. */
const PEOPLE = '5f0c2f0e-6d0b-4d0e-9a2e-0f6f2f1c7c51';
const LONGEST_NAME = 100;

/**
 * The person that the claims of a verified token identify. The id never changes; name and roles are those of the token.
 */
export function personOf(
  claims: JWTPayload & { sub: string },
  settings: Omit<OidcSettings, 'audience'>,
): Actor {
  return {
    id: uuidV5(JSON.stringify([settings.issuer, claims.sub]), PEOPLE),
    name:
      shownName(claims['name']) ??
      shownName(claims['preferred_username']) ??
      shownName(claims.sub) ??
      'Unnamed person',
    roles: rolesIn(claims, settings),
  };
}

/** The roles of this service that a token names; other names belong to other services. */
export function rolesIn(
  claims: JWTPayload,
  { rolesClaim, rolePrefix }: Pick<OidcSettings, 'rolesClaim' | 'rolePrefix'>,
): Role[] {
  const found = claimAt(claims, rolesClaim);
  const names: unknown[] =
    typeof found === 'string' ? found.split(/[\s,]+/) : Array.isArray(found) ? found : [];
  return ROLES.filter((role) => names.includes(`${rolePrefix}${role}`));
}

/**
 * The claim with exactly this name, which may contain dots (`https://site.example/roles`), or else the one at that
 * path.
 */
function claimAt(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (inner, step) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
          ? (inner as Record<string, unknown>)[step]
          : undefined,
      claims,
    );
}

/** A name that can be shown with a review: one line, not too long. */
function shownName(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = Array.from(value.replace(/[\p{C}\s]+/gu, ' ').trim())
    .slice(0, LONGEST_NAME)
    .join('');
  return name === '' ? undefined : name;
}
