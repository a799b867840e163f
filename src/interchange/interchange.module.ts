import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HttpModule } from '../http/http.module.js';
import { BulkModule } from './bulk/bulk.module.js';
import { FhirModule } from './fhir/fhir.module.js';
import { HsdsModule } from './hsds/hsds.module.js';
import { ImportController } from './import-desk/import.controller.js';
import { ImportService } from './import-desk/import.service.js';
import { ImportIssue } from './import-run/import-issue.entity.js';
import { ImportRun } from './import-run/import-run.entity.js';
import { LinkageController } from './linkage/linkage.controller.js';
import { LinkageDecisions } from './linkage/linkage-decisions.service.js';
import { LinkageQuestions } from './linkage/linkage-questions.service.js';

/**
 * What is imported into the directory, with the record of it, which rows of several sources are one program, and the
 * directory in the languages of others.
 */
@Module({})
export class InterchangeModule {
  /** @param exportsFolder where the exports are kept; without it, in a folder of this process */
  static withExports(exportsFolder: string | undefined): DynamicModule {
    return {
      module: InterchangeModule,
      imports: [
        HttpModule,
        TypeOrmModule.forFeature([ImportRun, ImportIssue]),
        HsdsModule,
        FhirModule,
        BulkModule.in(exportsFolder),
      ],
      controllers: [ImportController, LinkageController],
      providers: [ImportService, LinkageQuestions, LinkageDecisions],
    };
  }
}
