import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BulkModule } from './bulk/bulk.module.js';
import { FhirModule } from './fhir/fhir.module.js';
import { HsdsModule } from './hsds/hsds.module.js';
import { ImportIssue } from './import-run/import-issue.entity.js';
import { ImportRun } from './import-run/import-run.entity.js';

/** What is imported into the directory, with the record of it, and the directory in the languages of others. */
@Module({})
export class InterchangeModule {
  /** @param exportsFolder where the exports are kept; without it, in a folder of this process */
  static withExports(exportsFolder: string | undefined): DynamicModule {
    return {
      module: InterchangeModule,
      imports: [
        TypeOrmModule.forFeature([ImportRun, ImportIssue]),
        HsdsModule,
        FhirModule,
        BulkModule.in(exportsFolder),
      ],
    };
  }
}
