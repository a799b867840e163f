import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { of } from 'rxjs';
import { FairQueue, MAX_WAITING } from './fair-queue.interceptor.js';

const inTurn = new FairQueue();
const next: CallHandler = { handle: () => of('answered') };
const come = () => inTurn.intercept({} as ExecutionContext, next);

describe('a request while the maximum number of requests wait', () => {
  it('is refused with a retry, and the waiting ones are answered', async () => {
    const waiting = Array.from({ length: MAX_WAITING }, come);
    await expect(come()).rejects.toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
    expect(await Promise.all(waiting)).toHaveLength(MAX_WAITING);
    await expect(come()).resolves.toBeDefined();
  });
});
