import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import type { Actor, Role, Scope } from '../core/curation/role.js';

/** Metadata key under which a handler stores its admission; read by the guard of the access room. */
export const ADMISSION = 'admission';

/**
 * Who may call a handler. A handler without one is open to all: a read needs the scope `read` if there is a key,
 * anything else `write`.
 */
export type Admission =
  | { readonly roles: readonly [Role, ...Role[]] }
  /** Only with a key that has this scope. */
  | { readonly scope: Scope }
  /** With any secret key, or a person's token. */
  | { readonly identified: true }
  /** Also without a key; a key needs this scope and is charged for the request. */
  | { readonly openUnder: Scope };

/** Who sent a request, as determined by the access room; `undefined` in a request is the public. */
export interface Caller {
  /** `publishable` is a web page, not an identified person. */
  readonly kind: 'secret' | 'publishable' | 'person';
  /** UUID of the key or of the person whose rate applies. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** All scopes, including those of roles. */
  readonly scopes: readonly Scope[];
}

/** A request whose key or token has been read by the access room. */
export interface CallerRequest extends FastifyRequest {
  /** The sender, including web pages; used by limits and metrics. */
  caller?: Caller;
  /** A caller who may act: the owner of a secret key, or a person. */
  actor?: Actor;
  /** Looks the key up again after a long operation; throws a 401 problem if it is no longer valid. */
  recheckKey?: (manager: EntityManager) => Promise<void>;
}

/** The handler is only for callers with one of these roles: 401 without a key, 403 without the role. */
export function Needs(...roles: [Role, ...Role[]]): MethodDecorator {
  return closed({ roles }, ApiExtension('x-roles', roles));
}

/** The handler is only for keys or people with this scope: 401 without, 403 with another. */
export function NeedsScope(scope: Scope): MethodDecorator {
  return closed({ scope }, ApiExtension('x-scope', scope));
}

/** The handler is for anyone who is identified: with a secret key or a person's token, whatever they may do. */
export function NeedsIdentity(): MethodDecorator {
  return closed({ identified: true });
}

/** The handler is open to all and changes nothing; a key needs this scope and is charged for the request. */
export function OpenUnder(scope: Scope): MethodDecorator {
  const admission: Admission = { openUnder: scope };
  return applyDecorators(SetMetadata(ADMISSION, admission), ApiExtension('x-scope', scope));
}

function closed(admission: Admission, ...says: MethodDecorator[]): MethodDecorator {
  return applyDecorators(
    SetMetadata(ADMISSION, admission),
    ...says,
    ApiBearerAuth('key'),
    ApiBearerAuth('person'),
  );
}

/** The actor, if the request has a secret key or a person's token; `undefined` for the public. */
export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | undefined =>
    context.switchToHttp().getRequest<CallerRequest>().actor,
);

/** The caller with its scopes, as the access room read it; `undefined` for the public. */
export const CurrentCaller = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller | undefined =>
    context.switchToHttp().getRequest<CallerRequest>().caller,
);
