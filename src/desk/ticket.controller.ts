import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/caller.js';
import { Paged } from '../http/pages/paged.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Write, type WriteContext } from '../http/writes/write-context.js';
import { CloseRequest, TakeRequest, TicketPage, TicketQuery, TicketResponse } from './report.dto.js';
import { ReportService } from './report.service.js';

@ApiTags('desk')
@Controller('v1/reports')
export class TicketController {
  constructor(private readonly reports: ReportService) {}

  /** List reports and other tickets of the desk, earliest due date first. */
  @Get()
  @Needs('directory-editor')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'reportsList' })
  list(@Query() query: TicketQuery): Promise<TicketPage> {
    return this.reports.list(query);
  }

  /** Take a ticket, so that no other editor works on it. */
  @Post(':id/take')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiBody({ type: TakeRequest, required: false })
  @ApiOperation({ operationId: 'reportsTake' })
  take(
    @UuidParam('id') id: string,
    @Body() request: TakeRequest,
    @Write() context: WriteContext,
  ): Promise<TicketResponse> {
    return this.reports.take(id, request, context);
  }

  /**
   * Close a ticket with its outcome.
   *
   * What the public wrote in it is erased.
   */
  @Post(':id/close')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'reportsClose' })
  close(
    @UuidParam('id') id: string,
    @Body() request: CloseRequest,
    @Write() context: WriteContext,
  ): Promise<TicketResponse> {
    return this.reports.close(id, request, context);
  }
}
