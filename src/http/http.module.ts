import { Module } from '@nestjs/common';
import { Cursors } from './cursors.js';
import { KeptAnswers } from './kept-answers.js';
import { Writes } from './writes.js';

/** What every room answers with: cursors of lists, and writes that are carried out once. */
@Module({ providers: [Cursors, KeptAnswers, Writes], exports: [Cursors, Writes] })
export class HttpModule {}
