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
import { outwardState } from '../outward/outward-state.js';
import { ROWS_A_BATCH, streamLines } from './hsds-answer.js';
import { AnswersHsds, AnswersHsdsPage } from './hsds-documents.js';
import { HsdsFilters } from './hsds-filters.js';
import { serviceAtLocation } from './hsds-locations.js';
import { askedPage, hsdsPage, type HsdsPageOf, sliceOf } from './hsds-page.js';
import {
  countProgramsAtPlaces,
  everyProgramAtPlaces,
  programAtPlace,
  type ProgramAtPlace,
  programsAtPlaces,
} from './hsds-places.queries.js';
import { HsdsPlaceQuery, HsdsPlaceSearch } from './hsds-query.dto.js';
import { listedService } from './hsds-service.js';
import type { TermBook } from './term-book.js';
import { TermBooks } from './term-books.js';

@ApiTags('hsds')
@Controller('hsds/service_at_locations')
export class HsdsPlaceController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly filters: HsdsFilters,
    private readonly books: TermBooks,
  ) {}

  /**
   * List programs at their places, as HSDS has them, by page or as a stream.
   *
   * A program is at its address; one that gives care by telehealth is listed once more, at a virtual location. With
   * `postcode` only addresses are listed.
   */
  @Get()
  @RateCost(20)
  @StreamCost(300)
  @LongAnswer()
  @ExtraProblems(422)
  @AnswersHsdsPage('service_at_location', true)
  @ApiOperation({ operationId: 'hsdsServiceAtLocationsList' })
  async list(
    @Query() query: HsdsPlaceQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HsdsPageOf<object> | StreamableFile | undefined> {
    const filter = await this.filters.read(query, (parameter) => ({ parameter }));
    if (query.format !== 'ndjson') return this.page(filter, query);
    const state = await outwardState(this.dataSource);
    const book = await this.bookFor(query);
    return streamLines(this.everyOne(filter, book), state, { request, reply });
  }

  /** Search programs at their places, as HSDS has them, with the query in the body. */
  @Post()
  @HttpCode(200)
  @RateCost(20)
  @OpenUnder('read')
  @ApiBody({ type: HsdsPlaceSearch, required: false })
  @AnswersHsdsPage('service_at_location', false)
  @ApiOperation({ operationId: 'hsdsServiceAtLocationsSearch' })
  async search(@Body() query: HsdsPlaceSearch): Promise<HsdsPageOf<object>> {
    return this.page(await this.filters.read(query, (field) => ({ pointer: `/${field}` })), query);
  }

  /** Get one program at one of its places, as HSDS has it. */
  @Get(':id')
  @RateCost(5)
  @AnswersHsds('service_at_location')
  @ApiOperation({ operationId: 'hsdsServiceAtLocationsGet' })
  async get(@UuidParam('id') id: string): Promise<object> {
    const found = await programAtPlace(this.dataSource, id);
    if (!found) throw Problem.notFound('service_at_location', id);
    return shown(found, await this.books.current());
  }

  private async page(
    filter: OutwardFilter,
    query: HsdsPlaceQuery | HsdsPlaceSearch,
  ): Promise<HsdsPageOf<object>> {
    const asked = askedPage(query);
    const [total, rows, book] = await Promise.all([
      countProgramsAtPlaces(this.dataSource, filter),
      programsAtPlaces(this.dataSource, filter, sliceOf(asked)),
      this.bookFor(query),
    ]);
    return hsdsPage(
      rows.map((row) => shown(row, book)),
      total,
      asked,
    );
  }

  private async *everyOne(filter: OutwardFilter, book: TermBook | undefined): AsyncGenerator<object[]> {
    for await (const rows of everyProgramAtPlaces(this.dataSource, filter, ROWS_A_BATCH))
      yield rows.map((row) => shown(row, book));
  }

  private async bookFor({ full }: { full?: boolean }): Promise<TermBook | undefined> {
    return full === true ? this.books.current() : undefined;
  }
}

function shown(row: ProgramAtPlace, book: TermBook | undefined): object {
  return { ...serviceAtLocation(row, row.kind, book), service: listedService(row) };
}
