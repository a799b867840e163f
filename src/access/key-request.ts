import { PUBLISHABLE_SCOPES, type Role, type Scope } from '../core/curation/role.js';
import type { KeyKind } from './key-token.js';
import type { NewKey } from './access-keys.js';
import { readOrigin } from './origin.js';

const DAY_MS = 86_400_000;

/** What somebody asks for, field by field as it was said. */
export interface KeyRequest {
  readonly name: string;
  readonly kind?: KeyKind;
  readonly roles?: readonly Role[];
  readonly scopes?: readonly Scope[];
  readonly origins?: readonly string[];
  readonly expiresInDays?: number;
}

/** A field of a wish that cannot stand. */
export interface KeyRequestFlaw {
  readonly field: keyof KeyRequest;
  /** Which of several, where one of them is meant. */
  readonly index?: number;
  readonly message: string;
}

/** The key that is asked for, in the form in which it is made, or all that is wrong with it. */
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
    flaws.push({ field: 'origins', message: 'are of a publishable key; a secret key is never in a page' });
  if (roles.length + scopes.length === 0)
    flaws.push({
      field: 'roles',
      message:
        'or scopes are needed: a role for a person, a scope for a server; without, a key opens nothing',
    });
  return flaws;
}

/** Whoever looks at the page holds the key: it must open nothing that is not open to all. */
function flawsOfPublishable({ roles = [], scopes = [], origins = [] }: KeyRequest): KeyRequestFlaw[] {
  const flaws: KeyRequestFlaw[] = [];
  if (roles.length > 0)
    flaws.push({ field: 'roles', message: 'are of a secret key: everybody sees this one' });
  for (const [index, scope] of scopes.entries())
    if (!PUBLISHABLE_SCOPES.some((one) => one === scope))
      flaws.push({
        field: 'scopes',
        index,
        message: `is of a secret key; a publishable one has ${PUBLISHABLE_SCOPES.join(' and ')}`,
      });
  if (origins.length === 0)
    flaws.push({
      field: 'origins',
      message: 'are needed: the web sites it works from, such as https://site.example',
    });
  return flaws;
}
