import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Costs } from '../http/costs.js';
import { UuidParam } from '../http/path-parameters.js';
import { MayAnswer } from '../http/may-answer.js';
import { nextPageLink } from '../http/page-links.js';
import { ProgramDetail } from './program-detail.dto.js';
import { ProgramPage, ProgramQuery } from './program-search.dto.js';
import { ProgramService } from './program.service.js';

@ApiTags('programs')
@Controller('v1/programs')
export class ProgramController {
  constructor(private readonly programs: ProgramService) {}

  /** Searches published programs: words, filters, distance, pages, facets with counts. */
  @Get()
  @MayAnswer(422)
  @Costs(5)
  @ApiOperation({ operationId: 'programsSearch' })
  async search(
    @Query() query: ProgramQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgramPage> {
    const page = await this.programs.search(query);
    if (page.nextCursor !== undefined) reply.header('link', nextPageLink(request.url, page.nextCursor));
    return page;
  }

  /** Everything known of one program, where from and since when; withdrawn ones too. */
  @Get(':id')
  @ApiOperation({ operationId: 'programsGet' })
  get(@UuidParam('id') id: string): Promise<ProgramDetail> {
    return this.programs.get(id);
  }
}
