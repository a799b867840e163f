import { ApiProperty } from '@nestjs/swagger';
import { type About, ABOUTS } from '../core/assessment/instrument.js';
import {
  aboutOf,
  fieldOf,
  NEED_ANSWERS,
  NEED_QUESTIONS,
  type NeedAnswer,
  type NeedQuestion,
  type NeedQuestionCode,
} from '../core/assessment/need-questions.js';
import { label } from '../core/language/labels.js';
import { languageName } from '../core/language/words/spoken-languages.js';
import { capital } from '../core/language/sentence-template.js';
import type { Language } from '../core/vocabulary/languages.js';
import { type NeedSentences, NEED_SENTENCES_EN, type NeedWords } from './need-sentences.en.js';
import { NEED_SENTENCES_ES } from './need-sentences.es.js';

const NEED_SENTENCES: Readonly<Record<Language, NeedSentences>> = {
  en: NEED_SENTENCES_EN,
  es: NEED_SENTENCES_ES,
};

export class NeedOptionResponse {
  /** What the field takes for this option. */
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'boolean' }] })
  value: string | boolean;
  label: string;
}

/** What a match needs and the request does not have yet. Its answer goes into the field that it names, in the same request. */
export class NeedQuestionResponse {
  @ApiProperty({ enum: ['need'] })
  kind: 'need';

  @ApiProperty({
    enum: NEED_QUESTIONS,
    enumName: 'NeedQuestion',
    description: 'To skip it: `"skipped": [{ "need": … }]`',
  })
  id: NeedQuestionCode;

  @ApiProperty({
    example: 'constraints.payers',
    description:
      'The field of the request that takes the answer, names joined by dots; that of a match has the same',
  })
  field: string;

  @ApiProperty({ enum: ABOUTS })
  about: About;

  title: string;
  text: string;
  why: string;

  @ApiProperty({
    enum: NEED_ANSWERS,
    description:
      'What the field takes. `postal-code`: a ZIP code (instead of it, `constraints.near` takes coordinates); `choice`: ' +
      'the value of one option; `choices`: a list of values; `work-hours`: a list of `{ "days", "from", "to" }`, the days ' +
      'being the options and the times as 17:30, and 24:00 for an end at midnight; `outcomes`: a list of ' +
      '`{ "outcome" }`, each the value of an option',
  })
  answer: NeedAnswer;

  @ApiProperty({ type: () => NeedOptionResponse, isArray: true })
  options: NeedOptionResponse[];

  @ApiProperty({ type: Number, nullable: true, description: 'The smallest number; of a list, the fewest' })
  min: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'The largest number; of a list, the most' })
  max: number | null;

  @ApiProperty({ enum: ['km', 'years', null], type: String, nullable: true })
  unit: 'km' | 'years' | null;

  static of(question: NeedQuestion, role: 'self' | 'family', language: Language): NeedQuestionResponse {
    const { code, answer, options = [], min, max, unit } = question;
    const words: NeedWords = NEED_SENTENCES[language][code];
    const about = aboutOf(question, role);
    return {
      kind: 'need',
      id: code,
      field: fieldOf(question, role),
      about,
      title: words.title,
      text: about === 'loved_one' ? (words.aboutLovedOne ?? words.text) : words.text,
      why: words.why,
      answer,
      options: options.map((value) => ({
        value,
        label: words.options?.[String(value)] ?? capital(wordFor(code, String(value), language)),
      })),
      min: min ?? null,
      max: max ?? null,
      unit: unit ?? null,
    };
  }
}

/** The word for a value; a language is not a code of ours. */
function wordFor(question: NeedQuestion['code'], value: string, language: Language): string {
  return question === 'languages' ? languageName(value, language) : label(value, language);
}

/** How far the interview has come, in single questions. */
export class ProgressResponse {
  /** Answered, or skipped. */
  answered: number;

  /** Those, and all that may still be asked; it gets closer with every answer. */
  atMost: number;
}
