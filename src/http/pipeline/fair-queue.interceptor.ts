import { setImmediate } from 'node:timers/promises';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Problem } from '../problem.js';

/** Who comes after so many would wait for seconds; they are told to come back instead. */
export const MAX_WAITING = 200;
const RETRY_AFTER_SECONDS = 2;

let waiting = 0;
/** The turn that was given last; there is one event loop a process, so there is one queue. */
let last = Promise.resolve();

/**
 * For handlers that think for milliseconds: one of them begins in each turn of the event loop, in the order in which
 * they came. Node answers all that has been read before it takes up a new connection, and takes up one at a time:
 * without this, whoever is connected already is answered again and again, and a newcomer waits for seconds.
 */
@Injectable()
export class FairQueue implements NestInterceptor {
  /** @throws Problem 503 when too many wait already */
  async intercept(_context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (waiting >= MAX_WAITING)
      throw Problem.unavailable('Too many requests are waiting. Try again shortly.', RETRY_AFTER_SECONDS);
    waiting += 1;
    last = last.then(() => setImmediate());
    await last;
    waiting -= 1;
    return next.handle();
  }
}
