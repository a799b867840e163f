import { Module } from '@nestjs/common';
import { Cursors } from './pages/cursors.js';
import { KeptAnswers } from './writes/idempotency.js';
import { Writes } from './writes/writes.js';

/** What every room answers with: cursors of lists, and writes that are carried out once. */
@Module({ providers: [Cursors, KeptAnswers, Writes], exports: [Cursors, Writes] })
export class HttpModule {}
