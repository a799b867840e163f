import type { Admission, Caller } from '../http/caller.js';
import { Problem } from '../http/problem.js';

const REALM = 'Bearer realm="treatment-navigator"';
const SENT_HOW = 'send Authorization: Bearer <key>';

/** 401 with the challenge of RFC 6750; without `error` where nothing was sent. */
export function unauthorized(detail: string, error?: 'invalid_token'): Problem {
  const challenge = error === undefined ? REALM : `${REALM}, error="${error}"`;
  return new Problem('unauthorized', detail, [], { headers: { 'www-authenticate': challenge } });
}

/**
 * Why somebody does not reach a handler, with what is missing; `undefined` where they do. Roles and scopes are all that
 * counts here: four eyes and interests are asked by those who know what is done.
 *
 * @param admission of a write that is open to all: `undefined`
 */
export function admissionProblem(
  admission: Admission | undefined,
  caller: Caller | undefined,
): Problem | undefined {
  if (admission === undefined) {
    if (caller?.kind !== 'publishable') return undefined;
    return forbidden('A publishable key reads and matches, and writes nothing; send this without it.');
  }
  if ('openUnder' in admission) {
    if (!caller || caller.scopes.includes(admission.openUnder)) return undefined;
    return withoutScope(admission.openUnder, caller, ' Without a key it is open to all.');
  }
  const wanted =
    'roles' in admission ? `the role ${admission.roles.join(' or ')}` : `the scope ${admission.scope}`;
  if (!caller) return unauthorized(`This needs a key with ${wanted}: ${SENT_HOW}.`);
  if (caller.kind === 'publishable')
    return forbidden(
      `This needs ${wanted}; a publishable key opens only what is open to all. Never put a secret key into a page.`,
    );
  if ('scope' in admission)
    return caller.scopes.includes(admission.scope) ? undefined : withoutScope(admission.scope, caller);
  const { roles } = caller;
  if (admission.roles.some((role) => roles.includes(role))) return undefined;
  const has = roles.length > 0 ? roles.join(', ') : 'no role that this service knows';
  return forbidden(`This needs ${wanted}; this ${nounFor(caller)} has ${has}.`);
}

/** Why a publishable key does not work from where it was sent. */
export function originProblem(origin: string | undefined, origins: readonly string[]): Problem | undefined {
  if (origin !== undefined && origins.includes(origin)) return undefined;
  return forbidden(
    origin === undefined
      ? 'A publishable key works only in the pages of its web sites: this request came without an Origin. A server sends a secret key.'
      : 'This publishable key does not work from the web site that sent the request: its Origin is not one of those that the key was made for.',
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
