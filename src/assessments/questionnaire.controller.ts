import { Document } from '../http/answers/answer-kinds.js';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedType } from '../http/pipeline/accepted-type.js';
import { CodeParam } from '../http/validation/path-parameters.js';
import { FHIR_JSON } from '../http/pipeline/request-guard.js';
import { InstrumentService } from './instrument.service.js';
import { questionnaireUrl, toQuestionnaire } from './questionnaire.js';

const PLAIN_JSON = 'application/json';
const RESOURCE = {
  type: 'object' as const,
  required: ['resourceType'],
  properties: { resourceType: { type: 'string' as const } },
  additionalProperties: true,
  externalDocs: { url: 'https://hl7.org/fhir/R4/questionnaire.html' },
};
const CONTENT = { [FHIR_JSON]: { schema: RESOURCE }, [PLAIN_JSON]: { schema: RESOURCE } };

@ApiTags('fhir')
@Controller('fhir/Questionnaire')
export class QuestionnaireController {
  constructor(private readonly instruments: InstrumentService) {}

  /** List every instrument as a FHIR R4 Questionnaire, in a searchset Bundle. */
  @Get()
  @Document()
  @ApiOperation({ operationId: 'questionnairesList' })
  @ApiOkResponse({ content: CONTENT, description: 'A FHIR R4 Bundle' })
  list(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Record<string, unknown> {
    const instruments = this.instruments.all();
    answerAsFhir(request, reply);
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total: instruments.length,
      link: [{ relation: 'self', url: '/fhir/Questionnaire' }],
      entry: instruments.map((instrument) => ({
        fullUrl: questionnaireUrl(instrument.id),
        resource: toQuestionnaire(instrument),
        search: { mode: 'match' },
      })),
    };
  }

  /**
   * Get one instrument as a FHIR R4 Questionnaire.
   *
   * A QuestionnaireResponse to it is accepted wherever answers are. If an instrument is filled in for one condition,
   * the response names the condition in the extension `urn:treatment-navigator:condition` with `valueCode`. An item
   * with several options has the option `none-of-these`, which says that none applies; an item without an answer is
   * unknown.
   *
   * A response to the LOINC panel of an instrument (`http://loinc.org/q/44249-1` is the PHQ-9), with LOINC's codes as
   * linkIds (`/44250-9`), is accepted too. A total in it must be that of the answers.
   */
  @Get(':id')
  @Document()
  @ApiOperation({ operationId: 'questionnairesGet' })
  @ApiOkResponse({ content: CONTENT, description: 'A FHIR R4 Questionnaire' })
  get(
    @CodeParam('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Record<string, unknown> {
    const questionnaire = toQuestionnaire(this.instruments.get(id));
    answerAsFhir(request, reply);
    return questionnaire;
  }
}

/** FHIR's own JSON type, unless the client prefers plain JSON; caches keep the two apart. */
function answerAsFhir({ headers }: FastifyRequest, reply: FastifyReply): void {
  const type = acceptedType(headers.accept, [FHIR_JSON, PLAIN_JSON]) ?? FHIR_JSON;
  void reply.header('vary', 'accept').type(`${type}; charset=utf-8`);
}
