import { Injectable } from '@nestjs/common';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import { Problem } from '../problem.js';

/** How long a write waits for those before it, in this process or another, before it is refused. */
export const WRITE_WAIT_MS = 10_000;
/** A write that comes after so many would not have its turn in time. */
const MOST_WAITING = 200;

/**
 * The writes of this process, one at a time and in the order in which they came. One transaction at a time writes to the
 * directory anyway; whoever waits here does so without a connection, so that reads keep theirs.
 */
@Injectable()
export class WriterQueue {
  private readonly turns = bulkhead(1, MOST_WAITING);

  /**
   * @param write gets the time that is left to wait for writers of other processes, in milliseconds
   * @param waitMs as long as a person waits
   * @throws Problem 503 if the turn does not come in time, or too many wait
   */
  async inTurn<Answer>(write: (leftMs: number) => Promise<Answer>, waitMs = WRITE_WAIT_MS): Promise<Answer> {
    const until = performance.now() + waitMs;
    let timer: NodeJS.Timeout | undefined;
    let isTooLate = false;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        isTooLate = true;
        reject(Problem.busyWriting());
      }, waitMs);
    });
    const turn = this.turns.execute(() => {
      clearTimeout(timer);
      if (isTooLate) throw Problem.busyWriting();
      return write(until - performance.now());
    });
    try {
      return await Promise.race([turn, tooLate]);
    } catch (error) {
      throw error instanceof BulkheadRejectedError ? Problem.busyWriting(error) : error;
    } finally {
      clearTimeout(timer);
    }
  }
}
