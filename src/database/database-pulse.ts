import { Injectable } from '@nestjs/common';
import type { ServerState } from './server-state.js';

/** An answer of the database to this process, on a connection that is used for nothing else. */
export interface Heartbeat extends ServerState {
  /** How long the answer took, in milliseconds. */
  readonly ms: number;
}

/** After so many milliseconds without an answer the database counts as away, even if no connection has ended. */
const SILENT_AFTER_MS = 10_000;

/**
 * What this process last heard of its database: once a second from the listener of changes. Whoever wants to know reads
 * it here, and neither waits nor takes a connection.
 */
@Injectable()
export class DatabasePulse {
  private last: Heartbeat | undefined;
  private lastAt = -Infinity;
  private isLost = false;
  private readonly waiting = new Set<() => void>();

  /** @param now milliseconds */
  beat(heard: Heartbeat, now = performance.now()): void {
    this.last = heard;
    this.lastAt = now;
    this.isLost = false;
  }

  /** The connection has ended, or nothing came back in time. */
  lose(): void {
    this.isLost = true;
    for (const stopWaiting of this.waiting) stopWaiting();
  }

  /** The answer of a query; undefined once the database is lost: on a silent network it would never come. */
  async unlessLost<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
    let stopWaiting = () => {};
    const lost = new Promise<undefined>((resolve) => (stopWaiting = () => resolve(undefined)));
    this.waiting.add(stopWaiting);
    try {
      return await Promise.race([answer, lost]);
    } finally {
      this.waiting.delete(stopWaiting);
    }
  }

  /** The last answer; undefined while the database is away. */
  current(now = performance.now()): Heartbeat | undefined {
    return this.isLost || now - this.lastAt > SILENT_AFTER_MS ? undefined : this.last;
  }

  /** Whether edits can be stored at the moment. */
  isWritable(now = performance.now()): boolean {
    return this.current(now)?.isStandby === false;
  }
}
