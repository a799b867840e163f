import { Module } from '@nestjs/common';
import { AssessmentController } from './assessment.controller.js';
import { AssessmentService } from './assessment.service.js';
import { InstrumentCatalog } from './instrument-catalog.js';
import { InstrumentController } from './instrument.controller.js';
import { InstrumentService } from './instrument.service.js';

import { QuestionnaireController } from './questionnaire.controller.js';

/** Self-screenings: instruments, scores, safety messages, a provisional level of care. Stores nothing. */
@Module({
  controllers: [AssessmentController, InstrumentController, QuestionnaireController],
  providers: [
    AssessmentService,
    InstrumentService,
    { provide: InstrumentCatalog, useFactory: () => InstrumentCatalog.read() },
  ],
  exports: [AssessmentService, InstrumentCatalog],
})
export class AssessmentsModule {}
