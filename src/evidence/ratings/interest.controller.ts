import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { recordAudit } from '../../database/audit-trail.js';
import { Needs } from '../../http/caller.js';
import { Problem } from '../../http/problem.js';
import { actorOf, Write, type Writing } from '../../http/writes/write-context.js';
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

  /** Interests that people of the desk have declared: everybody may know who stands where. */
  @Get()
  @ApiOperation({ operationId: 'interestsList' })
  async list(): Promise<InterestListResponse> {
    return { interests: (await listInterests(this.dataSource.manager)).map(toResponse) };
  }

  /** Declares an interest of the person whose key it is. From then on they cannot approve ratings of that approach. */
  @Post()
  @Needs('author', 'reviewer')
  @ApiOperation({ operationId: 'interestsDeclare' })
  declare(@Write() writing: Writing, @Body() request: InterestRequest): Promise<InterestResponse> {
    return this.writes.perform(writing, async (manager) => {
      const by = actorOf(writing);
      if (!(await manager.existsBy(Approach, { code: request.approach })))
        throw Problem.unprocessable([
          { pointer: '/approach', message: `the registry has no approach ${request.approach}` },
        ]);
      const declared = toResponse(await declareInterest(manager, by, request));
      await recordAudit(manager, {
        by,
        action: 'interest.declare',
        entity: 'interest',
        entityId: `${by.id} ${request.approach}`,
        after: declared,
        requestId: writing.requestId,
      });
      return declared;
    });
  }
}

function toResponse({ declaredAt, ...interest }: DeclaredInterest): InterestResponse {
  return { ...interest, declaredAt: declaredAt.toISOString() };
}
