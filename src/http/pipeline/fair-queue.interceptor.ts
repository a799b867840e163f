import { setImmediate } from 'node:timers/promises';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  Optional,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Metrics } from '../../metrics/metrics.js';
import { Problem } from '../problem.js';

/** A request that comes after so many would wait for seconds; it is refused with a request to try again. */
export const MAX_WAITING = 200;
const RETRY_AFTER_SECONDS = 2;

let waiting = 0;
/** The last turn; there is one event loop per process, so there is one queue. */
let last = Promise.resolve();

/**
 * For handlers that compute for milliseconds: one of them starts in each turn of the event loop, in the order of
 * arrival. Node answers everything it has read before it accepts a new connection, and accepts one at a time: without
 * this, clients that are already connected are answered again and again, and a new client waits for seconds.
 */
@Injectable()
export class FairQueue implements NestInterceptor {
  constructor(@Optional() private readonly metrics?: Metrics) {}

  /** @throws Problem 503 if too many wait already */
  async intercept(_context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (waiting >= MAX_WAITING)
      throw Problem.unavailable('Too many requests are waiting. Try again shortly.', RETRY_AFTER_SECONDS);
    const came = performance.now();
    waiting += 1;
    last = last.then(() => setImmediate());
    await last;
    waiting -= 1;
    this.metrics?.matchTurnSeconds.observe((performance.now() - came) / 1000);
    return next.handle();
  }
}
