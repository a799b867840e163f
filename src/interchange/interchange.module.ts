import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportIssue } from './import-run/import-issue.entity.js';
import { ImportRun } from './import-run/import-run.entity.js';

/** What is imported into the directory, and the record of it. */
@Module({ imports: [TypeOrmModule.forFeature([ImportRun, ImportIssue])] })
export class InterchangeModule {}
