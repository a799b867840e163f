import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ChangeSignal } from '../../database/change-signal.js';
import { DatabasePulse } from '../../database/database-pulse.js';
import { takeWriterLockOrTimeOut } from '../../database/writer-lock.js';
import { Metrics } from '../../metrics/metrics.js';
import { Problem } from '../problem.js';
import { claimKey, storeAnswer } from './idempotency.js';
import type { WriteContext } from './write-context.js';
import { WriterQueue } from './writer-queue.js';

/**
 * Runs all writes of a request in one transaction. With an Idempotency-Key the response is stored in the same
 * transaction; a repeat, even a concurrent one, gets that response and writes nothing.
 */
@Injectable()
export class Writes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: ChangeSignal,
    private readonly queue: WriterQueue,
    private readonly pulse: DatabasePulse,
    private readonly metrics: Metrics,
  ) {}

  /** An error in `write` rolls back everything, and is not stored as a response. */
  async perform<Answer extends object>(
    context: WriteContext,
    write: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    if (this.pulse.current()?.isStandby) throw Problem.readOnly();
    const came = performance.now();
    const done = await this.queue.inTurn((leftMs) =>
      this.dataSource.transaction(async (manager) => {
        await takeWriterLockOrTimeOut(manager, leftMs);
        this.metrics.writerWaitSeconds.observe((performance.now() - came) / 1000);
        // It may have waited for an import, and a key may have been revoked in the meantime.
        await context.recheckKey?.(manager);
        return once(manager, context, write);
      }),
    );
    this.changes.raise();
    return done;
  }

  /** The same without waiting for an import: for writes that change neither the directory nor the evidence. */
  performAtOnce<Answer extends object>(
    context: WriteContext,
    write: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    return this.dataSource.transaction((manager) => once(manager, context, write));
  }
}

async function once<Answer extends object>(
  manager: EntityManager,
  context: WriteContext,
  write: (manager: EntityManager) => Promise<Answer>,
): Promise<Answer> {
  const { idempotencyKey: key } = context;
  if (key === undefined) return write(manager);
  const kept = await claimKey(manager, context, key);
  if (kept !== undefined) {
    context.markReplayed();
    return JSON.parse(kept) as Answer;
  }
  const answer = await write(manager);
  if (context.storesAnswer) await storeAnswer(manager, context, key, answer);
  return answer;
}
