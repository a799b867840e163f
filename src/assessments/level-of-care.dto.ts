import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  LEVEL_ORDER,
  type OrderedLevel,
  RULE_VERIFICATIONS,
  type RuleVerification,
} from '../core/assessment/level-of-care-rule.js';
import type { FiredRule, LevelOfCareRecommendation } from '../core/assessment/recommend-level-of-care.js';
import type { Language } from '../core/vocabulary/languages.js';
import { OVERLAYS, type Overlay } from '../core/vocabulary/levels-of-care.js';
import { ASSESSMENT_SENTENCES } from './assessment-sentences.js';
import { REVIEWED_BY } from './safety-message.dto.js';

const LEVELS = { enum: LEVEL_ORDER, isArray: true, nullable: true } as const;

/** One rule that fired, on which answers, on whose word. */
export class RuleReasonResponse {
  @ApiProperty({ example: 'W2' })
  rule: string;
  stage: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Its effect: a level, a floor, a step …',
    example: 'floor op-med',
  })
  effect: string | null;
  reason: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'boolean' }, { type: 'number' }, { type: 'string' }] },
    description: 'The known inputs that it used',
  })
  inputs: Record<string, boolean | number | string>;
  source: string;

  @ApiProperty({ enum: RULE_VERIFICATIONS, description: '`convention`: our own choice; `no`: from memory' })
  verified: RuleVerification;

  @ApiProperty({ type: String, nullable: true, description: REVIEWED_BY })
  reviewedBy: string | null;

  static of({ rule, inputs }: FiredRule, language: Language): RuleReasonResponse {
    const { id, stage, reason, source, verified, reviewedBy = null } = rule;
    return {
      rule: id,
      stage,
      effect: effectOf(rule, language),
      reason: reason[language],
      inputs: { ...inputs },
      source,
      verified,
      reviewedBy,
    };
  }
}

export class AlternativeLevel {
  @ApiProperty({ enum: LEVEL_ORDER })
  level: OrderedLevel;

  @ApiProperty({ enum: LEVEL_ORDER })
  with: OrderedLevel;
  if: string;
}

/** Why no level comes from us. */
export class RefusedLevel {
  rule: string;
  reason: string;
}

/** A provisional level of care by rules of our own; a clinician confirms it. */
export class LevelOfCareResponse {
  @ApiProperty({
    ...LEVELS,
    description: 'From least to most intensive; `null` if we determine no level',
  })
  level: OrderedLevel[] | null;

  @ApiProperty({
    ...LEVELS,
    description: 'For a person who is not present: what would probably fit when they are ready',
  })
  wouldProbablyFit: OrderedLevel[] | null;

  @ApiProperty({ type: () => RefusedLevel, isArray: true })
  refusals: RefusedLevel[];

  @ApiProperty({
    type: String,
    isArray: true,
    description: 'Every floor that fired; `res-med|hosp` leaves the choice to a clinician',
  })
  floors: string[];

  @ApiProperty({ enum: [...LEVEL_ORDER, null], type: String, nullable: true })
  suggestedMinimum: OrderedLevel | null;

  @ApiProperty({ enum: OVERLAYS, isArray: true })
  overlays: Overlay[];

  @ApiProperty({ type: String, isArray: true, description: 'What care must cover' })
  needs: string[];

  @ApiProperty({ type: String, isArray: true, description: 'Worth offering' })
  offers: string[];

  @ApiProperty({ type: String, isArray: true })
  prefers: string[];

  @ApiProperty({ type: String, isArray: true })
  excludes: string[];

  @ApiProperty({ type: String, isArray: true, description: 'The only sessions that fit; any of these' })
  hardFilter: string[];

  @ApiProperty({ enum: LEVEL_ORDER, isArray: true, description: 'Never without a further reason' })
  neverAutomatic: OrderedLevel[];

  @ApiProperty({ type: () => AlternativeLevel, isArray: true })
  alternatives: AlternativeLevel[];

  /** A step up and a change of approach are both worth showing. */
  showBoth: boolean;

  clinicianRequired: boolean;

  @ApiProperty({ enum: ['low', 'medium'], description: 'Never high' })
  confidence: 'low' | 'medium';

  @ApiProperty({ enum: ['craft-family', null], type: String, nullable: true })
  route: 'craft-family' | null;

  @ApiProperty({ type: String, isArray: true })
  says: string[];

  @ApiProperty({ type: () => RuleReasonResponse, isArray: true })
  reasons: RuleReasonResponse[];

  @ApiProperty({ type: String, isArray: true, description: 'Inputs and topics that can still change it' })
  missing: string[];

  @ApiProperty({ example: 'loc-rules 0.4' })
  rulesVersion: string;
  disclaimer: string;

  static of(from: LevelOfCareRecommendation, disclaimer: string, language: Language): LevelOfCareResponse {
    return {
      level: from.level && [...from.level],
      wouldProbablyFit: from.wouldProbablyFit && [...from.wouldProbablyFit],
      refusals: from.refusals.map(({ id, reason }) => ({ rule: id, reason: reason[language] })),
      floors: [...new Set(from.floors.map((members) => members.join('|')))],
      suggestedMinimum: from.suggestedMinimum,
      overlays: [...from.overlays],
      needs: [...from.needs],
      offers: [...from.offers],
      prefers: [...from.prefers],
      excludes: [...from.excludes],
      hardFilter: [...from.hardFilter],
      neverAutomatic: [...from.neverAutomatic],
      alternatives: from.alternatives.map((one) => ({ ...one, if: one.if[language] })),
      showBoth: from.showBoth,
      clinicianRequired: from.clinicianRequired,
      confidence: from.confidence,
      route: from.route,
      says: from.says.map((said) => said[language]),
      reasons: from.fired.map((fired) => RuleReasonResponse.of(fired, language)),
      missing: [...from.missing],
      rulesVersion: from.version,
      disclaimer,
    };
  }
}

/** The same in a match. What can still change it is at `/v1/assessments`, which takes the body of a match. */
export class LevelOfCareReading extends OmitType(LevelOfCareResponse, ['missing'] as const) {}

/** `floor op-med`, `base iop`, `one step up`: what a rule did, in short. */
function effectOf({ effect }: FiredRule['rule'], language: Language): string | null {
  const words = ASSESSMENT_SENTENCES[language];
  const parts = [
    effect.noLevel && (effect.stop ? words.noLevelStop : words.noLevel),
    effect.floor && words.floor(effect.floor),
    effect.floorAny && words.floor(effect.floorAny.join('|')),
    effect.base && words.base(effect.base),
    effect.baseRange && words.baseRange(...effect.baseRange),
    effect.rangeMin && words.rangeMin(effect.rangeMin),
    effect.step && (effect.orChangeOfApproach ? words.stepOrChange : words.step)(effect.step),
    effect.stepDown && words.stepDown(effect.stepDown),
    effect.suggestMin && words.suggestMin(effect.suggestMin),
    effect.overlays && words.overlays(effect.overlays.join(', ')),
    effect.needs && words.needs(effect.needs.join(', ')),
    effect.clinicianRequired && words.clinicianDecides,
  ].filter((part): part is string => typeof part === 'string');
  return parts.length > 0 ? parts.join('; ') : null;
}
