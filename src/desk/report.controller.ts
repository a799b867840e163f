import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { WithLocation } from '../http/writes/location.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Write, type WriteContext } from '../http/writes/write-context.js';
import { ReportRequest, ReportStatus } from './report.dto.js';
import { ReportService } from './report.service.js';

@ApiTags('programs')
@Controller('v1')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  /**
   * Create a report that something about a program is wrong.
   *
   * No key is needed. The answer gives the day by which the report is reviewed.
   */
  @Post('programs/:id/reports')
  @WithLocation('/v1/reports')
  @ApiOperation({ operationId: 'reportsCreate' })
  create(
    @UuidParam('id') id: string,
    @Body() request: ReportRequest,
    @Write() context: WriteContext,
  ): Promise<ReportStatus> {
    return this.reports.receive(id, request, context);
  }

  /** Get the status of a report, without its text. */
  @Get('reports/:id')
  @ApiOperation({ operationId: 'reportsGet' })
  get(@UuidParam('id') id: string): Promise<ReportStatus> {
    return this.reports.status(id);
  }
}
