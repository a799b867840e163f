import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { folded } from '../../core/vocabulary/folded.js';
import { OpenUnder } from '../../http/caller.js';
import { Problem } from '../../http/problem.js';
import { RateCost } from '../../http/rate-cost.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { streamLines } from './hsds-answer.js';
import { AnswersHsds, AnswersHsdsPage } from './hsds-documents.js';
import { askedPage, hsdsPageIn, type HsdsPageOf } from './hsds-page.js';
import { HsdsTaxonomyQuery, HsdsTaxonomySearch } from './hsds-query.dto.js';
import { type HsdsTaxonomy, TAXONOMIES } from './taxonomies.js';

@ApiTags('hsds')
@Controller('hsds/taxonomies')
export class HsdsTaxonomyController {
  /** List the taxonomies of the terms that services have. */
  @Get()
  @AnswersHsdsPage('taxonomy', true)
  @ApiOperation({ operationId: 'hsdsTaxonomiesList' })
  list(
    @Query() query: HsdsTaxonomyQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): HsdsPageOf<HsdsTaxonomy> | StreamableFile | undefined {
    const found = taxonomiesWith(query.search);
    if (query.format !== 'ndjson') return hsdsPageIn(found, askedPage(query));
    return streamLines(oneBatch(found), JSON.stringify(TAXONOMIES), { request, reply });
  }

  /** Search the taxonomies, with the query in the body. */
  @Post()
  @HttpCode(200)
  @RateCost(1)
  @OpenUnder('read')
  @ApiBody({ type: HsdsTaxonomySearch, required: false })
  @AnswersHsdsPage('taxonomy', false)
  @ApiOperation({ operationId: 'hsdsTaxonomiesSearch' })
  search(@Body() query: HsdsTaxonomySearch): HsdsPageOf<HsdsTaxonomy> {
    return hsdsPageIn(taxonomiesWith(query.search), askedPage(query));
  }

  /** Get one taxonomy. */
  @Get(':id')
  @AnswersHsds('taxonomy')
  @ApiOperation({ operationId: 'hsdsTaxonomiesGet' })
  get(@UuidParam('id') id: string): HsdsTaxonomy {
    const found = TAXONOMIES.find((taxonomy) => taxonomy.id === id);
    if (!found) throw Problem.notFound('taxonomy', id);
    return found;
  }
}

function taxonomiesWith(words: string | undefined): HsdsTaxonomy[] {
  return TAXONOMIES.filter(({ name, description }) => hasWords(`${name} ${description}`, words));
}

/** Whether a text has every word, in any letters. */
export function hasWords(text: string, words: string | undefined): boolean {
  const all = folded(text);
  return (words ?? '').split(/\s+/).every((word) => all.includes(folded(word)));
}

/** A list that is in memory, as a stream takes it. */
export async function* oneBatch<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  yield items;
}
