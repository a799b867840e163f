import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Costs } from '../http/rate-cost.decorator.js';
import { CodeParam } from '../http/validation/path-parameters.js';
import { ApproachListResponse, ApproachQuery, ApproachResponse } from './approach.dto.js';
import { ApproachService } from './approach.service.js';

@ApiTags('evidence')
@Controller('v1/approaches')
export class ApproachController {
  constructor(private readonly approaches: ApproachService) {}

  @Get()
  @Costs(3)
  @ApiOperation({
    summary: 'All approaches, those that are never recommended included, with the badge of every rating',
    operationId: 'approachesList',
  })
  @ApiOkResponse({ type: ApproachListResponse })
  list(@Query() query: ApproachQuery): Promise<ApproachListResponse> {
    return this.approaches.list(query);
  }

  @Get(':code')
  @ApiOperation({
    summary: 'One approach: what it is, its cautions, its ratings by condition and outcome, its citations',
    operationId: 'approachesGet',
  })
  @ApiOkResponse({ type: ApproachResponse })
  get(@CodeParam('code') code: string): Promise<ApproachResponse> {
    return this.approaches.get(code);
  }
}
