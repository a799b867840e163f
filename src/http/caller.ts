import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import type { Actor, Role, Scope } from '../core/curation/role.js';

/** Under which a handler keeps whom it answers to; the access room's guard reads it. */
export const ADMISSION = 'admission';

/** Whom a handler answers to. Without one a handler is open to all: a read under the scope `read`, else a write. */
export type Admission =
  | { readonly roles: readonly [Role, ...Role[]] }
  /** Only with a key that has this scope. */
  | { readonly scope: Scope }
  /** Also without a key; one that comes along has this scope, and the load is its. */
  | { readonly openUnder: Scope };

/** Who sent a request, as the access room has found; `undefined` in a request stands for the public. */
export interface Caller {
  /** `publishable` is a web page, and nobody in particular. */
  readonly kind: 'secret' | 'publishable' | 'person';
  /** UUID of the key or of the person: whose rate it is. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** All of them, also those that come with a role. */
  readonly scopes: readonly Scope[];
}

/** A request whose key or token the access room has read. */
export interface CallerRequest extends FastifyRequest {
  /** Whoever sent it, a web page included; here limits and metrics look. */
  caller?: Caller;
  /** Whoever may act: a secret key's holder or a person. */
  actor?: Actor;
  /** Looks their key up again, after something that took its time; throws a 401 problem where it opens nothing by now. */
  recheckKey?: (manager: EntityManager) => Promise<void>;
}

/** The handler answers only to somebody who has one of these roles: 401 without a key, 403 with another. */
export function Needs(...roles: [Role, ...Role[]]): MethodDecorator {
  return closed({ roles }, ApiExtension('x-roles', roles));
}

/** The handler answers only to a key, or a person, with this scope: 401 without, 403 with another. */
export function NeedsScope(scope: Scope): MethodDecorator {
  return closed({ scope }, ApiExtension('x-scope', scope));
}

/** The handler answers to all and changes nothing; a key that comes along needs this scope, and the load is its. */
export function OpenUnder(scope: Scope): MethodDecorator {
  const admission: Admission = { openUnder: scope };
  return applyDecorators(SetMetadata(ADMISSION, admission), ApiExtension('x-scope', scope));
}

function closed(admission: Admission, says: MethodDecorator): MethodDecorator {
  return applyDecorators(
    SetMetadata(ADMISSION, admission),
    says,
    ApiBearerAuth('key'),
    ApiBearerAuth('person'),
  );
}

/** Who acts, where a secret key or a person's token came with the request; `undefined` for the public. */
export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | undefined =>
    context.switchToHttp().getRequest<CallerRequest>().actor,
);
