import { Module } from '@nestjs/common';
import { MetricsModule } from '../metrics/metrics.module.js';
import { Cursors } from './pages/cursors.js';
import { IdempotencyCleanup } from './writes/idempotency.js';
import { WriterQueue } from './writes/writer-queue.js';
import { Writes } from './writes/writes.js';

/** Shared by all rooms: cursors of lists, and writes that are carried out once. */
@Module({
  imports: [MetricsModule],
  providers: [Cursors, IdempotencyCleanup, WriterQueue, Writes],
  exports: [Cursors, Writes],
})
export class HttpModule {}
