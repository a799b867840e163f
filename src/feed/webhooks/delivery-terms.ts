const SECOND = 1000;
const HOUR = 3_600 * SECOND;

/** Timings of deliveries, in milliseconds. */
export class DeliveryTerms {
  /** One attempt, from the lookup of the host to the end of the response. */
  readonly timeoutMs: number = 15 * SECOND;

  /** Approximate delay after a first failure; it doubles with every further failure. */
  readonly firstRetryMs: number = 5 * SECOND;

  readonly longestRetryMs: number = 6 * HOUR;

  /** Time since the first of uninterrupted failures after which the endpoint is disabled. */
  readonly giveUpAfterMs: number = 72 * HOUR;

  /** Time after which an endpoint is taken from a process that no longer reports. Longer than an attempt. */
  readonly leaseMs: number = 30 * SECOND;
}
