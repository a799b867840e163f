import type { LimitSettings } from '../config/env.js';

export interface LimitOptions extends LimitSettings {
  /** Prefix of every key in Redis, so that several services can share one. */
  readonly redisPrefix?: string;
}

/** Injection token. */
export const LIMIT_OPTIONS = Symbol('limit options');
