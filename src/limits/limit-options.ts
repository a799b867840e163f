import type { LimitSettings } from '../config/env.js';

export interface LimitOptions extends LimitSettings {
  /** Before every key in Redis, so that several services can share one. */
  readonly redisPrefix?: string;
}

/** Under which Nest keeps them. */
export const LIMIT_OPTIONS = Symbol('limit options');
