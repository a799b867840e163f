import { type DynamicModule, Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { InstrumentCatalog } from '../assessments/instrument-catalog.js';
import { readRuleTables } from '../assessments/rule-tables.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { readPlanFiles } from './plan-files.js';
import { PlanController } from './plan.controller.js';
import { PLAN_FILES, PlanService } from './plan.service.js';

/** Plans beside a match. Stores nothing. */
@Module({})
export class PlansModule {
  /** @param matching the room of this application, with its directory */
  static on(matching: DynamicModule): DynamicModule {
    return {
      module: PlansModule,
      imports: [AssessmentsModule, EvidenceModule, matching],
      controllers: [PlanController],
      providers: [
        PlanService,
        {
          provide: PLAN_FILES,
          useFactory: (catalog: InstrumentCatalog) => readPlanFiles(readRuleTables(catalog.byId)),
          inject: [InstrumentCatalog],
        },
      ],
    };
  }
}
