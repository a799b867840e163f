import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RateCost } from '../http/rate-cost.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { ExtraProblems } from '../http/extra-problems.decorator.js';
import { Paged } from '../http/pages/paged.decorator.js';
import { ProgramDetail } from './program-detail.dto.js';
import { ProgramPage, ProgramQuery } from './program-search.dto.js';
import { ProgramService } from './program.service.js';

@ApiTags('programs')
@Controller('v1/programs')
export class ProgramController {
  constructor(private readonly programs: ProgramService) {}

  /** List published programs by words, filters and distance, with pages and facet counts. */
  @Get()
  @ExtraProblems(422)
  @RateCost(5)
  @Paged()
  @ApiOperation({ operationId: 'programsList' })
  list(@Query() query: ProgramQuery): Promise<ProgramPage> {
    return this.programs.search(query);
  }

  /**
   * Get everything known about one program, with sources and dates.
   *
   * Withdrawn programs can be read too.
   */
  @Get(':id')
  @ApiOperation({ operationId: 'programsGet' })
  get(@UuidParam('id') id: string): Promise<ProgramDetail> {
    return this.programs.get(id);
  }
}
