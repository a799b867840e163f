import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor, Role } from '../core/curation/role.js';

/** Under which a handler keeps the roles it needs; the access room's guard reads it. */
export const NEEDED_ROLES = 'neededRoles';

/** A request whose key the access room has read. */
export interface ActorRequest extends FastifyRequest {
  actor?: Actor;
}

/** The handler answers only to a key that holds one of these roles: 401 without a key, 403 with another. */
export function Needs(...roles: [Role, ...Role[]]): MethodDecorator {
  return applyDecorators(
    SetMetadata(NEEDED_ROLES, roles),
    ApiBearerAuth('key'),
    ApiExtension('x-roles', roles),
  );
}

/** Who asks, where a key came with the request; `undefined` for the public. */
export const By = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | undefined =>
    context.switchToHttp().getRequest<ActorRequest>().actor,
);
