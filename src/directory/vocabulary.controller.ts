import { Controller, Get, Header, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CARE_NEEDS,
  CONSTRAINT_CODES,
  CRITERION_CODES,
  HISTORY_OUTCOMES,
  STRICTNESSES,
} from '../core/matching/codes.js';
import { label } from '../core/language/labels.js';
import { CONDITIONS, SEVERITIES } from '../core/vocabulary/conditions.js';
import { LEVELS_OF_CARE, OVERLAYS } from '../core/vocabulary/levels-of-care.js';
import { MEDICATIONS } from '../core/vocabulary/medications.js';
import { PAYERS, PRICE_PERIODS } from '../core/vocabulary/payment.js';
import { ACCESSIBILITY, CLIENT_GENDERS, MILITARY_SERVICES, POPULATIONS } from '../core/vocabulary/people.js';
import { STATES } from '../core/vocabulary/places.js';
import {
  ACCREDITATIONS,
  GOALS,
  LICENSES,
  MODALITIES,
  SERVICES,
  WISHES,
} from '../core/vocabulary/services.js';
import { SPOKEN_LANGUAGES } from '../core/vocabulary/spoken-languages.js';
import { languageName } from '../core/language/words/spoken-languages.js';
import type { Language } from '../core/vocabulary/languages.js';
import { preferredLanguage } from '../http/pipeline/language.js';

const VOCABULARIES = {
  condition: CONDITIONS,
  severity: SEVERITIES,
  levelOfCare: LEVELS_OF_CARE,
  overlay: OVERLAYS,
  careNeed: CARE_NEEDS,
  payer: PAYERS,
  pricePeriod: PRICE_PERIODS,
  medication: MEDICATIONS,
  modality: MODALITIES,
  population: POPULATIONS,
  gender: CLIENT_GENDERS,
  militaryService: MILITARY_SERVICES,
  accessibility: ACCESSIBILITY,
  service: SERVICES,
  wish: WISHES,
  goal: GOALS,
  accreditation: ACCREDITATIONS,
  license: LICENSES,
  language: SPOKEN_LANGUAGES,
  state: STATES,
  constraint: CONSTRAINT_CODES,
  strictness: STRICTNESSES,
  criterion: CRITERION_CODES,
  historyOutcome: HISTORY_OUTCOMES,
} as const;

@ApiTags('programs')
@Controller('v1/vocabularies')
export class VocabularyController {
  /**
   * List every code that requests and answers use, with its label.
   *
   * Labels are in English, or in Spanish by `Accept-Language`.
   */
  @Get()
  // A cache that stored it in one language must not return it for another.
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'vocabulariesList' })
  @ApiOkResponse({
    schema: {
      type: 'object',
      additionalProperties: {
        type: 'array',
        items: {
          type: 'object',
          required: ['code', 'label'],
          properties: { code: { type: 'string' }, label: { type: 'string' } },
        },
      },
    },
  })
  list(@Headers('accept-language') accepted?: string): Record<string, { code: string; label: string }[]> {
    const language = preferredLanguage(accepted);
    return Object.fromEntries(
      Object.entries(VOCABULARIES).map(([name, codes]) => [
        name,
        codes.map((code) => ({ code, label: wordFor(name, code, language) })),
      ]),
    );
  }
}

function wordFor(vocabulary: string, code: string, language: Language): string {
  if (vocabulary === 'language') return languageName(code, language);
  return vocabulary === 'state' ? code : label(code, language);
}
