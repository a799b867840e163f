import type { RatePolicy } from '../config/env.js';

/** The window of every policy, in seconds. */
export const WINDOW_SECONDS = 60;

/** How somebody stands with one policy. */
export interface RateStatus {
  readonly policy: RatePolicy;
  /** Points of a window. */
  readonly limit: number;
  /** Points left of it. */
  readonly remaining: number;
  /** Whole seconds until the window ends and all points are there again. */
  readonly seconds: number;
  /** What was asked for is more than was left. */
  readonly isOver: boolean;
}

/** What is told of limits, as structured fields (draft-ietf-httpapi-ratelimit-headers-10). */
export function rateLimitFields(statuses: readonly RateStatus[]): Record<string, string> {
  return {
    'ratelimit-policy': statuses
      .map(({ policy, limit }) => `"${policy}";q=${limit};w=${WINDOW_SECONDS}`)
      .join(', '),
    ratelimit: statuses
      .map(({ policy, remaining, seconds }) => `"${policy}";r=${remaining};t=${seconds}`)
      .join(', '),
  };
}
