import { halfJitterGenerator } from 'cockatiel';
import type { DeliveryTerms } from './delivery-terms.js';

/** A failed attempt. */
export interface Failure {
  /** Number of failures in a row before it. */
  readonly before: number;
  /** Time since the first of them; 0 for the first. */
  readonly failingForMs: number;
  /** The delay that the receiver requested (Retry-After). */
  readonly retryAfterMs?: number | undefined;
}

/**
 * How long to wait before the next attempt: twice as long as before, randomly between half of it and all of it, not
 * earlier than the receiver requested, and not past the end of the retry period. `undefined`: that period has ended.
 */
export function untilNextAttempt(
  { before, failingForMs, retryAfterMs = 0 }: Failure,
  { firstRetryMs, longestRetryMs, giveUpAfterMs }: DeliveryTerms,
): number | undefined {
  const left = giveUpAfterMs - failingForMs;
  if (left <= 0) return undefined;
  const [wait] = halfJitterGenerator(before, {
    initialDelay: firstRetryMs,
    maxDelay: longestRetryMs,
    exponent: 2,
    generator: halfJitterGenerator,
  });
  return Math.min(Math.max(wait, retryAfterMs), left);
}

/** `Retry-After` in milliseconds from `now`: seconds, or a date. An unreadable value is ignored. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  // Date.parse accepts almost anything; HTTP has one format.
  const date = header.trim().endsWith('GMT') ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
