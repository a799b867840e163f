import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/caller.js';
import { Costs } from '../../http/rate-cost.decorator.js';
import { Paged } from '../../http/pages/paged.decorator.js';
import { Located } from '../../http/writes/location.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { Tagged } from '../../http/writes/etag.decorator.js';
import { Write, type Writing } from '../../http/writes/write-context.js';
import { CitationImportResponse } from './citation-import.dto.js';
import {
  CitationChangeRequest,
  CitationImportRequest,
  CitationQuery,
  CitationStyleQuery,
  NewCitationRequest,
  RetractionRequest,
} from './citation-request.dto.js';
import { CitationDetailResponse, CitationPage } from './citation.dto.js';
import { CitationRetractionResponse } from './citation-retraction.dto.js';
import { CitationRetraction } from './citation-retraction.service.js';
import { CitationService } from './citation.service.js';

@ApiTags('evidence')
@Controller('v1/citations')
export class CitationController {
  constructor(
    private readonly citations: CitationService,
    private readonly retractions: CitationRetraction,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Citations, newest first: by words, identifier or whether they still stand',
    operationId: 'citationsList',
  })
  @Paged()
  @ApiOkResponse({ type: CitationPage })
  list(@Query() query: CitationQuery): Promise<CitationPage> {
    return this.citations.list(query);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One citation in full, with its reference in a CSL style, and as CSL-JSON',
    operationId: 'citationsGet',
  })
  @ApiOkResponse({ type: CitationDetailResponse })
  get(@UuidParam('id') id: string, @Query() { style }: CitationStyleQuery): Promise<CitationDetailResponse> {
    return this.citations.get(id, style);
  }

  @Post()
  @Needs('author', 'reviewer')
  @Located('/v1/citations')
  @ApiOperation({
    summary: 'Adds a work to cite; one whose identifier is known answers 409 with the citation that has it',
    operationId: 'citationsCreate',
  })
  @ApiCreatedResponse({ type: CitationDetailResponse })
  create(@Body() request: NewCitationRequest, @Write() writing: Writing): Promise<CitationDetailResponse> {
    return this.citations.create(writing, request);
  }

  @Patch(':id')
  @Needs('author', 'reviewer')
  @ApiOperation({
    summary: 'Corrects or completes a citation (JSON Merge Patch); needs If-Match with the ETag of a GET',
    operationId: 'citationsChange',
  })
  @Tagged()
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @ApiOkResponse({ type: CitationDetailResponse })
  change(
    @UuidParam('id') id: string,
    @Body() request: CitationChangeRequest,
    @Write() writing: Writing,
  ): Promise<CitationDetailResponse> {
    return this.citations.change(writing, id, request);
  }

  @Post(':id/retraction')
  @HttpCode(200)
  @Needs('author', 'reviewer')
  @ApiOperation({
    summary:
      'Says that a work was retracted or is doubted by its journal: published ratings that stand on it are reviewed again at once',
    operationId: 'citationsRetract',
  })
  @ApiOkResponse({ type: CitationRetractionResponse })
  retract(
    @UuidParam('id') id: string,
    @Body() request: RetractionRequest,
    @Write() writing: Writing,
  ): Promise<CitationRetractionResponse> {
    return this.retractions.say(writing, id, request);
  }

  @Post('imports')
  @Costs(20)
  @HttpCode(200)
  @Needs('author', 'reviewer')
  @ApiOperation({
    summary:
      'Takes a file of citations in: CSL-JSON, RIS or PubMed; known works are completed, none is overwritten',
    operationId: 'citationsImport',
  })
  @ApiOkResponse({ type: CitationImportResponse })
  import(@Body() request: CitationImportRequest, @Write() writing: Writing): Promise<CitationImportResponse> {
    return this.citations.import(writing, request);
  }
}
