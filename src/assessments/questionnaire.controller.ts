import { Document } from '../http/answers/answer-kinds.js';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerAsFhir, fhirContent, IGNORES_UNKNOWN } from '../http/fhir/fhir-answer.js';
import { FhirView } from '../http/fhir/fhir-search.dto.js';
import { answerSearch, type FoundResources } from '../http/fhir/searchset.js';
import { Cursors } from '../http/pages/cursors.js';
import { CodeParam } from '../http/validation/path-parameters.js';
import { InstrumentService } from './instrument.service.js';
import { toQuestionnaire } from './questionnaire.js';
import { isFound, pageOfList, QuestionnaireSearch } from './questionnaire-search.dto.js';

@ApiTags('fhir')
@Controller('fhir/Questionnaire')
export class QuestionnaireController {
  constructor(
    private readonly instruments: InstrumentService,
    private readonly cursors: Cursors,
  ) {}

  /** List every instrument as a FHIR R4 Questionnaire, in a searchset Bundle. */
  @Get()
  @ApiExtension(IGNORES_UNKNOWN, true)
  @ApiOperation({ operationId: 'questionnairesList' })
  @ApiOkResponse({ content: fhirContent('Bundle'), description: 'A FHIR R4 Bundle' })
  list(
    @Query() search: QuestionnaireSearch,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return answerSearch(
      {
        type: 'Questionnaire',
        searchClass: QuestionnaireSearch,
        search,
        given: request.query as object,
        find: (asked) => this.find(asked),
      },
      request,
      reply,
    );
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
  @ApiOkResponse({ content: fhirContent('Questionnaire'), description: 'A FHIR R4 Questionnaire' })
  get(
    @CodeParam('id') id: string,
    @Query() _view: FhirView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Record<string, unknown> {
    const questionnaire = toQuestionnaire(this.instruments.get(id));
    answerAsFhir(request, reply);
    return questionnaire;
  }

  private async find(search: QuestionnaireSearch): Promise<FoundResources> {
    const matches = this.instruments
      .all()
      .map(toQuestionnaire)
      .filter((one) => isFound(one, search));
    const { page, next } = pageOfList(matches, search, await this.cursors.codec());
    return { total: matches.length, matches: page, ...(next === undefined ? {} : { next }) };
  }
}
