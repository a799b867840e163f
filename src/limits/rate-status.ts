import type { RatePolicy } from '../config/env.js';

/** The window of every policy, in seconds. */
export const WINDOW_SECONDS = 60;

/** The state of a caller under one policy. */
export interface RateStatus {
  readonly policy: RatePolicy;
  /** Points per window. */
  readonly limit: number;
  /** Points left in it. */
  readonly remaining: number;
  /** Whole seconds until the window ends and all points are available again. */
  readonly seconds: number;
  /** The request needed more points than were left. */
  readonly isOver: boolean;
}

/** The header fields of limits, as structured fields (draft-ietf-httpapi-ratelimit-headers-10). */
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
