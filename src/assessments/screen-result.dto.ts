import { ApiProperty } from '@nestjs/swagger';
import type { Screen, ScaleResult, ScreenResult } from '../core/assessment/screen-result.js';
import type { Instrument } from '../core/assessment/instrument.js';
import { CONDITIONS, type Condition } from '../core/vocabulary/conditions.js';
import type { Language } from '../core/vocabulary/languages.js';
import { Code } from '../http/validation/codes.decorators.js';
import { NestedObject } from '../http/validation/nested.decorators.js';
import { NumberWithin, Text } from '../http/validation/value.decorators.js';
import { ASSESSMENT_SENTENCES } from './assessment-sentences.js';
import { FhirResource, ItemAnswers } from './answer-fields.decorators.js';
import {
  AnswerLanguage,
  englishOnly,
  EnglishOnlyPlaces,
  SAFETY_ENGLISH_ONLY,
  SCREEN_ENGLISH_ONLY,
} from './english-only.js';
import { SafetyMessageResponse } from './safety-message.dto.js';
import { BandResponse, CutOffResponse } from './instrument.dto.js';

/** One total, with the cut-off it was read by. */
export class ScaleResultResponse {
  code: string;
  label: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: '`null` while an item is missing; never imputed',
  })
  value: number | null;
  min: number;
  max: number;

  @ApiProperty({ type: String, isArray: true, description: 'Items not yet answered' })
  missing: string[];

  @ApiProperty({ type: () => BandResponse, nullable: true })
  band: BandResponse | null;

  @ApiProperty({ type: () => CutOffResponse, nullable: true, description: 'The cut-off that was used' })
  cutOff: CutOffResponse | null;

  @ApiProperty({ type: Boolean, nullable: true })
  positive: boolean | null;

  @ApiProperty({ enum: [...CONDITIONS, null], type: String, nullable: true })
  condition: Condition | null;

  @ApiProperty({ type: String, nullable: true, description: 'The result in words; never a diagnosis' })
  says: string | null;

  static of(result: ScaleResult, instrument: Instrument, language: Language): ScaleResultResponse {
    const { code, label, value, min, max, missing, band, cutOff, positive, condition } = result;
    return {
      code,
      label,
      value,
      min,
      max,
      missing: [...missing],
      band: band ? BandResponse.of(band) : null,
      cutOff: cutOff ? { ...cutOff } : null,
      positive,
      condition: condition ?? null,
      says: saidOf(result, instrument, language),
    };
  }
}

/** What one instrument came to. A screen is not a diagnosis. */
export class ScreenResultResponse {
  @ApiProperty({ example: 'audit-c' })
  instrument: string;
  version: string;
  name: string;

  @ApiProperty({ enum: [...CONDITIONS, null], type: String, nullable: true })
  condition: Condition | null;

  @ApiProperty({ enum: ['self', 'loved_one'], description: 'Whom it speaks of' })
  subject: 'self' | 'loved_one';

  @ApiProperty({ enum: ['answers', 'total'] })
  enteredAs: 'answers' | 'total';

  @ApiProperty({ enum: ['complete', 'incomplete', 'unscored'] })
  status: ScreenResult['status'];

  @ApiProperty({ type: () => ScaleResultResponse, isArray: true })
  scales: ScaleResultResponse[];

  @ApiProperty({ type: String, isArray: true })
  missing: string[];

  note: string;

  static of(screen: ScreenResult | Screen, language: Language): ScreenResultResponse {
    const { instrument, condition, enteredAs, status, scales, missing, notForMinors } = screen;
    const words = ASSESSMENT_SENTENCES[language];
    return {
      instrument: instrument.id,
      version: instrument.version,
      name: instrument.name,
      condition: condition ?? null,
      subject: 'subject' in screen ? screen.subject : 'self',
      enteredAs,
      status,
      scales: scales.map((scale) => ScaleResultResponse.of(scale, instrument, language)),
      missing: [...missing],
      note: notForMinors ? `${words.notForMinors} ${words.notADiagnosis}` : words.notADiagnosis,
    };
  }
}

/** What answers to one instrument came to, after the safety messages that they call for. */
export class ScoredInstrumentResponse extends ScreenResultResponse {
  @ApiProperty({
    type: () => SafetyMessageResponse,
    isArray: true,
    description: 'To show before anything else',
  })
  safety: SafetyMessageResponse[];

  @AnswerLanguage()
  language: Language;

  @EnglishOnlyPlaces('/scales/*/label')
  englishOnly: string[];

  static ofScored(
    screen: Screen,
    safety: SafetyMessageResponse[],
    language: Language,
  ): ScoredInstrumentResponse {
    return {
      safety,
      ...ScreenResultResponse.of(screen, language),
      language,
      englishOnly: englishOnly([...SAFETY_ENGLISH_ONLY, ...SCREEN_ENGLISH_ONLY], language),
    };
  }
}

/** In the words that instruments.md allows: a range, never "you have". */
function saidOf({ band, positive }: ScaleResult, { id }: Instrument, language: Language): string | null {
  const words = ASSESSMENT_SENTENCES[language];
  if (band && id === 'dsm5-sud-checklist')
    return band.severity ? words.disorderRange(band.severity) : words.belowDisorder;
  if (!band) return positive === null ? null : positive ? words.positive : words.negative;
  const say = positive === null ? words.inBand : positive ? words.inBandPositive : words.inBandNegative;
  return say(band.label);
}

/** Whose answers they are, as far as cut-offs depend on it. */
export class RespondentRequest {
  /** Years. */
  @NumberWithin({ min: 0, max: 120, integer: true, optional: true })
  age?: number;

  /** Used only for cut-offs; if unknown, the lower one applies. */
  @Code(['female', 'male'], { optional: true })
  sexAtBirth?: 'female' | 'male';
}

/** Answers to one instrument, or its total. Nothing of it is stored. */
export class ScoreInstrumentRequest {
  @ItemAnswers({ optional: true, example: { audit1: 4, audit2: 3, audit3: 4 } })
  answers?: Record<string, unknown>;

  /** A FHIR R4 QuestionnaireResponse to this instrument, instead of answers. */
  @FhirResource({ optional: true })
  response?: Record<string, unknown>;

  /** Instead of answers. */
  @NumberWithin({ min: 0, max: 100_000, integer: true, optional: true })
  total?: number;

  /** Which total, if there are several. */
  @Text({ max: 60, optional: true })
  scale?: string;

  @Code(CONDITIONS, { optional: true, name: 'Condition' })
  condition?: Condition;

  @NestedObject(() => RespondentRequest, { optional: true })
  client?: RespondentRequest;
}
