import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { LongAnswer } from '../../http/long-answer.decorator.js';
import { OpenUnder } from '../../http/caller.js';
import { Problem } from '../../http/problem.js';
import { RateCost, StreamCost } from '../../http/rate-cost.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import type { OutwardFilter } from '../outward/outward-filter.js';
import type { OutwardOrganization } from '../outward/outward-program.js';
import {
  countOutwardOrganizations,
  everyOutwardOrganization,
  everyOutwardProgram,
  outwardOrganization,
  outwardOrganizations,
} from '../outward/outward.queries.js';
import { outwardState } from '../outward/outward-state.js';
import { ROWS_A_BATCH, streamLines } from './hsds-answer.js';
import { AnswersHsds, AnswersHsdsPage } from './hsds-documents.js';
import { HsdsFilters } from './hsds-filters.js';
import { organizationOf } from './hsds-organization.js';
import { askedPage, hsdsPage, type HsdsPageOf, sliceOf } from './hsds-page.js';
import { HsdsOrganizationQuery, HsdsOrganizationSearch, HsdsOrganizationView } from './hsds-query.dto.js';
import { basicService, fullService } from './hsds-service.js';
import { TermBooks } from './term-books.js';

type View = Pick<HsdsOrganizationQuery, 'full' | 'full_service'>;

@ApiTags('hsds')
@Controller('hsds/organizations')
export class HsdsOrganizationController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly filters: HsdsFilters,
    private readonly books: TermBooks,
  ) {}

  /** List organizations that run a program of the directory, as HSDS has them, by page or as a stream. */
  @Get()
  @RateCost(20)
  @StreamCost(300)
  @LongAnswer()
  @AnswersHsdsPage('organization', true)
  @ApiOperation({ operationId: 'hsdsOrganizationsList' })
  async list(
    @Query() query: HsdsOrganizationQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HsdsPageOf<object> | StreamableFile | undefined> {
    const filter = await this.filters.read(query, (parameter) => ({ parameter }));
    if (query.format !== 'ndjson') return this.page(filter, query);
    const state = await outwardState(this.dataSource);
    return streamLines(this.everyOne(filter, query), state, { request, reply });
  }

  /** Search organizations as HSDS has them, with the query in the body. */
  @Post()
  @HttpCode(200)
  @RateCost(20)
  @OpenUnder('read')
  @ApiBody({ type: HsdsOrganizationSearch, required: false })
  @AnswersHsdsPage('organization', false)
  @ApiOperation({ operationId: 'hsdsOrganizationsSearch' })
  async search(@Body() query: HsdsOrganizationSearch): Promise<HsdsPageOf<object>> {
    return this.page(await this.filters.read(query, (field) => ({ pointer: `/${field}` })), query);
  }

  /** Get one organization as HSDS has it, with its services. */
  @Get(':id')
  @RateCost(5)
  @AnswersHsds('organization')
  @ApiOperation({ operationId: 'hsdsOrganizationsGet' })
  async get(@UuidParam('id') id: string, @Query() view: HsdsOrganizationView): Promise<object> {
    const found = await outwardOrganization(this.dataSource, id);
    if (!found) throw Problem.notFound('organization', id);
    const [shown] = await this.shown([found], { ...view, full: true });
    return shown!;
  }

  private async page(
    filter: OutwardFilter,
    query: HsdsOrganizationQuery | HsdsOrganizationSearch,
  ): Promise<HsdsPageOf<object>> {
    const asked = askedPage(query);
    const [total, organizations] = await Promise.all([
      countOutwardOrganizations(this.dataSource, filter),
      outwardOrganizations(this.dataSource, filter, sliceOf(asked)),
    ]);
    return hsdsPage(await this.shown(organizations, query), total, asked);
  }

  private async *everyOne(filter: OutwardFilter, view: View): AsyncGenerator<object[]> {
    for await (const organizations of everyOutwardOrganization(this.dataSource, filter, ROWS_A_BATCH))
      yield await this.shown(organizations, view);
  }

  /** With their published services, if those are asked for. */
  private async shown(organizations: readonly OutwardOrganization[], view: View): Promise<object[]> {
    if (view.full !== true && view.full_service !== true) return organizations.map(organizationOf);
    const filter = { organizationIds: organizations.map(({ id }) => id) };
    const book = await this.books.current();
    const services = new Map<string, object[]>();
    for await (const programs of everyOutwardProgram(this.dataSource, filter, ROWS_A_BATCH))
      for (const program of programs) {
        const shown = view.full_service === true ? fullService(program, book) : basicService(program);
        services.set(program.organizationId, [...(services.get(program.organizationId) ?? []), shown]);
      }
    return organizations.map((organization) => ({
      ...organizationOf(organization),
      services: services.get(organization.id) ?? [],
    }));
  }
}
