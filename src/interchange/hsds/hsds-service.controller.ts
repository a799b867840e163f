import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { LongAnswer } from '../../http/long-answer.decorator.js';
import { OpenUnder } from '../../http/caller.js';
import { ExtraProblems } from '../../http/extra-problems.decorator.js';
import { Problem } from '../../http/problem.js';
import { RateCost, StreamCost } from '../../http/rate-cost.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import type { OutwardFilter } from '../outward/outward-filter.js';
import type { OutwardProgram } from '../outward/outward-program.js';
import {
  countOutwardPrograms,
  everyOutwardProgram,
  outwardProgram,
  outwardPrograms,
} from '../outward/outward.queries.js';
import { outwardState } from '../outward/outward-state.js';
import { ROWS_A_BATCH, streamLines } from './hsds-answer.js';
import { AnswersHsds, AnswersHsdsPage } from './hsds-documents.js';
import { HsdsFilters } from './hsds-filters.js';
import { askedPage, hsdsPage, type HsdsPageOf, sliceOf } from './hsds-page.js';
import { HsdsServiceQuery, HsdsServiceSearch } from './hsds-query.dto.js';
import { fullService, listedService, minimalService } from './hsds-service.js';
import { TermBooks } from './term-books.js';

/** Programs at a time, while a whole list is streamed. */
type Shape = (program: OutwardProgram) => object;

@ApiTags('hsds')
@Controller('hsds/services')
export class HsdsServiceController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly filters: HsdsFilters,
    private readonly books: TermBooks,
  ) {}

  /**
   * List programs as HSDS services, by page or as a stream.
   *
   * They are in the order of their last change. `format=ndjson` streams the whole list; its ETag stays the same as long as
   * the directory does. A copy is kept up with `modified_after`: the `last_modified` of the last line.
   */
  @Get()
  @RateCost(20)
  @StreamCost(300)
  @LongAnswer()
  @AnswersHsdsPage('service', true)
  @ApiOperation({ operationId: 'hsdsServicesList' })
  async list(
    @Query() query: HsdsServiceQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HsdsPageOf<object> | StreamableFile | undefined> {
    const filter = await this.filters.read(query, (parameter) => ({ parameter }));
    const shape = await this.shapeOf(query);
    if (query.format !== 'ndjson') return this.page(filter, query, shape);
    const state = await outwardState(this.dataSource);
    return streamLines(this.everyOne(filter, shape), state, { request, reply });
  }

  /** Search programs as HSDS services, with the query in the body. */
  @Post()
  @HttpCode(200)
  @RateCost(20)
  @OpenUnder('read')
  @ApiBody({ type: HsdsServiceSearch, required: false })
  @AnswersHsdsPage('service', false)
  @ApiOperation({ operationId: 'hsdsServicesSearch' })
  async search(@Body() query: HsdsServiceSearch): Promise<HsdsPageOf<object>> {
    const filter = await this.filters.read(query, (field) => ({ pointer: `/${field}` }));
    return this.page(filter, query, await this.shapeOf(query));
  }

  /** Get one program as an HSDS service, with everything that is known of it. One that is withdrawn is `inactive`. */
  @Get(':id')
  @RateCost(2)
  @ExtraProblems(404)
  @AnswersHsds('service')
  @ApiOperation({ operationId: 'hsdsServicesGet' })
  async get(@UuidParam('id') id: string): Promise<object> {
    const found = await outwardProgram(this.dataSource, id);
    if (!found) throw Problem.notFound('service', id);
    return fullService(found, await this.books.current());
  }

  private async page(
    filter: OutwardFilter,
    query: HsdsServiceQuery | HsdsServiceSearch,
    shape: Shape,
  ): Promise<HsdsPageOf<object>> {
    const asked = askedPage(query);
    const [total, programs] = await Promise.all([
      countOutwardPrograms(this.dataSource, filter),
      outwardPrograms(this.dataSource, filter, sliceOf(asked)),
    ]);
    return hsdsPage(programs.map(shape), total, asked);
  }

  private async *everyOne(filter: OutwardFilter, shape: Shape): AsyncGenerator<object[]> {
    for await (const programs of everyOutwardProgram(this.dataSource, filter, ROWS_A_BATCH))
      yield programs.map(shape);
  }

  private async shapeOf({ minimal, full }: HsdsServiceQuery | HsdsServiceSearch): Promise<Shape> {
    if (minimal === true) return minimalService;
    if (full !== true) return listedService;
    const book = await this.books.current();
    return (program) => fullService(program, book);
  }
}
