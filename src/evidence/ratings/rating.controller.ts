import { Body, Controller, Get, Header, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../core/curation/role.js';
import { By, Needs } from '../../http/caller.js';
import { Costs } from '../../http/rate-cost.decorator.js';
import { Located } from '../../http/writes/location.decorator.js';
import { Paged } from '../../http/pages/paged.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { Tagged } from '../../http/writes/etag.decorator.js';
import { Write, type Writing } from '../../http/writes/write-context.js';
import { GradeImportRequest, GradeImportResponse } from './grade-import.dto.js';
import { GradeImport } from './grade-import.service.js';
import { RatingDesk } from './rating-desk.service.js';
import { RatingHistoryResponse, RatingListResponse, RatingQuery } from './rating-history.dto.js';
import {
  ApprovalRequest,
  NewRatingRequest,
  RatingContentRequest,
  RatingVersionRequest,
  ReasonRequest,
  SubmissionRequest,
} from './rating-request.dto.js';
import { RatingDetailResponse } from './rating.dto.js';
import { RatingService } from './rating.service.js';

@ApiTags('evidence')
@Controller('v1/ratings')
export class RatingController {
  constructor(
    private readonly ratings: RatingService,
    private readonly desk: RatingDesk,
    private readonly grades: GradeImport,
  ) {}

  /** Ratings as the desk sees them: drafted, in review, overdue. */
  @Get()
  @Needs('author', 'reviewer', 'directory-editor', 'administrator')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'ratingsList' })
  list(@Query() query: RatingQuery): Promise<RatingListResponse> {
    return this.ratings.list(query);
  }

  /** One version of a rating in full: certainty with its reasons, badge, effect, state of review, citations. */
  @Get(':id')
  @ApiOperation({ operationId: 'ratingsGet' })
  @ApiOkResponse({ type: RatingDetailResponse })
  async get(
    @UuidParam('id') id: string,
    @By() by: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RatingDetailResponse> {
    const { rating, isPublic } = await this.ratings.get(id, by);
    if (!isPublic) reply.header('cache-control', 'no-store');
    return rating;
  }

  /** Every version of a rating side by side, each with what it says differently from the one before. */
  @Get(':id/history')
  @ApiOperation({ operationId: 'ratingsHistory' })
  @ApiOkResponse({ type: RatingHistoryResponse })
  async history(
    @UuidParam('id') id: string,
    @By() by: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RatingHistoryResponse> {
    const { history, isPublic } = await this.ratings.history(id, by);
    if (!isPublic) reply.header('cache-control', 'no-store');
    return history;
  }

  /** Drafts a rating of something that no rating is about yet. It counts for nothing until it is published. */
  @Post()
  @Needs('author')
  @Located('/v1/ratings')
  @ApiOperation({ operationId: 'ratingsCreate' })
  create(@Write() writing: Writing, @Body() request: NewRatingRequest): Promise<RatingDetailResponse> {
    return this.desk.create(writing, request);
  }

  /**
   * Takes grades of other schemes in (CEBC, Title IV-E, APA Division 12, former NREPP, Oxford CEBM, AHRQ), each as a
   * draft with its original grade and link. A grade that cannot be taken is refused with its reason.
   */
  @Post('imports')
  @Costs(20)
  @HttpCode(200)
  @Needs('author')
  @ApiOperation({ operationId: 'ratingsImport' })
  import(@Write() writing: Writing, @Body() request: GradeImportRequest): Promise<GradeImportResponse> {
    return this.grades.import(writing, request);
  }

  /** Drafts the next version of a rating: as this one, except for what the body says differently. */
  @Post(':id/versions')
  @Needs('author')
  @Located('/v1/ratings')
  @ApiBody({ type: RatingVersionRequest, required: false })
  @ApiOperation({ operationId: 'ratingsCreateVersion' })
  createVersion(
    @Write() writing: Writing,
    @UuidParam('id') id: string,
    @Body() request: RatingVersionRequest,
  ): Promise<RatingDetailResponse> {
    return this.desk.createVersion(writing, id, request);
  }

  /** Replaces what a draft says. What is in review, or was ever public, is never edited. */
  @Put(':id')
  @Needs('author')
  @Tagged()
  @ApiOperation({ operationId: 'ratingsReplace' })
  replace(
    @Write() writing: Writing,
    @UuidParam('id') id: string,
    @Body() request: RatingContentRequest,
  ): Promise<RatingDetailResponse> {
    return this.desk.replace(writing, id, request);
  }

  /** Gives a draft to review. */
  @Post(':id/submit')
  @HttpCode(200)
  @Needs('author')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiBody({ type: SubmissionRequest, required: false })
  @ApiOperation({ operationId: 'ratingsSubmit' })
  submit(
    @Write() writing: Writing,
    @UuidParam('id') id: string,
    @Body() { why }: SubmissionRequest,
  ): Promise<RatingDetailResponse> {
    return this.desk.move(writing, id, 'submit', { why });
  }

  /**
   * Publishes a version, which takes the place of the one that stood.
   *
   * The author never approves their own, nor does anybody with a declared interest in the approach. Needs every
   * minimal field of a defensible rating, and the impact that the reviewer has seen.
   */
  @Post(':id/approve')
  @HttpCode(200)
  @Needs('reviewer')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiBody({ type: ApprovalRequest, required: false })
  @ApiOperation({ operationId: 'ratingsApprove' })
  approve(
    @Write() writing: Writing,
    @UuidParam('id') id: string,
    @Body() approval: ApprovalRequest,
  ): Promise<RatingDetailResponse> {
    return this.desk.move(writing, id, 'approve', { why: approval.why, approval });
  }

  /** Gives a version back to its author, with the reason. */
  @Post(':id/return')
  @HttpCode(200)
  @Needs('reviewer')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOperation({ operationId: 'ratingsReturn' })
  return(
    @Write() writing: Writing,
    @UuidParam('id') id: string,
    @Body() { why }: ReasonRequest,
  ): Promise<RatingDetailResponse> {
    return this.desk.move(writing, id, 'return', { why });
  }

  /** Takes a version back for good. It stays readable, marked, and counts for nothing. */
  @Post(':id/retract')
  @HttpCode(200)
  @Needs('author', 'reviewer')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOperation({ operationId: 'ratingsRetract' })
  retract(
    @Write() writing: Writing,
    @UuidParam('id') id: string,
    @Body() { why }: ReasonRequest,
  ): Promise<RatingDetailResponse> {
    return this.desk.move(writing, id, 'retract', { why });
  }
}
