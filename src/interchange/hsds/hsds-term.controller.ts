import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenUnder } from '../../http/caller.js';
import { Problem } from '../../http/problem.js';
import { RateCost } from '../../http/rate-cost.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { streamLines } from './hsds-answer.js';
import { AnswersHsds, AnswersHsdsPage } from './hsds-documents.js';
import { askedPage, hsdsPageIn, type HsdsPageOf } from './hsds-page.js';
import { HsdsTermQuery, HsdsTermSearch } from './hsds-query.dto.js';
import { hasWords, oneBatch } from './hsds-taxonomy.controller.js';
import type { HsdsTerm } from './taxonomies.js';
import type { TermBook } from './term-book.js';
import { TermBooks } from './term-books.js';

@ApiTags('hsds')
@Controller('hsds/taxonomy_terms')
export class HsdsTermController {
  constructor(private readonly books: TermBooks) {}

  /** List the terms that services have. Those of approaches have our ratings in `x_evidence`; drafts are marked. */
  @Get()
  @RateCost(5)
  @AnswersHsdsPage('taxonomy_term', true)
  @ApiOperation({ operationId: 'hsdsTaxonomyTermsList' })
  async list(
    @Query() query: HsdsTermQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HsdsPageOf<HsdsTerm> | StreamableFile | undefined> {
    const found = termsWith(await this.books.current(), query);
    if (query.format !== 'ndjson') return hsdsPageIn(found, askedPage(query));
    return streamLines(oneBatch(found), JSON.stringify(found), { request, reply });
  }

  /** Search the terms that services have, with the query in the body. */
  @Post()
  @HttpCode(200)
  @RateCost(5)
  @OpenUnder('read')
  @ApiBody({ type: HsdsTermSearch, required: false })
  @AnswersHsdsPage('taxonomy_term', false)
  @ApiOperation({ operationId: 'hsdsTaxonomyTermsSearch' })
  async search(@Body() query: HsdsTermSearch): Promise<HsdsPageOf<HsdsTerm>> {
    return hsdsPageIn(termsWith(await this.books.current(), query), askedPage(query));
  }

  /** Get one term. */
  @Get(':id')
  @AnswersHsds('taxonomy_term')
  @ApiOperation({ operationId: 'hsdsTaxonomyTermsGet' })
  async get(@UuidParam('id') id: string): Promise<HsdsTerm> {
    const found = (await this.books.current()).find(id);
    if (!found) throw Problem.notFound('taxonomy_term', id);
    return found;
  }
}

/** Our taxonomies have one level each: every term is at the top, and none is below another. */
function termsWith({ terms }: TermBook, query: HsdsTermQuery | HsdsTermSearch): HsdsTerm[] {
  const { search, taxonomy_id: taxonomyId, parent_id: parentId } = query;
  if (parentId !== undefined) return [];
  return terms.filter(
    ({ taxonomy_id: own, code, name, description }) =>
      (taxonomyId === undefined || own === taxonomyId) && hasWords(`${code} ${name} ${description}`, search),
  );
}
