import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RateCost } from '../http/rate-cost.decorator.js';
import { CodeParam } from '../http/validation/path-parameters.js';
import { ApproachListResponse, ApproachQuery, ApproachResponse } from './approach.dto.js';
import { ApproachService } from './approach.service.js';

@ApiTags('evidence')
@Controller('v1/approaches')
export class ApproachController {
  constructor(private readonly approaches: ApproachService) {}

  /**
   * List all approaches with the badge of every rating.
   *
   * Approaches that are never recommended are included.
   */
  @Get()
  @RateCost(3)
  @ApiOperation({ operationId: 'approachesList' })
  @ApiOkResponse({ type: ApproachListResponse })
  list(@Query() query: ApproachQuery): Promise<ApproachListResponse> {
    return this.approaches.list(query);
  }

  /**
   * Get one approach with its description, cautions, ratings and citations.
   *
   * Ratings are given by condition and outcome.
   */
  @Get(':code')
  @ApiOperation({ operationId: 'approachesGet' })
  @ApiOkResponse({ type: ApproachResponse })
  get(@CodeParam('code') code: string): Promise<ApproachResponse> {
    return this.approaches.get(code);
  }
}
