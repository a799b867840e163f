import { Body, Controller, Get, Header, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Needs } from '../../http/caller.js';
import { ExtraProblems } from '../../http/extra-problems.decorator.js';
import { Cursors } from '../../http/pages/cursors.js';
import { pageOf } from '../../http/pages/page-of.js';
import { AllowLargeBody } from '../../http/large-body.decorator.js';
import { Paged } from '../../http/pages/paged.decorator.js';
import { RateCost } from '../../http/rate-cost.decorator.js';
import { TakesFile } from '../../http/uploads.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { WithLocation } from '../../http/writes/location.decorator.js';
import { Write, type WriteContext } from '../../http/writes/write-context.js';
import {
  ApplyImportRequest,
  ImportIssuePage,
  ImportIssuesQuery,
  ImportPage,
  ImportRunResponse,
  ImportsQuery,
  NewImportQuery,
} from './import.dto.js';
import { findIssues, findRuns, type RunPosition } from './import.queries.js';
import { existingRun, ImportService, INSTEAD_OF_UPLOAD, LONGEST_IMPORT } from './import.service.js';
import { shownRun } from './shown-run.js';

const LIST = 'imports';
const RUNS = 20;
const ISSUES = 100;

@ApiTags('desk')
@Controller('v1/imports')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Start an import from a file of programs.
   *
   * The body is the file: CSV or a workbook (.xlsx), at most 64 MB. It is read after the answer; ask for the run to see how far
   * it is. With `dryRun`, and where a figure looks like a broken file, the run waits for `apply`.
   */
  @Post()
  @HttpCode(202)
  @RateCost(50)
  @Needs('directory-editor')
  @TakesFile(LONGEST_IMPORT)
  @AllowLargeBody(LONGEST_IMPORT, INSTEAD_OF_UPLOAD)
  @WithLocation('/v1/imports')
  @ExtraProblems(409, 413)
  @ApiOperation({ operationId: 'importsStart' })
  @ApiAcceptedResponse({ type: ImportRunResponse })
  create(
    @Query() query: NewImportQuery,
    @Req() request: FastifyRequest,
    @Write() context: WriteContext,
  ): Promise<ImportRunResponse> {
    return this.imports.begin(context, query, request);
  }

  /** List imports, newest first. */
  @Get()
  @Needs('directory-editor', 'administrator')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'importsList' })
  @ApiOkResponse({ type: ImportPage })
  async list(@Query() { limit = RUNS, cursor }: ImportsQuery): Promise<ImportPage> {
    const codec = await this.cursors.codec();
    const after = cursor === undefined ? undefined : (codec.decode(LIST, cursor) as RunPosition);
    const { page, last } = pageOf(await findRuns(this.dataSource.manager, limit, after), limit);
    return {
      imports: page.map(shownRun),
      ...(last && { nextCursor: codec.encode(LIST, { startedAt: last.position, id: last.id }) }),
    };
  }

  /** Get one import with its progress and its report. */
  @Get(':id')
  @Needs('directory-editor', 'administrator')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'importsGet' })
  @ApiOkResponse({ type: ImportRunResponse })
  get(@UuidParam('id') id: string): Promise<ImportRunResponse> {
    return existingRun(this.dataSource.manager, id);
  }

  /** List what could not be used unchanged in the rows of an import, in their order. */
  @Get(':id/issues')
  @Needs('directory-editor', 'administrator')
  @Header('cache-control', 'no-store')
  @Paged(({ nextSince }: ImportIssuePage) => nextSince?.toString(), 'since')
  @ApiOperation({ operationId: 'importIssuesList' })
  @ApiOkResponse({ type: ImportIssuePage })
  async listIssues(
    @UuidParam('id') id: string,
    @Query() { since = 0, limit = ISSUES }: ImportIssuesQuery,
  ): Promise<ImportIssuePage> {
    const { manager } = this.dataSource;
    await existingRun(manager, id);
    const { page, last } = pageOf(await findIssues(manager, id, since, limit), limit);
    return { issues: page, ...(last && { nextSince: last.position }) };
  }

  /**
   * Apply an import that is ready.
   *
   * The answer is 409 if the directory has changed since the file was compared with it, and if a figure that stops the import
   * is not accepted.
   */
  @Post(':id/apply')
  @HttpCode(202)
  @RateCost(50)
  @Needs('directory-editor')
  @ExtraProblems(409)
  @ApiOperation({ operationId: 'importsApply' })
  @ApiAcceptedResponse({ type: ImportRunResponse })
  apply(
    @UuidParam('id') id: string,
    @Body() request: ApplyImportRequest,
    @Write() context: WriteContext,
  ): Promise<ImportRunResponse> {
    return this.imports.apply(context, id, request);
  }
}
