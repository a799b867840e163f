import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../core/curation/role.js';
import { By, Needs } from '../http/caller.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Write, type Writing } from '../http/writes/write-context.js';
import { ObservationList, ObservationRequest, ToldResponse, Why } from './observation.dto.js';
import { ObservationService } from './observation.service.js';

@ApiTags('programs')
@Controller('v1/programs/:id/observations')
export class ObservationController {
  constructor(private readonly observations: ObservationService) {}

  /** What people told of this program, who, how and when; also what was disputed or taken back. */
  @Get()
  @ApiOperation({ operationId: 'observationsList' })
  list(
    @UuidParam('id') id: string,
    @By() actor: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ObservationList> {
    if (actor) reply.header('cache-control', 'no-store');
    return this.observations.list(id, actor);
  }

  /**
   * Tells what the program said of one fact. It is shown as confirmed with your name and its date, counts until its
   * shelf life ends, and is settled by the published rule where others say otherwise.
   */
  @Post()
  @Needs('coach', 'directory-editor')
  @ApiOperation({ operationId: 'observationsTell' })
  tell(
    @UuidParam('id') id: string,
    @Body() request: ObservationRequest,
    @Write() writing: Writing,
  ): Promise<ToldResponse> {
    return this.observations.observe(id, request, writing);
  }

  /** Says that something told is wrong: it counts no more, and an editor looks at it. Never one's own. */
  @Post(':observationId/dispute')
  @Needs('coach', 'directory-editor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'observationsDispute' })
  dispute(
    @UuidParam('id') id: string,
    @UuidParam('observationId') observationId: string,
    @Body() { why }: Why,
    @Write() writing: Writing,
  ): Promise<ToldResponse> {
    return this.observations.dispute(id, observationId, why, writing);
  }

  /** Takes back for good what somebody told. */
  @Post(':observationId/undo')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'observationsUndo' })
  undo(
    @UuidParam('id') id: string,
    @UuidParam('observationId') observationId: string,
    @Body() { why }: Why,
    @Write() writing: Writing,
  ): Promise<ToldResponse> {
    return this.observations.undo(id, observationId, why, writing);
  }
}
