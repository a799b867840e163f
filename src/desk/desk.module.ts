import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cursors } from '../http/cursors.js';
import { Writes } from '../http/writes.js';
import { AttestationLink } from './attestation-link.entity.js';
import { ObservationController } from './observation.controller.js';
import { ReportController } from './report.controller.js';
import { ReportService } from './report.service.js';
import { Observation } from './observation.entity.js';
import { ObservationService } from './observation.service.js';
import { Ticket } from './ticket.entity.js';

/** The directory's desk: what people tell of programs, reports and their tickets, verification and edits. */
@Module({
  imports: [TypeOrmModule.forFeature([Observation, Ticket, AttestationLink])],
  controllers: [ObservationController, ReportController],
  providers: [Cursors, Writes, ObservationService, ReportService],
})
export class DeskModule {}
