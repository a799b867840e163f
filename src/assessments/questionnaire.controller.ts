import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CodeParam } from '../http/path-parameters.js';
import { InstrumentService } from './instrument.service.js';
import { FHIR_JSON, questionnaireUrl, toQuestionnaire } from './questionnaire.js';

const RESOURCE = { type: 'object', additionalProperties: true } as const;

@ApiTags('fhir')
@Controller('fhir/Questionnaire')
export class QuestionnaireController {
  constructor(private readonly instruments: InstrumentService) {}

  @Get()
  @Header('content-type', `${FHIR_JSON}; charset=utf-8`)
  @ApiOperation({
    summary: 'Every instrument as a FHIR R4 Questionnaire, in a searchset Bundle',
    operationId: 'questionnairesList',
  })
  @ApiOkResponse({ content: { [FHIR_JSON]: { schema: RESOURCE } }, description: 'A FHIR R4 Bundle' })
  list(): Record<string, unknown> {
    const instruments = this.instruments.all();
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total: instruments.length,
      entry: instruments.map((instrument) => ({
        fullUrl: questionnaireUrl(instrument.id),
        resource: toQuestionnaire(instrument),
        search: { mode: 'match' },
      })),
    };
  }

  @Get(':id')
  @Header('content-type', `${FHIR_JSON}; charset=utf-8`)
  @ApiOperation({ summary: 'One instrument as a FHIR R4 Questionnaire', operationId: 'questionnairesGet' })
  @ApiOkResponse({ content: { [FHIR_JSON]: { schema: RESOURCE } }, description: 'A FHIR R4 Questionnaire' })
  get(@CodeParam('id') id: string): Record<string, unknown> {
    return toQuestionnaire(this.instruments.get(id));
  }
}
