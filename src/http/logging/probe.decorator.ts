import type { FastifyRequest } from 'fastify';
import { withRouteConfig } from '../route-config.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asked by machines every few seconds: it is logged at debug. */
    isProbe?: boolean;
  }
}

/**
 * For a route that machines ask every few seconds: it is logged at debug, also its failure. What it reports is logged once,
 * where it happens.
 */
export function Probe(): MethodDecorator {
  return withRouteConfig({ isProbe: true });
}

export function isProbe({ routeOptions }: Partial<Pick<FastifyRequest, 'routeOptions'>>): boolean {
  return routeOptions?.config.isProbe === true;
}
