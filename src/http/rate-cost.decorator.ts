import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a request of this route weighs against a rate, in points. */
    cost?: number;
  }
}

/** For routes that are no handler's: nobody is refused them, and nobody pays. */
export const FREE = { config: { cost: 0 } } as const;

/** Under which an operation of the document says what it weighs. */
export const POINTS = 'x-points';

const COST_OF_READING = 1;
const COST_OF_WRITING = 2;

/**
 * What a request of this handler weighs against a rate, in points: one for each 2 ms of this process's time or so, 0 for
 * what nobody pays. Without it a read costs 1 and everything else 2.
 */
export function RateCost(points: number): MethodDecorator {
  return applyDecorators(RouteConfig({ cost: points }), ApiExtension(POINTS, points));
}

/** What a request of a method weighs where its handler says nothing. */
export function defaultCost(method: string): number {
  return method === 'GET' || method === 'HEAD' ? COST_OF_READING : COST_OF_WRITING;
}

/** Points; also of a request that no route takes. A preflight is the browser's wish, and costs nothing. */
export function costOf({ method, routeOptions }: FastifyRequest): number {
  if (method === 'OPTIONS') return 0;
  return routeOptions.config.cost ?? defaultCost(method);
}
