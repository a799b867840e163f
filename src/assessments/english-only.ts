import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type Language, LANGUAGES } from '../core/vocabulary/languages.js';

/** Places of an answer whose texts stay in English, as JSON pointers; `*` is any index of a list. */
export type EnglishOnly = readonly string[];

/** Names, sources, and the wordings of published instruments, which only a validated translation may replace. */
export const SCREEN_ENGLISH_ONLY: EnglishOnly = [
  '/name',
  '/scales/*/label',
  '/scales/*/band/label',
  '/scales/*/cutOff/meaning',
  '/scales/*/cutOff/source',
];

/** In a safety message: the note about its source, and a line about itself. */
export const SAFETY_ENGLISH_ONLY: EnglishOnly = [
  '/safety/*/source',
  '/safety/*/lines/*/name',
  '/safety/*/lines/*/otherLanguages',
];

/** In a result as a match has it. `prefers` are codes, some of which are English words. */
export const READING_ENGLISH_ONLY: EnglishOnly = [
  ...SCREEN_ENGLISH_ONLY.map((pointer) => `/assessment/screens/*${pointer}`),
  '/assessment/levelOfCare/prefers',
  '/assessment/levelOfCare/reasons/*/source',
];

/** In a result. `missing` are codes, too. */
export const RESULT_ENGLISH_ONLY: EnglishOnly = [...READING_ENGLISH_ONLY, '/assessment/levelOfCare/missing'];

/** What stays in English in an answer in a language: nothing in an English answer. */
export function englishOnly(pointers: EnglishOnly, language: Language): string[] {
  return language === 'en' ? [] : [...pointers];
}

/** The language of the sentences in an answer. */
export const AnswerLanguage = () =>
  ApiProperty({ enum: LANGUAGES, description: 'Language of the sentences, from `Accept-Language`' });

/** The places of an answer that stay in English. */
export const EnglishOnlyPlaces = (example: string) =>
  applyDecorators(
    ApiProperty({
      type: String,
      isArray: true,
      example: [example],
      description:
        'Texts that are available in English only, as JSON pointers; each includes everything below it, and `*` ' +
        'stands for any index. Empty in an English response. A name that has no Spanish form stands in quotation ' +
        'marks within a sentence',
    }),
  );
