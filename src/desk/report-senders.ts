import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** So many reports on one program from one address a day: families and libraries share one. */
export const MOST_REPORTS_OF_ONE = 5;
const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_REMEMBERED = 100_000;

/**
 * Counts the reports that come without a key, by program and network, for a day: nobody alone takes all places of a
 * program. In memory, under an HMAC whose secret this process makes at its start: no address is kept.
 */
export class ReportSenders {
  private readonly secret = randomBytes(32);
  private readonly counts = new LRUCache<string, number>({
    max: MOST_REMEMBERED,
    ttl: DAY_MS,
    noUpdateTTL: true,
  });

  /** Counts one more, or returns false if there were enough. */
  mayReport(programId: string, network: string): boolean {
    const sender = createHmac('sha256', this.secret).update(`${programId} ${network}`).digest('base64url');
    const count = this.counts.get(sender) ?? 0;
    if (count >= MOST_REPORTS_OF_ONE) return false;
    this.counts.set(sender, count + 1);
    return true;
  }
}
