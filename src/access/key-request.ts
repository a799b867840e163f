import { PUBLISHABLE_SCOPES, type Role, type Scope } from '../core/curation/role.js';
import type { KeyKind } from './key-token.js';
import type { NewKey } from './access-keys.js';
import { readOrigin } from './origin.js';

const DAY_MS = 86_400_000;

/** A key as requested, field by field. */
export interface KeyRequest {
  readonly name: string;
  readonly kind?: KeyKind;
  readonly roles?: readonly Role[];
  readonly scopes?: readonly Scope[];
  readonly origins?: readonly string[];
  readonly expiresInDays?: number;
}

/** A field that is not valid. */
export interface KeyRequestFlaw {
  readonly field: keyof KeyRequest;
  /** Index of the item, if one of several is meant. */
  readonly index?: number;
  readonly message: string;
}

/** The requested key, ready to create, or everything that is wrong with the request. */
export function readKeyRequest(request: KeyRequest): { wish: NewKey } | { flaws: KeyRequestFlaw[] } {
  const { name, kind = 'secret', roles = [], scopes = [], origins = [], expiresInDays } = request;
  const read = origins.map((origin) => readOrigin(origin));
  const flaws = [
    ...(kind === 'publishable' ? flawsOfPublishable(request) : flawsOfSecret(request)),
    ...read.flatMap((one, index): KeyRequestFlaw[] =>
      'flaw' in one && kind === 'publishable' ? [{ field: 'origins', index, message: one.flaw }] : [],
    ),
  ];
  if (name.trim() === '') flaws.push({ field: 'name', message: 'must not be blank' });
  if (flaws.length > 0) return { flaws };
  return {
    wish: {
      name: name.trim(),
      kind,
      roles,
      scopes: kind === 'publishable' && scopes.length === 0 ? PUBLISHABLE_SCOPES : scopes,
      origins: read.flatMap((one) => ('origin' in one ? [one.origin] : [])),
      ...(expiresInDays !== undefined && { expiresAt: daysFromNow(expiresInDays) }),
    },
  };
}

export function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * DAY_MS);
}

function flawsOfSecret({ roles = [], scopes = [], origins = [] }: KeyRequest): KeyRequestFlaw[] {
  const flaws: KeyRequestFlaw[] = [];
  if (origins.length > 0)
    flaws.push({
      field: 'origins',
      message: 'are for publishable keys; a secret key must not be in a web page',
    });
  if (roles.length + scopes.length === 0)
    flaws.push({
      field: 'roles',
      message: 'or scopes are missing: give a person a role, a server a scope',
    });
  return flaws;
}

/** Anyone who reads the page has the key: it must give access only to what is public. */
function flawsOfPublishable({ roles = [], scopes = [], origins = [] }: KeyRequest): KeyRequestFlaw[] {
  const flaws: KeyRequestFlaw[] = [];
  if (roles.length > 0)
    flaws.push({ field: 'roles', message: 'are for secret keys; a publishable key can be read by anyone' });
  for (const [index, scope] of scopes.entries())
    if (!PUBLISHABLE_SCOPES.some((one) => one === scope))
      flaws.push({
        field: 'scopes',
        index,
        message: `is for secret keys; a publishable key may have ${PUBLISHABLE_SCOPES.join(' and ')}`,
      });
  if (origins.length === 0)
    flaws.push({
      field: 'origins',
      message: 'are missing: list the web sites it works from, such as https://site.example',
    });
  return flaws;
}
