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
import { HealthcareServiceSearch } from './fhir-search-parameters.dto.js';

@ApiTags('fhir')
@Controller('fhir/HealthcareService')
export class HealthcareServiceController {
  constructor(private readonly directory: FhirDirectory) {}

  /** List programs as FHIR R4 HealthcareService resources, in a searchset Bundle. */
  @Get()
  @RateCost(20)
  @ExtraProblems(422)
  @AnswersBundle()
  @ApiOperation({ operationId: 'fhirHealthcareServicesList' })
  list(
    @Query() search: HealthcareServiceSearch,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.found(search, request.query as object, request, reply);
  }

  /** Search programs with the parameters in the body, as a form. */
  @Post('_search')
  @HttpCode(200)
  @RateCost(20)
  @OpenUnder('read')
  @AnswersBundleToForm()
  @ApiBody({ type: HealthcareServiceSearch, required: false })
  @ApiOperation({ operationId: 'fhirHealthcareServicesSearch' })
  search(
    @Body() search: HealthcareServiceSearch,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.found(search, request.body ?? {}, request, reply);
  }

  /** Get one program as a FHIR R4 HealthcareService. One that is no longer in the directory is gone. */
  @Get(':id')
  @RateCost(2)
  @ExtraProblems(410)
  @AnswersResource('HealthcareService')
  @ApiOperation({ operationId: 'fhirHealthcareServicesGet' })
  async get(
    @UuidParam('id') id: string,
    @Query() _view: FhirView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const found = await this.directory.service(id);
    answerAsFhir(request, reply);
    return found;
  }

  private found(
    search: HealthcareServiceSearch,
    given: object,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<object> {
    const find = (asked: HealthcareServiceSearch) => this.directory.searchServices(asked);
    return answerSearch(
      { type: 'HealthcareService', searchClass: HealthcareServiceSearch, search, given, find },
      request,
      reply,
    );
  }
}
