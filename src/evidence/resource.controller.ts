import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExtraProblems } from '../http/extra-problems.decorator.js';
import { Problem } from '../http/problem.js';
import { MeetingResponse } from './meetings/meeting.dto.js';
import { MeetingService } from './meetings/meeting.service.js';
import { ResourceCatalog } from './resource-catalog.js';
import { ResourceListResponse, ResourceQuery, ResourceResponse } from './resource.dto.js';

/** Meetings of one answer. */
const MOST_MEETINGS = 200;
const OF_MEETINGS = ['radiusKm', 'day', 'after'] as const;

@ApiTags('evidence')
@Controller('v1/resources')
export class ResourceController {
  constructor(
    private readonly catalog: ResourceCatalog,
    private readonly meetings: MeetingService,
  ) {}

  /**
   * List verified national resources beside programs, and meetings of mutual help near a ZIP code.
   *
   * Resources are mutual help, family support and locators. With `near`, the answer also has the meetings of those that it
   * lists: something tonight, after work.
   */
  @Get()
  @ExtraProblems(422)
  @ApiOperation({ operationId: 'resourcesList' })
  @ApiOkResponse({ type: ResourceListResponse })
  async list(
    @Query() query: ResourceQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceListResponse> {
    const { near, radiusKm, day, after } = query;
    const resources = this.catalog.find(query).map((resource) => ResourceResponse.of(resource));
    const listed = { total: resources.length, resources };
    if (near === undefined) {
      const lone = OF_MEETINGS.find((parameter) => query[parameter] !== undefined);
      if (lone !== undefined)
        throw Problem.unprocessable([
          { parameter: lone, message: 'is about meetings; give near, a ZIP code, too' },
        ]);
      return listed;
    }
    // The answer says where a person is: no cache may keep it.
    void reply.header('cache-control', 'no-store');
    const ids = new Set(resources.map(({ id }) => id));
    const found = (await this.meetings.find({ near, radiusKm, day, after })).filter(({ resource }) =>
      ids.has(resource),
    );
    return {
      ...listed,
      meetings: found.slice(0, MOST_MEETINGS).map((meeting) => MeetingResponse.of(meeting)),
      meetingsTotal: found.length,
    };
  }
}
