import { Module } from '@nestjs/common';
import { HttpModule } from '../http/http.module.js';
import { DataSource } from 'typeorm';
import { readInstallationSecret } from '../database/installation-secret.js';
import { AssessmentController } from './assessment.controller.js';
import { AssessmentService } from './assessment.service.js';
import { InstrumentCatalog } from './instrument-catalog.js';
import { InstrumentController } from './instrument.controller.js';
import { InstrumentService } from './instrument.service.js';
import { MessageTokens } from './message-tokens.js';
import { QuestionnaireController } from './questionnaire.controller.js';

/** Self-screenings: instruments, scores, safety messages, a provisional level of care. Stores nothing. */
@Module({
  imports: [HttpModule],
  controllers: [AssessmentController, InstrumentController, QuestionnaireController],
  providers: [
    AssessmentService,
    InstrumentService,
    { provide: InstrumentCatalog, useFactory: () => InstrumentCatalog.read() },
    {
      provide: MessageTokens,
      // Read at start: a message and its token are answered while the database is unavailable, too.
      useFactory: async (dataSource: DataSource) =>
        new MessageTokens(await readInstallationSecret(dataSource)),
      inject: [DataSource],
    },
  ],
  exports: [AssessmentService, InstrumentCatalog],
})
export class AssessmentsModule {}
