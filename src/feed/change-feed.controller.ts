import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type CallerRequest, NeedsScope } from '../http/caller.js';
import { ExtraProblems } from '../http/extra-problems.decorator.js';
import { Paged } from '../http/pages/paged.decorator.js';
import { ChangePage, ChangeQuery } from './change-feed.dto.js';
import { ChangeFeed } from './change-feed.service.js';

/** The response to a place of a database that was restored from an earlier backup. */
const GONE = {
  status: 410,
  description: 'The place is no longer in the feed of this database: start again',
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: {
        type: 'urn:treatment-navigator:problem:gone',
        title: 'No longer available',
        status: 410,
        detail:
          'This place is not in the feed: the database was restored from an earlier backup, or a standby without the ' +
          'last changes has taken over. Take a full copy again.',
        requestId: '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e',
        errors: [
          {
            parameter: 'since',
            message: 'is a place that is no longer in the feed; start again with a full copy',
          },
        ],
      },
    },
  },
};

@ApiTags('changes')
@Controller('v1/changes')
export class ChangeFeedController {
  constructor(private readonly feed: ChangeFeed) {}

  /**
   * List what was created, changed and withdrawn, in order and without gaps.
   *
   * A client that follows the feed has the whole directory. To begin with a full copy, keep the `next` of `since=now`,
   * then read the lists, then follow the feed from that `next`.
   */
  @Get()
  @NeedsScope('changes')
  @ExtraProblems(304)
  @ApiOkResponse({ type: ChangePage })
  @ApiResponse(GONE)
  @Header('cache-control', 'private, no-cache')
  @Paged(({ hasMore, next }: ChangePage) => (hasMore ? next : undefined), 'since')
  @ApiOperation({ operationId: 'changesList' })
  async list(
    @Query() query: ChangeQuery,
    @Req() { recheckKey }: CallerRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangePage> {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    return this.feed.read(query, gone.signal, recheckKey);
  }
}
