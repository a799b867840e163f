import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { RouteParamtypes } from '@nestjs/common/internal';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { shorten } from '../validation/json-pointer.js';
import { Problem } from '../problem.js';

/**
 * Refuses query parameters by name on routes that have none. Routes with parameters have a request class, whose
 * validation does the same.
 */
@Injectable()
export class QuerylessRoutes implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const names = Object.keys(context.switchToHttp().getRequest<FastifyRequest>().query as object);
    if (names.length > 0 && !takesQuery(context)) {
      throw Problem.badRequest(
        names.map((name) => ({
          parameter: shorten(name),
          message: 'unknown parameter; this address takes none',
        })),
      );
    }
    return true;
  }
}

/** Nest stores the bindings of a handler's parameters under `kind:index`. */
function takesQuery(context: ExecutionContext): boolean {
  const bound = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    Record<string, unknown> | undefined;
  return Object.keys(bound ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
