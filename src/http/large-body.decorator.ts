import type { RouteOptions } from 'fastify';
import { withRouteConfig } from './route-config.js';

/** A limit of its own for the bodies of one route, in bytes. */
export interface LargeBody {
  readonly limit: number;
  /** What to do with a larger one: a sentence, after the limit. */
  readonly instead: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    largeBody?: LargeBody;
  }
}

/** For the few routes that take files: their bodies may be longer than those of the others. */
export function AllowLargeBody(limit: number, instead: string): MethodDecorator {
  return withRouteConfig({ largeBody: { limit, instead } });
}

/** Gives a route that takes files its limit; a hook for `onRoute`, before any route is registered. */
export function limitBodyOf(route: RouteOptions): void {
  const largeBody = route.config?.largeBody;
  if (largeBody) route.bodyLimit = largeBody.limit;
}
