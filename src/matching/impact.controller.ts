import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FairQueue } from '../http/pipeline/fair-queue.interceptor.js';
import { Needs } from '../http/caller.js';
import { ExtraProblems } from '../http/extra-problems.decorator.js';
import { RateCost } from '../http/rate-cost.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Write, type WriteContext } from '../http/writes/write-context.js';
import { ImpactMovesRequest, ImpactMovesResponse, ImpactRequest, ImpactResponse } from './impact.dto.js';
import { ImpactService } from './impact.service.js';

@ApiTags('evidence')
@UseInterceptors(FairQueue)
@Controller('v1/ratings')
export class ImpactController {
  constructor(private readonly impacts: ImpactService) {}

  /**
   * Preview the impact of publishing this version.
   *
   * The answer begins with a summary: the lists that would have another first program, how many programs would move, how
   * many far, and five examples; then the badges that would change. The golden needs and the needs of the request are
   * ranked with and without this version, on the current directory and evidence. An approval names the impact that its
   * reviewer saw.
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

  /**
   * Preview every move in one list.
   *
   * The list is that of a golden need, or of a need in the request, for one purpose. Nothing is stored; an approval needs
   * the impact itself.
   */
  @Post(':id/impact/moves')
  @HttpCode(200)
  @Needs('author', 'reviewer')
  @RateCost(10)
  @ExtraProblems(409)
  @ApiOperation({ operationId: 'ratingsPreviewMoves' })
  previewMoves(
    @UuidParam('id') id: string,
    @Body() request: ImpactMovesRequest,
  ): Promise<ImpactMovesResponse> {
    return this.impacts.moves(id, request);
  }
}
