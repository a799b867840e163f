import type { Admission, Caller } from '../http/caller.js';
import { Problem } from '../http/problem.js';

const REALM = 'Bearer realm="treatment-navigator"';
const SENT_HOW = 'send Authorization: Bearer <key>';

/** 401 with the challenge of RFC 6750; without `error` if no credential was sent. */
export function unauthorized(detail: string, error?: 'invalid_token'): Problem {
  const challenge = error === undefined ? REALM : `${REALM}, error="${error}"`;
  return new Problem('unauthorized', detail, [], { headers: { 'www-authenticate': challenge } });
}

/**
 * Why a caller is not admitted to a handler, with what is missing; `undefined` if it is. Only roles and scopes count
 * here; four eyes and interests are checked where the act is known.
 *
 * @param admission `undefined` for a write that is open to all
 */
export function admissionProblem(
  admission: Admission | undefined,
  caller: Caller | undefined,
): Problem | undefined {
  if (admission === undefined) {
    if (caller?.kind !== 'publishable') return undefined;
    return forbidden('A publishable key only reads and matches. Send this request without it.');
  }
  if ('openUnder' in admission) {
    if (!caller || caller.scopes.includes(admission.openUnder)) return undefined;
    return withoutScope(admission.openUnder, caller, ' Without a key, any caller may send it.');
  }
  if ('identified' in admission) return identityProblem(caller);
  const wanted =
    'roles' in admission ? `the role ${admission.roles.join(' or ')}` : `the scope ${admission.scope}`;
  if (!caller) return unauthorized(`This needs a key with ${wanted}: ${SENT_HOW}.`);
  if (caller.kind === 'publishable')
    return forbidden(
      `This needs ${wanted}; a publishable key works only where no key is needed. Never put a secret key into a web page.`,
    );
  if ('scope' in admission)
    return caller.scopes.includes(admission.scope) ? undefined : withoutScope(admission.scope, caller);
  const { roles } = caller;
  if (admission.roles.some((role) => roles.includes(role))) return undefined;
  const has = roles.length > 0 ? roles.join(', ') : 'no role of this service';
  return forbidden(`This needs ${wanted}; this ${nounFor(caller)} has ${has}.`);
}

function identityProblem(caller: Caller | undefined): Problem | undefined {
  if (!caller) return unauthorized(`This needs a key or an access token of a person: ${SENT_HOW}.`);
  if (caller.kind !== 'publishable') return undefined;
  return forbidden(
    'This needs a secret key or an access token of a person; a publishable key works only where no key is needed. It identifies a web site, not a person.',
  );
}

/** Why a publishable key does not work from the origin that sent it. */
export function originProblem(origin: string | undefined, origins: readonly string[]): Problem | undefined {
  if (origin !== undefined && origins.includes(origin)) return undefined;
  return forbidden(
    origin === undefined
      ? 'A publishable key works only in pages of its web sites, but this request has no Origin. Use a secret key on a server.'
      : 'This publishable key does not work from this web site. The Origin of the request is not one of the origins of the key.',
  );
}

function withoutScope(scope: string, caller: Caller, more = ''): Problem {
  const has = caller.scopes.length > 0 ? caller.scopes.join(', ') : 'no scope';
  return new Problem(
    'forbidden',
    `This needs the scope ${scope}; this ${nounFor(caller)} has ${has}.${more}`,
    [],
    { headers: { 'www-authenticate': `${REALM}, error="insufficient_scope", scope="${scope}"` } },
  );
}

function forbidden(detail: string): Problem {
  return new Problem('forbidden', detail);
}

function nounFor({ kind }: Caller): string {
  return kind === 'person' ? 'person' : 'key';
}
