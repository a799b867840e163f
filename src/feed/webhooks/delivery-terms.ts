const SECOND = 1000;
const HOUR = 3_600 * SECOND;

/** How long deliveries take, wait and are tried, in milliseconds. */
export class DeliveryTerms {
  /** One attempt, from the name of the host to the end of its answer. */
  readonly timeoutMs: number = 15 * SECOND;

  /** About so long after a first failure it is tried again, then after twice as long, and so on. */
  readonly firstRetryMs: number = 5 * SECOND;

  readonly longestRetryMs: number = 6 * HOUR;

  /** So long after the first of nothing but failures the endpoint is disabled. */
  readonly giveUpAfterMs: number = 72 * HOUR;

  /** So long an endpoint is left to a process that no longer says anything. Longer than an attempt. */
  readonly leaseMs: number = 30 * SECOND;
}
