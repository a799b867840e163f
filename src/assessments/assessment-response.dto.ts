import { ApiProperty, OmitType } from '@nestjs/swagger';
import type { Assessment } from '../core/assessment/assessment.js';
import type { FoundCondition } from '../core/assessment/found-conditions.js';
import type { FamilyHelp } from '../core/assessment/family-help.js';
import type { OpenFlag } from '../core/assessment/red-flag.js';
import { CONDITIONS, type Condition, SEVERITIES, type Severity } from '../core/vocabulary/conditions.js';
import type { InEachLanguage, Language } from '../core/vocabulary/languages.js';
import { AnswerLanguage, EnglishOnlyPlaces } from './english-only.js';
import { LevelOfCareReading, LevelOfCareResponse } from './level-of-care.dto.js';
import { NeedQuestionResponse, ProgressResponse } from './need-question.dto.js';
import { QuestionResponse } from './question.dto.js';
import { ScreenResultResponse } from './screen-result.dto.js';
import { SafetyMessageResponse } from './safety-message.dto.js';

/** A safety message that may still apply, and its unanswered inputs. Not asked never means no. */
export class NotAskedResponse {
  @ApiProperty({ example: 'SF-OD' })
  flag: string;

  @ApiProperty({ enum: ['self', 'loved_one'] })
  subject: 'self' | 'loved_one';

  @ApiProperty({ type: String, isArray: true, description: 'Names of inputs, as in `assessment.risks`' })
  inputs: string[];

  static of({ flag, subject, inputs }: OpenFlag): NotAskedResponse {
    return { flag: flag.id, subject, inputs: [...inputs] };
  }
}

/** A condition that answers point to, or that a professional judged. Never a diagnosis. */
export class FoundConditionResponse {
  @ApiProperty({ enum: CONDITIONS, enumName: 'Condition' })
  condition: Condition;

  @ApiProperty({ enum: SEVERITIES, required: false, description: 'Absent if no instrument graded it' })
  severity?: Severity;

  @ApiProperty({ enum: ['professional', 'screen', 'family-report'] })
  basis: FoundCondition['basis'];

  @ApiProperty({ type: String, isArray: true, description: 'Instruments that indicate it' })
  instruments: string[];

  /** Whether a match requires programs to treat it. */
  matched: boolean;

  static of({ condition, severity, basis, instruments, matched }: FoundCondition): FoundConditionResponse {
    return { condition, ...(severity ? { severity } : {}), basis, instruments: [...instruments], matched };
  }
}

/** What a family member can do; safety first. */
export class FamilyHelpResponse {
  @ApiProperty({
    enum: ['not-asked', 'safe', 'unsafe'],
    description: 'Nothing that invites or meets the loved one before this is safe',
  })
  violenceCheck: FamilyHelp['violenceCheck'];

  @ApiProperty({ type: Boolean, nullable: true })
  lovedOneRefuses: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Support in their own right is worth offering' })
  ownSupport: boolean | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Opioids are the worry and there is no naloxone at home',
  })
  naloxoneInformation: boolean | null;
}

export class RulerResults {
  importance?: number;
  confidence?: number;
  readiness?: number;
}

/** What the answers came to. Nothing here is a diagnosis. */
export class AssessmentResult {
  @ApiProperty({ type: () => FoundConditionResponse, isArray: true })
  conditions: FoundConditionResponse[];

  levelOfCare: LevelOfCareResponse;
  readiness: RulerResults;

  @ApiProperty({ type: () => ScreenResultResponse, isArray: true })
  screens: ScreenResultResponse[];

  @ApiProperty({ type: () => FamilyHelpResponse, nullable: true, description: 'For a family member' })
  family: FamilyHelpResponse | null;

  @ApiProperty({
    type: String,
    isArray: true,
    description: 'Inputs for which answers disagreed; the more cautious answer was used',
  })
  contradictions: string[];

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description:
      'In words: every input and topic that `levelOfCare.missing`, `levelOfCare.reasons[].inputs`, `contradictions` and ' +
      '`notAsked[].inputs` name',
    example: { 'wd.past_seizure': 'a seizure in an earlier withdrawal' },
  })
  words: Record<string, string>;

  static of(
    assessment: Assessment,
    disclaimer: string,
    words: ReadonlyMap<string, InEachLanguage>,
    language: Language,
  ): AssessmentResult {
    const { levelOfCare, open } = assessment;
    const named = [
      ...levelOfCare.missing,
      ...namedInReading(assessment),
      ...open.flatMap(({ inputs }) => inputs),
    ];
    return {
      conditions: assessment.conditions.map((one) => FoundConditionResponse.of(one)),
      levelOfCare: LevelOfCareResponse.of(assessment.levelOfCare, disclaimer, language),
      readiness: { ...assessment.readiness },
      screens: assessment.screens.map((one) => ScreenResultResponse.of(one, language)),
      family: assessment.family && { ...assessment.family },
      contradictions: [...assessment.contradictions],
      words: inWords(named, words, language),
    };
  }
}

/** What the answers came to, in a match. Nothing here is a diagnosis. */
export class AssessmentReading extends OmitType(AssessmentResult, ['levelOfCare', 'words'] as const) {
  levelOfCare: LevelOfCareReading;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description:
      'In words: every input that `levelOfCare.reasons[].inputs`, `contradictions` and `notAsked[].inputs` name',
    example: { 'wd.past_seizure': 'a seizure in an earlier withdrawal' },
  })
  words: Record<string, string>;

  /** @param notAsked as the answer has it, if it does */
  static of(
    assessment: Assessment,
    notAsked: readonly NotAskedResponse[],
    disclaimer: string,
    words: ReadonlyMap<string, InEachLanguage>,
    language: Language,
  ): AssessmentReading {
    const result = AssessmentResult.of(assessment, disclaimer, words, language);
    const { missing: _missing, ...levelOfCare } = result.levelOfCare;
    const named = [...namedInReading(assessment), ...notAsked.flatMap(({ inputs }) => inputs)];
    return { ...result, levelOfCare, words: inWords(named, words, language) };
  }
}

function namedInReading({ levelOfCare, contradictions }: Assessment): string[] {
  return [...levelOfCare.fired.flatMap(({ inputs }) => Object.keys(inputs)), ...contradictions];
}

function inWords(
  names: readonly string[],
  words: ReadonlyMap<string, InEachLanguage>,
  language: Language,
): Record<string, string> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, words.get(name)![language]]));
}

/** Versions of the tables that an assessment rests on. */
export class AssessmentVersions {
  @ApiProperty({ example: 'loc-rules 0.4' })
  rules: string;

  @ApiProperty({ example: '2026-11-24' })
  redFlags: string;
}

export class AssessmentAnswer {
  @ApiProperty({
    type: () => SafetyMessageResponse,
    isArray: true,
    description: 'To show before anything else, most urgent first',
  })
  safety: SafetyMessageResponse[];

  @ApiProperty({ type: () => NotAskedResponse, isArray: true })
  notAsked: NotAskedResponse[];

  assessment: AssessmentResult;

  @ApiProperty({
    type: () => QuestionResponse,
    nullable: true,
    description: '`null` once no further answer can change the result',
  })
  next: QuestionResponse | null;

  @ApiProperty({
    type: () => QuestionResponse,
    isArray: true,
    description: 'Does not change the level, but how options are offered',
  })
  helpful: QuestionResponse[];

  @ApiProperty({
    type: () => NeedQuestionResponse,
    isArray: true,
    description:
      'What a match needs and the request does not have yet, in the order to ask it once `next` is `null`. Empty once all of it is ' +
      'answered or skipped: then the same request is ready for a match.',
  })
  needQuestions: NeedQuestionResponse[];

  progress: ProgressResponse;

  versions: AssessmentVersions;
  note: string;

  @AnswerLanguage()
  language: Language;

  @EnglishOnlyPlaces('/assessment/screens/*/name')
  englishOnly: string[];
}
