import { Document } from '../http/answers/answer-kinds.js';
import { Controller, Get, Header, Headers } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { VOCABULARY_NAMES, vocabularyOf } from '../core/language/words/vocabularies.js';
import { preferredLanguage } from '../http/pipeline/language.js';
import { CodeWord } from './vocabulary.dto.js';

@ApiTags('programs')
@Controller('v1/vocabularies')
export class VocabularyController {
  /**
   * List every code that requests and answers use, with its words.
   *
   * Each code has a `label` as people write it, a `short` one for a bar, and a `description` of one sentence, in English, or in
   * Spanish by `Accept-Language`. Codes of approaches are in `GET /v1/approaches`.
   */
  @Get()
  @Document()
  // A cache that stored it in one language must not return it for another.
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'vocabulariesList' })
  @ApiExtraModels(CodeWord)
  @ApiOkResponse({
    schema: {
      type: 'object',
      additionalProperties: { type: 'array', items: { $ref: getSchemaPath(CodeWord) } },
    },
  })
  list(@Headers('accept-language') accepted?: string): Record<string, CodeWord[]> {
    const language = preferredLanguage(accepted);
    return Object.fromEntries(VOCABULARY_NAMES.map((name) => [name, vocabularyOf(name, language)]));
  }
}
