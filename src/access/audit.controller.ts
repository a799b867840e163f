import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/curation/role.js';
import { CurrentActor, Needs } from '../http/caller.js';
import { pageOf } from '../http/pages/page-of.js';
import { Paged } from '../http/pages/paged.decorator.js';
import { AuditPage, AuditQuery } from './audit.dto.js';
import { readAudit } from './audit.queries.js';

const DEFAULT_LIMIT = 50;
/** Kinds of entities that are visible to administrators only, here as elsewhere. */
const OF_ADMINISTRATORS = ['key', 'webhook'];

@ApiTags('desk')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * List the audit trail, oldest entry first.
   *
   * It has every action of curators and of the directory's desk. An entry cannot be changed. Entries on keys and
   * webhooks are shown to administrators only.
   */
  @Get()
  @Needs('author', 'reviewer', 'directory-editor', 'administrator')
  @Header('cache-control', 'no-store')
  @Paged(({ nextSince }: AuditPage) => nextSince?.toString(), 'since')
  @ApiOperation({ operationId: 'auditList' })
  async list(@Query() query: AuditQuery, @CurrentActor() actor: Actor): Promise<AuditPage> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const hidden = actor.roles.includes('administrator') ? [] : OF_ADMINISTRATORS;
    const acts = await readAudit(this.dataSource.manager, { ...query, limit: limit + 1 }, hidden);
    const { page, last } = pageOf(acts, limit);
    return { acts: page, ...(last && { nextSince: last.seq }) };
  }
}
