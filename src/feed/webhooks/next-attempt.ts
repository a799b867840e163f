import { halfJitterGenerator } from 'cockatiel';
import type { DeliveryTerms } from './delivery-terms.js';

/** An attempt that failed. */
export interface Failure {
  /** How many have failed in a row before it. */
  readonly before: number;
  /** Since the first of them; 0 for the first. */
  readonly failingForMs: number;
  /** What the receiver asked for (Retry-After). */
  readonly retryAfterMs?: number | undefined;
}

/**
 * How long to wait for the next attempt: twice as long as before, somewhere between half of it and all, not sooner than
 * the receiver asked, and not past the time at which it is given up. `undefined`: that time has come.
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

/** `Retry-After` in milliseconds from `now`: seconds, or a date. What cannot be read was not said. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  // Date.parse makes a date of nearly anything; HTTP writes them in one way.
  const date = header.trim().endsWith('GMT') ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
