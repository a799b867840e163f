import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { withRouteConfig } from './route-config.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The cost of a request to this route, in points. */
    cost?: number;
    /** The cost if it asks for the whole list, by `format=ndjson`. */
    streamCost?: number;
  }
}

/** The extension with the cost of an operation in the document. */
export const POINTS = 'x-points';

const COST_OF_READING = 1;
const COST_OF_WRITING = 2;

/**
 * The cost of a request to this handler in points: about one for each 2 ms of processing time, 0 for what is free. By
 * default a read costs 1 and everything else 2.
 */
export function RateCost(points: number): MethodDecorator {
  return applyDecorators(withRouteConfig({ cost: points }), ApiExtension(POINTS, points));
}

/** The cost in points of a whole list that this handler streams, by `format=ndjson`, in place of its cost of a page. */
export function StreamCost(points: number): MethodDecorator {
  return withRouteConfig({ streamCost: points });
}

/** The default cost of a method. */
export function defaultCost(method: string): number {
  return method === 'GET' || method === 'HEAD' ? COST_OF_READING : COST_OF_WRITING;
}

/**
 * The cost in points, also of a request that matches no route. A preflight is sent by the browser, and costs nothing.
 */
export function costOf({ method, routeOptions, query }: FastifyRequest): number {
  if (method === 'OPTIONS') return 0;
  const { cost = defaultCost(method), streamCost = cost } = routeOptions.config;
  return (query as { format?: unknown }).format === 'ndjson' ? streamCost : cost;
}
