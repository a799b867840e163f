import { setImmediate } from 'node:timers/promises';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';

/** The turn that was given last; there is one event loop a process, so there is one queue. */
let last = Promise.resolve();

/**
 * For handlers that think for milliseconds: one of them begins in each turn of the event loop, in the order in which
 * they came. Node answers all that has been read before it takes up a new connection, and takes up one at a time: without
 * this, whoever is connected already is answered again and again, and a newcomer waits for seconds.
 */
@Injectable()
export class InTurn implements NestInterceptor {
  async intercept(_context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    last = last.then(() => setImmediate());
    await last;
    return next.handle();
  }
}
