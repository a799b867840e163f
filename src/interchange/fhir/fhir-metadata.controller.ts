import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { baseAddressOf } from '../../http/base-address.js';
import { answerAsFhir } from '../../http/fhir/fhir-answer.js';
import { FhirView } from '../../http/fhir/fhir-search.dto.js';
import { capabilityStatement } from './capability-statement.js';
import { AnswersResource } from './fhir-documents.js';

@ApiTags('fhir')
@Controller('fhir/metadata')
export class FhirMetadataController {
  /** Get what this service can do in FHIR R4, as a CapabilityStatement. */
  @Get()
  @AnswersResource('CapabilityStatement')
  @ApiOperation({ operationId: 'fhirMetadataGet' })
  get(
    @Query() _view: FhirView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): object {
    answerAsFhir(request, reply);
    return capabilityStatement(baseAddressOf(request));
  }
}
