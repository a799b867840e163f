import { type CanActivate, type ExecutionContext, Injectable, Optional } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PUBLISHABLE_SCOPES, scopesOf } from '../core/curation/role.js';
import { ADMISSION, type CallerRequest, type Admission } from '../http/caller.js';
import { Problem } from '../http/problem.js';
import { KeyReader } from './key-reader.js';
import { KeyUses } from './key-uses.js';
import { findByToken, type KeyFlaw } from './key.queries.js';
import { PersonTokens } from './person-tokens.js';
import { unauthorized, admissionProblem, originProblem } from './admission.js';

const WHY_NOT: Readonly<Record<KeyFlaw | 'malformed', string>> = {
  malformed: 'is not a key of this service; it may be cut off or mistyped',
  unknown: 'is not a key of this service',
  expired: 'has expired',
  revoked: 'was revoked',
  replaced: 'was rotated and its overlap period has ended',
};
const NO_ISSUER = 'is a token of a person, but this service has no token issuer; send a key';
const NEITHER = 'is neither a key of this service nor a signed access token (a JWT)';
const KEY = 'tn_';
/** What a JSON object begins with in base64url, and two dots. */
const JWT = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;

/**
 * Reads the key or token of a request and admits the caller to a handler, or refuses it. An invalid credential is
 * rejected on open routes too. While the database is unavailable, or for a match the issuer of a token, open routes still
 * answer: the request is then treated as one without a key.
 */
@Injectable()
export class KeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: KeyReader,
    private readonly uses: KeyUses,
    @Optional() private readonly people?: PersonTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const admission = this.admissionOf(context, request.method);
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization.trim()) ?? [];
      if (JWT.test(token)) await this.readPerson(request, token, admission);
      else if (token.startsWith(KEY) || !this.people) await this.readKey(request, token, admission);
      else throw unauthorized(sentence(NEITHER), 'invalid_token');
    }
    const refusal = admissionProblem(admission, request.caller);
    if (refusal) throw refusal;
    return true;
  }

  private admissionOf(context: ExecutionContext, method: string): Admission | undefined {
    const said = this.reflector.getAllAndOverride<Admission | undefined>(ADMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    return said ?? (method === 'GET' || method === 'HEAD' ? { openUnder: 'read' } : undefined);
  }

  private async readKey(request: CallerRequest, token: string, admission: Admission | undefined) {
    const isOpen = admission !== undefined && 'openUnder' in admission;
    const found = isOpen ? await this.keys.readIfPossible(token) : await this.keys.read(token);
    if (found === undefined) return;
    if (typeof found === 'string') throw endedKey(found);
    const { key, isCertain } = found;
    const { id, name, kind, roles } = key;
    if (kind === 'publishable') {
      const refusal = originProblem(request.headers.origin, key.origins);
      if (refusal) throw refusal;
    }
    request.caller = { kind, id, name, roles, scopes: scopesOf(roles, key.scopes) };
    // A web page never acts, and a key that may have been revoked only reads what is public.
    if (kind === 'secret' && isCertain) request.actor = { id, name, roles };
    request.recheckKey = async (manager) => {
      const now = await findByToken(manager, token);
      if (typeof now === 'string') throw endedKey(now);
    };
    this.uses.note(id);
  }

  private async readPerson(request: CallerRequest, token: string, admission: Admission | undefined) {
    if (!this.people) throw unauthorized(sentence(NO_ISSUER), 'invalid_token');
    const found = await this.people.read(token).catch((error: unknown) => {
      const isMatch = admission !== undefined && 'openUnder' in admission && admission.openUnder === 'match';
      if (isMatch && error instanceof Problem) return undefined;
      throw error;
    });
    if (found === undefined) return;
    if (typeof found === 'string') throw unauthorized(sentence(found, 'access token'), 'invalid_token');
    const { id, name, roles } = found;
    request.caller = { kind: 'person', id, name, roles, scopes: scopesOf(roles, PUBLISHABLE_SCOPES) };
    request.actor = found;
  }
}

function endedKey(flaw: KeyFlaw | 'malformed'): Problem {
  const isKnown = flaw !== 'malformed' && flaw !== 'unknown';
  return unauthorized(sentence(WHY_NOT[flaw], isKnown ? 'key' : undefined), 'invalid_token');
}

function sentence(flaw: string, what = 'credential'): string {
  return `The ${what} in Authorization ${flaw}.`;
}
