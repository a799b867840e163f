import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FhirModule } from './fhir/fhir.module.js';
import { HsdsModule } from './hsds/hsds.module.js';
import { ImportIssue } from './import-run/import-issue.entity.js';
import { ImportRun } from './import-run/import-run.entity.js';

/** What is imported into the directory, with the record of it, and the directory in the languages of others. */
@Module({ imports: [TypeOrmModule.forFeature([ImportRun, ImportIssue]), HsdsModule, FhirModule] })
export class InterchangeModule {}
