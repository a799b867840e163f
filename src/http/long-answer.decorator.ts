import type { RouteOptions } from 'fastify';
import { withRouteConfig } from './route-config.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A whole list or a file, which takes a client as long as its network needs. */
    longAnswer?: boolean;
  }
}

/** The longest time that a timer takes, in milliseconds: 24 days. */
const NO_LIMIT_MS = 2 ** 31 - 1;

/**
 * For a handler that streams: its answer may take longer than 30 seconds. Fastify's limit of a handler ends when the answer has
 * ended, not when it begins; a client that reads nothing is disconnected all the same (`ANSWER_READ_MS`).
 */
export function LongAnswer(): MethodDecorator {
  return withRouteConfig({ longAnswer: true });
}

/** Gives such a route its time; a hook for `onRoute`, before any route is registered. */
export function giveTimeTo(route: RouteOptions): void {
  if (route.config?.longAnswer === true) route.handlerTimeout = NO_LIMIT_MS;
}
