import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NeedsScope } from '../http/actor.js';
import { nextPageLink } from '../http/page-links.js';
import { ChangePage, ChangeQuery } from './change-feed.dto.js';
import { ChangeFeed } from './change-feed.service.js';

@ApiTags('changes')
@Controller('v1/changes')
export class ChangeFeedController {
  constructor(private readonly feed: ChangeFeed) {}

  /**
   * What was created, changed and withdrawn, in order and without a gap: who follows it has the directory. To begin
   * with a copy, keep the `next` of `since=now` first, then read the lists, then follow from there.
   */
  @Get()
  @NeedsScope('changes')
  @Header('cache-control', 'private, no-cache')
  @ApiOperation({ operationId: 'changesList' })
  async list(
    @Query() query: ChangeQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangePage> {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const page = await this.feed.read(query, gone.signal);
    if (page.hasMore) reply.header('link', nextPageLink(request.url, page.next, 'since'));
    return page;
  }
}
