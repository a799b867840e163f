import { withRouteConfig } from '../route-config.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asked by machines every few seconds: its success is logged at debug. */
    isProbe?: boolean;
  }
}

/** For a route that machines ask every few seconds: its success is logged at debug, its failure like any other. */
export function Probe(): MethodDecorator {
  return withRouteConfig({ isProbe: true });
}
