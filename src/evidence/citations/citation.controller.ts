import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/caller.js';
import { AllowLargeBody } from '../../http/large-body.decorator.js';
import { RateCost } from '../../http/rate-cost.decorator.js';
import { Paged } from '../../http/pages/paged.decorator.js';
import { WithLocation } from '../../http/writes/location.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { WithETag } from '../../http/writes/etag.decorator.js';
import { Write, type WriteContext } from '../../http/writes/write-context.js';
import { CitationImportResponse } from './citation-import.dto.js';
import {
  CitationChangeRequest,
  CitationImportRequest,
  CitationQuery,
  CitationStyleQuery,
  NewCitationRequest,
  RetractionRequest,
  LONGEST_FILE,
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

  /** List citations, newest first, by words, identifier or retraction status. */
  @Get()
  @ApiOperation({ operationId: 'citationsList' })
  @Paged()
  @ApiOkResponse({ type: CitationPage })
  list(@Query() query: CitationQuery): Promise<CitationPage> {
    return this.citations.list(query);
  }

  /** Get one citation in full, with its reference in a CSL style and as CSL-JSON. */
  @Get(':id')
  @ApiOperation({ operationId: 'citationsGet' })
  @ApiOkResponse({ type: CitationDetailResponse })
  get(@UuidParam('id') id: string, @Query() { style }: CitationStyleQuery): Promise<CitationDetailResponse> {
    return this.citations.get(id, style);
  }

  /**
   * Create a citation.
   *
   * If a citation with the same identifier exists, the answer is 409 and names it.
   */
  @Post()
  @Needs('author', 'reviewer')
  @WithLocation('/v1/citations')
  @ApiOperation({ operationId: 'citationsCreate' })
  @ApiCreatedResponse({ type: CitationDetailResponse })
  create(
    @Body() request: NewCitationRequest,
    @Write() context: WriteContext,
  ): Promise<CitationDetailResponse> {
    return this.citations.create(context, request);
  }

  /**
   * Update a citation (JSON Merge Patch).
   *
   * Needs If-Match with the ETag of a GET.
   */
  @Patch(':id')
  @Needs('author', 'reviewer')
  @ApiOperation({ operationId: 'citationsUpdate' })
  @WithETag()
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @ApiOkResponse({ type: CitationDetailResponse })
  update(
    @UuidParam('id') id: string,
    @Body() request: CitationChangeRequest,
    @Write() context: WriteContext,
  ): Promise<CitationDetailResponse> {
    return this.citations.change(context, id, request);
  }

  /**
   * Record that a work was retracted, or that its journal expressed concern.
   *
   * Published ratings based on the work return to review at once.
   */
  @Post(':id/retraction')
  @HttpCode(200)
  @Needs('author', 'reviewer')
  @ApiOperation({ operationId: 'citationsRecordRetraction' })
  @ApiOkResponse({ type: CitationRetractionResponse })
  recordRetraction(
    @UuidParam('id') id: string,
    @Body() request: RetractionRequest,
    @Write() context: WriteContext,
  ): Promise<CitationRetractionResponse> {
    return this.retractions.say(context, id, request);
  }

  /**
   * Import a file of citations (CSL-JSON, RIS or PubMed).
   *
   * Missing fields of known works are added; nothing is overwritten.
   */
  @Post('imports')
  @RateCost(20)
  @AllowLargeBody(
    LONGEST_FILE,
    'Send the library in parts, without abstracts, or import the file with `navigator import citations`.',
  )
  @HttpCode(200)
  @Needs('author', 'reviewer')
  @ApiOperation({ operationId: 'citationsImport' })
  @ApiOkResponse({ type: CitationImportResponse })
  import(
    @Body() request: CitationImportRequest,
    @Write() context: WriteContext,
  ): Promise<CitationImportResponse> {
    return this.citations.import(context, request);
  }
}
