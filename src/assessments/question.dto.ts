import { ApiProperty } from '@nestjs/swagger';
import type { Question } from '../core/assessment/interview.js';
import { CONDITIONS, type Condition } from '../core/vocabulary/conditions.js';
import { type Language, LANGUAGES } from '../core/vocabulary/languages.js';
import { ItemResponse } from './item.dto.js';

/** What to ask next. Send the answers with everything answered so far: nothing is kept between calls. */
export class QuestionResponse {
  /** Its answers go into `assessment.responses`, or it goes into `assessment.skipped`. */
  @ApiProperty({ enum: ['instrument'] })
  kind: 'instrument';

  @ApiProperty({ example: 'audit-c' })
  instrument: string;
  version: string;
  name: string;

  @ApiProperty({
    description: 'For the person who answers, in the language of the answer',
    example: 'Your drinking',
  })
  title: string;

  @ApiProperty({
    enum: LANGUAGES,
    description:
      'Language of the stem, the items and their options. A published wording stays in English until a ' +
      'validated translation is available; the Spanish of our own questions is an unreviewed draft',
  })
  language: Language;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why it is asked in English in an answer in Spanish; else `null`',
  })
  languageNote: string | null;

  @ApiProperty({ enum: CONDITIONS, required: false, description: 'The condition to send with the answers' })
  condition?: Condition;

  @ApiProperty({ type: String, nullable: true })
  stem: string | null;

  @ApiProperty({ type: () => ItemResponse, isArray: true })
  items: ItemResponse[];
  why: string;

  @ApiProperty({ type: String, isArray: true, description: 'Safety messages and rules that it can decide' })
  decides: string[];

  static of(
    { instrument, condition, items, title, why, decides }: Question,
    language: Language,
  ): QuestionResponse {
    const isAskedInIt = language === 'en' || items.every(({ textEs }) => textEs !== undefined);
    const asked = isAskedInIt ? language : 'en';
    return {
      kind: 'instrument',
      instrument: instrument.id,
      version: instrument.version,
      name: instrument.name,
      title: title[language],
      language: asked,
      languageNote: asked === language ? null : instrument.spanish.why[language],
      ...(condition ? { condition } : {}),
      stem: instrument.stem ?? null,
      items: items.map((item) => ItemResponse.of(item, asked, condition)),
      why: why[language],
      decides: [...decides],
    };
  }
}
