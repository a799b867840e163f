import { Body, Controller, Get, Header, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../core/curation/role.js';
import { CurrentActor, Needs } from '../../http/caller.js';
import { RateCost } from '../../http/rate-cost.decorator.js';
import { WithLocation } from '../../http/writes/location.decorator.js';
import { Paged } from '../../http/pages/paged.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { WithETag } from '../../http/writes/etag.decorator.js';
import { Write, type WriteContext } from '../../http/writes/write-context.js';
import { GradeImportRequest, GradeImportResponse } from './grade-import.dto.js';
import { RatingDraftResponse, ratingOf } from './draft.dto.js';
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

  /** List ratings for the desk, with drafts, ratings in review and overdue ratings. */
  @Get()
  @Needs('author', 'reviewer', 'directory-editor', 'administrator')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'ratingsList' })
  list(@Query() query: RatingQuery): Promise<RatingListResponse> {
    return this.ratings.list(query);
  }

  /**
   * Get one version of a rating in full.
   *
   * It has the certainty with its reasons, the badge, the effect, the state of review and the citations.
   */
  @Get(':id')
  @ApiOperation({ operationId: 'ratingsGet' })
  @ApiOkResponse({ type: RatingDetailResponse })
  async get(
    @UuidParam('id') id: string,
    @CurrentActor() actor: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RatingDetailResponse> {
    const { rating, isPublic } = await this.ratings.get(id, actor);
    if (!isPublic) reply.header('cache-control', 'no-store');
    return rating;
  }

  /** List every version of a rating, each with its changes from the version before. */
  @Get(':id/history')
  @ApiOperation({ operationId: 'ratingVersionsList' })
  @ApiOkResponse({ type: RatingHistoryResponse })
  async listVersions(
    @UuidParam('id') id: string,
    @CurrentActor() actor: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RatingHistoryResponse> {
    const { history, isPublic } = await this.ratings.history(id, actor);
    if (!isPublic) reply.header('cache-control', 'no-store');
    return history;
  }

  /**
   * Create the first draft of a rating.
   *
   * There must be no rating of the same subject yet. A draft does not count until it is published.
   */
  @Post()
  @Needs('author')
  @WithLocation('/v1/ratings')
  @ApiOperation({ operationId: 'ratingsCreate' })
  create(@Write() context: WriteContext, @Body() request: NewRatingRequest): Promise<RatingDraftResponse> {
    return this.desk.create(context, request);
  }

  /**
   * Import grades of other schemes as drafts.
   *
   * The schemes are CEBC, Title IV-E, APA Division 12, former NREPP, Oxford CEBM and AHRQ. Each draft keeps the
   * original grade and its link. A grade that cannot be imported is refused with its reason.
   */
  @Post('imports')
  @RateCost(20)
  @HttpCode(200)
  @Needs('author')
  @ApiOperation({ operationId: 'ratingsImport' })
  import(@Write() context: WriteContext, @Body() request: GradeImportRequest): Promise<GradeImportResponse> {
    return this.grades.import(context, request);
  }

  /**
   * Create the next version of a rating as a draft.
   *
   * It copies this version, except for the fields in the body. `reasons` are merged: one that is omitted stays, `null`
   * drops it. `drops` lists what this version said and the draft does not.
   */
  @Post(':id/versions')
  @Needs('author')
  @WithLocation('/v1/ratings')
  @ApiBody({ type: RatingVersionRequest, required: false })
  @ApiOperation({ operationId: 'ratingVersionsCreate' })
  createVersion(
    @Write() context: WriteContext,
    @UuidParam('id') id: string,
    @Body() request: RatingVersionRequest,
  ): Promise<RatingDraftResponse> {
    return this.desk.createVersion(context, id, request);
  }

  /**
   * Replace the content of a draft.
   *
   * A version that is in review, or was ever public, cannot be edited. What the body omits is no longer said: `drops`
   * lists it.
   */
  @Put(':id')
  @Needs('author')
  @WithETag(ratingOf)
  @ApiOperation({ operationId: 'ratingsReplace' })
  replace(
    @Write() context: WriteContext,
    @UuidParam('id') id: string,
    @Body() request: RatingContentRequest,
  ): Promise<RatingDraftResponse> {
    return this.desk.replace(context, id, request);
  }

  /**
   * Submit a draft for review.
   *
   * It needs every minimal field of a defensible rating. The 422 names all that are missing, as `missing` of the draft
   * does.
   */
  @Post(':id/submit')
  @HttpCode(200)
  @Needs('author')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiBody({ type: SubmissionRequest, required: false })
  @ApiOperation({ operationId: 'ratingsSubmit' })
  submit(
    @Write() context: WriteContext,
    @UuidParam('id') id: string,
    @Body() { why }: SubmissionRequest,
  ): Promise<RatingDetailResponse> {
    return this.desk.move(context, id, 'submit', { why });
  }

  /**
   * Approve and publish a version.
   *
   * It replaces the published version. The author cannot approve their own version, nor can a reviewer with a declared
   * interest in the approach. An approval needs every minimal field of a defensible rating, and the impact that the
   * reviewer has seen.
   */
  @Post(':id/approve')
  @HttpCode(200)
  @Needs('reviewer')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiBody({ type: ApprovalRequest, required: false })
  @ApiOperation({ operationId: 'ratingsApprove' })
  approve(
    @Write() context: WriteContext,
    @UuidParam('id') id: string,
    @Body() approval: ApprovalRequest,
  ): Promise<RatingDetailResponse> {
    return this.desk.move(context, id, 'approve', { why: approval.why, approval });
  }

  /** Return a version to its author, with the reason. */
  @Post(':id/return')
  @HttpCode(200)
  @Needs('reviewer')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOperation({ operationId: 'ratingsReturn' })
  return(
    @Write() context: WriteContext,
    @UuidParam('id') id: string,
    @Body() { why }: ReasonRequest,
  ): Promise<RatingDetailResponse> {
    return this.desk.move(context, id, 'return', { why });
  }

  /**
   * Retract a version for good.
   *
   * It stays readable, is marked as retracted and no longer counts.
   */
  @Post(':id/retract')
  @HttpCode(200)
  @Needs('author', 'reviewer')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOperation({ operationId: 'ratingsRetract' })
  retract(
    @Write() context: WriteContext,
    @UuidParam('id') id: string,
    @Body() { why }: ReasonRequest,
  ): Promise<RatingDetailResponse> {
    return this.desk.move(context, id, 'retract', { why });
  }
}
