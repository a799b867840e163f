import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InTurn } from '../http/pipeline/fair-queue.interceptor.js';
import { Needs } from '../http/caller.js';
import { Costs } from '../http/rate-cost.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Write, type Writing } from '../http/writes/write-context.js';
import { ImpactRequest, ImpactResponse } from './impact.dto.js';
import { ImpactService } from './impact.service.js';

@ApiTags('evidence')
@UseInterceptors(InTurn)
@Controller('v1/ratings')
export class ImpactController {
  constructor(private readonly impacts: ImpactService) {}

  /**
   * What publishing this version would do: which programs would move, how many places, which badges would change.
   *
   * The golden needs and those of the request are ranked with and without it, on the directory and the evidence as
   * they are. An approval names the impact that its reviewer saw.
   */
  @Post(':id/impact')
  @HttpCode(200)
  @Needs('author', 'reviewer')
  @ApiBody({ type: ImpactRequest, required: false })
  @Costs(50)
  @ApiOperation({ operationId: 'ratingsImpact' })
  workOut(
    @Write() writing: Writing,
    @UuidParam('id') id: string,
    @Body() request: ImpactRequest,
  ): Promise<ImpactResponse> {
    return this.impacts.workOut(writing, id, request);
  }
}
