import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenUnder } from '../../http/caller.js';
import { ExtraProblems } from '../../http/extra-problems.decorator.js';
import { answerAsFhir } from '../../http/fhir/fhir-answer.js';
import { FhirView } from '../../http/fhir/fhir-search.dto.js';
import { answerSearch } from '../../http/fhir/searchset.js';
import { RateCost } from '../../http/rate-cost.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { FhirDirectory } from './fhir-directory.js';
import { AnswersBundle, AnswersBundleToForm, AnswersResource } from './fhir-documents.js';
import { LocationSearch } from './fhir-search-parameters.dto.js';

@ApiTags('fhir')
@Controller('fhir/Location')
export class FhirLocationController {
  constructor(private readonly directory: FhirDirectory) {}

  /** List places of programs as FHIR R4 Location resources, in a searchset Bundle. */
  @Get()
  @RateCost(20)
  @ExtraProblems(422)
  @AnswersBundle()
  @ApiOperation({ operationId: 'fhirLocationsList' })
  list(
    @Query() search: LocationSearch,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.found(search, request.query as object, request, reply);
  }

  /** Search places of programs with the parameters in the body, as a form. */
  @Post('_search')
  @HttpCode(200)
  @RateCost(20)
  @OpenUnder('read')
  @AnswersBundleToForm()
  @ApiBody({ type: LocationSearch, required: false })
  @ApiOperation({ operationId: 'fhirLocationsSearch' })
  search(
    @Body() search: LocationSearch,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.found(search, request.body ?? {}, request, reply);
  }

  /** Get one place as a FHIR R4 Location. One that is no longer in the directory is gone. */
  @Get(':id')
  @RateCost(2)
  @ExtraProblems(410)
  @AnswersResource('Location')
  @ApiOperation({ operationId: 'fhirLocationsGet' })
  async get(
    @UuidParam('id') id: string,
    @Query() _view: FhirView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const found = await this.directory.location(id);
    answerAsFhir(request, reply);
    return found;
  }

  private found(
    search: LocationSearch,
    given: object,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<object> {
    const find = (asked: LocationSearch) => this.directory.searchLocations(asked);
    return answerSearch(
      { type: 'Location', searchClass: LocationSearch, search, given, find },
      request,
      reply,
    );
  }
}
