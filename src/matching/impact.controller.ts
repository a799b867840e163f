import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FairQueue } from '../http/pipeline/fair-queue.interceptor.js';
import { Needs } from '../http/caller.js';
import { RateCost } from '../http/rate-cost.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Write, type WriteContext } from '../http/writes/write-context.js';
import { ImpactRequest, ImpactResponse } from './impact.dto.js';
import { ImpactService } from './impact.service.js';

@ApiTags('evidence')
@UseInterceptors(FairQueue)
@Controller('v1/ratings')
export class ImpactController {
  constructor(private readonly impacts: ImpactService) {}

  /**
   * Preview the impact of publishing this version.
   *
   * The answer gives the programs that would move, by how many places, and the badges that would change. The golden
   * needs and the needs of the request are ranked with and without this version, on the current directory and evidence.
   * An approval names the impact that its reviewer saw.
   */
  @Post(':id/impact')
  @HttpCode(200)
  @Needs('author', 'reviewer')
  @ApiBody({ type: ImpactRequest, required: false })
  @RateCost(50)
  @ApiOperation({ operationId: 'ratingsPreviewImpact' })
  previewImpact(
    @Write() context: WriteContext,
    @UuidParam('id') id: string,
    @Body() request: ImpactRequest,
  ): Promise<ImpactResponse> {
    return this.impacts.workOut(context, id, request);
  }
}
