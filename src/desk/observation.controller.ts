import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../core/curation/role.js';
import { CurrentActor, Needs } from '../http/caller.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Write, type WriteContext } from '../http/writes/write-context.js';
import { ObservationList, ObservationRequest, StatementResponse, Why } from './observation.dto.js';
import { ObservationService } from './observation.service.js';

@ApiTags('programs')
@Controller('v1/programs/:id/observations')
export class ObservationController {
  constructor(private readonly observations: ObservationService) {}

  /**
   * List what people reported about a program.
   *
   * Each observation has its observer, method and date. Disputed and undone observations are included.
   */
  @Get()
  @ApiOperation({ operationId: 'observationsList' })
  list(
    @UuidParam('id') id: string,
    @CurrentActor() actor: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ObservationList> {
    if (actor) reply.header('cache-control', 'no-store');
    return this.observations.list(id, actor);
  }

  /**
   * Create an observation of one fact, as the program reported it.
   *
   * The fact is shown as confirmed, with your name and the date. It counts until its shelf life ends. If other
   * statements disagree, the published rule decides.
   */
  @Post()
  @Needs('coach', 'directory-editor')
  @ApiOperation({ operationId: 'observationsCreate' })
  create(
    @UuidParam('id') id: string,
    @Body() request: ObservationRequest,
    @Write() context: WriteContext,
  ): Promise<StatementResponse> {
    return this.observations.observe(id, request, context);
  }

  /**
   * Dispute an observation that is wrong.
   *
   * It no longer counts, and an editor reviews it. You cannot dispute your own observation.
   */
  @Post(':observationId/dispute')
  @Needs('coach', 'directory-editor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'observationsDispute' })
  dispute(
    @UuidParam('id') id: string,
    @UuidParam('observationId') observationId: string,
    @Body() { why }: Why,
    @Write() context: WriteContext,
  ): Promise<StatementResponse> {
    return this.observations.dispute(id, observationId, why, context);
  }

  /** Undo an observation for good. */
  @Post(':observationId/undo')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'observationsUndo' })
  undo(
    @UuidParam('id') id: string,
    @UuidParam('observationId') observationId: string,
    @Body() { why }: Why,
    @Write() context: WriteContext,
  ): Promise<StatementResponse> {
    return this.observations.undo(id, observationId, why, context);
  }
}
