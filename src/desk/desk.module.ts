import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HttpModule } from '../http/http.module.js';
import { AttestationLink } from './attestation-link.entity.js';
import { AttestationController } from './attestation.controller.js';
import { AttestationService } from './attestation.service.js';
import { CallController } from './call.controller.js';
import { CallService } from './call.service.js';
import { ObservationController } from './observation.controller.js';
import { Observation } from './observation.entity.js';
import { ObservationService } from './observation.service.js';
import { ProgramDeskController } from './program-desk.controller.js';
import { ProgramDeskService } from './program-desk.service.js';
import { ReportController } from './report.controller.js';
import { ReportService } from './report.service.js';
import { TicketController } from './ticket.controller.js';
import { Ticket } from './ticket.entity.js';
import { VerificationService } from './verification.service.js';

/** The directory's desk: observations, reports and their tickets, verification and edits. */
@Module({
  imports: [HttpModule, TypeOrmModule.forFeature([Observation, Ticket, AttestationLink])],
  controllers: [
    ObservationController,
    ReportController,
    TicketController,
    AttestationController,
    ProgramDeskController,
    CallController,
  ],
  providers: [
    ObservationService,
    ReportService,
    AttestationService,
    VerificationService,
    ProgramDeskService,
    CallService,
  ],
})
export class DeskModule {}
