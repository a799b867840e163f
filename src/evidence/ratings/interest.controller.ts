import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { recordAudit } from '../../database/audit-trail.js';
import { Needs } from '../../http/caller.js';
import { Problem } from '../../http/problem.js';
import { actorOf, Write, type WriteContext } from '../../http/writes/write-context.js';
import { Writes } from '../../http/writes/writes.js';
import { Approach } from '../approach.entity.js';
import { declareInterest, type DeclaredInterest, listInterests } from './declared-interest.queries.js';
import { InterestListResponse, InterestResponse } from './interest.dto.js';
import { InterestRequest } from './rating-request.dto.js';

@ApiTags('evidence')
@Controller('v1/interests')
export class InterestController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: Writes,
  ) {}

  /**
   * List the interests that people of the desk have declared.
   *
   * The list is public.
   */
  @Get()
  @ApiOperation({ operationId: 'interestsList' })
  async list(): Promise<InterestListResponse> {
    return { interests: (await listInterests(this.dataSource.manager)).map(toResponse) };
  }

  /**
   * Create a declaration of interest for the person of the key.
   *
   * From then on this person cannot approve ratings of the approach.
   */
  @Post()
  @Needs('author', 'reviewer')
  @ApiOperation({ operationId: 'interestsCreate' })
  create(@Write() context: WriteContext, @Body() request: InterestRequest): Promise<InterestResponse> {
    return this.writes.perform(context, async (manager) => {
      const actor = actorOf(context);
      if (!(await manager.existsBy(Approach, { code: request.approach })))
        throw Problem.unprocessable([
          { pointer: '/approach', message: `the registry has no approach ${request.approach}` },
        ]);
      const declared = toResponse(await declareInterest(manager, actor, request));
      await recordAudit(manager, {
        actor,
        action: 'interest.declare',
        entity: 'interest',
        entityId: `${actor.id} ${request.approach}`,
        after: declared,
        requestId: context.requestId,
      });
      return declared;
    });
  }
}

function toResponse({ declaredAt, ...interest }: DeclaredInterest): InterestResponse {
  return { ...interest, declaredAt: declaredAt.toISOString() };
}
