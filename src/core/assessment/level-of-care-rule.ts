import type { InEachLanguage } from '../vocabulary/languages.js';
import { type LevelOfCare, LEVELS_OF_CARE, type Overlay } from '../vocabulary/levels-of-care.js';
import type { Expression } from './expression.js';

/** Levels from least to most intensive; `monitoring` is outside this order (loc-rules: note_monitoring). */
export type OrderedLevel = Exclude<LevelOfCare, 'monitoring'>;
export const LEVEL_ORDER: readonly OrderedLevel[] = LEVELS_OF_CARE.filter((level) => level !== 'monitoring');

export type LevelRange = readonly [OrderedLevel, OrderedLevel];

/** What a rule does once its condition is true. Lists have codes of our own, which are returned unchanged. */
export interface RuleEffect {
  /** No level from us. */
  readonly noLevel?: boolean;
  /** No level, and none that would probably fit. Floors, needs, holds and what is said stay: a stop takes nothing away. */
  readonly stop?: boolean;
  readonly clinicianRequired?: boolean;
  readonly floor?: OrderedLevel;
  /** A clinician chooses among them; counts as its lowest member. */
  readonly floorAny?: readonly OrderedLevel[];
  /** Level from severity; the highest of all rules applies. */
  readonly base?: OrderedLevel;
  readonly baseRange?: LevelRange;
  /** Lowers the minimum of the range to this level, never below a floor. */
  readonly rangeMin?: OrderedLevel;
  /** Raises the base by places in the order. */
  readonly step?: number;
  /** A change of approach may replace the step: both are shown. */
  readonly orChangeOfApproach?: boolean;
  /** Lowers the minimum of the range by places in the order, never below a floor nor below `op`. */
  readonly stepDown?: number;
  /** A level to talk about, never a floor. */
  readonly suggestMin?: OrderedLevel;
  readonly overlays?: readonly Overlay[];
  /** What care must cover. */
  readonly needs?: readonly string[];
  /** Approaches worth offering. */
  readonly offers?: readonly string[];
  /** Approaches that no rule offers while this one holds. */
  readonly withholdsOffers?: readonly string[];
  readonly prefers?: readonly string[];
  readonly excludes?: readonly string[];
  /** The only kinds of sessions that fit. */
  readonly hardFilter?: readonly string[];
  readonly neverAutomatic?: readonly OrderedLevel[];
  /** Inputs, or topics, to ask about. */
  readonly ask?: readonly string[];
  readonly missing?: readonly string[];
  readonly route?: 'craft-family';
  /** No list of programs before a clinician has decided. */
  readonly holdCardsUntil?: 'clinician-message';
  readonly sameDay?: string;
  readonly alternative?: {
    readonly level: OrderedLevel;
    readonly with: OrderedLevel;
    readonly if: InEachLanguage;
  };
  /** Always stated. */
  readonly says?: readonly InEachLanguage[];
  /** Stated only if the condition is true too. */
  readonly saysIf?: { readonly when: Expression; readonly says: InEachLanguage };
}

/** How far the source of a rule was seen; `convention` is our own choice. */
export const RULE_VERIFICATIONS = ['yes', 'part', 'no', 'convention'] as const;
export type RuleVerification = (typeof RULE_VERIFICATIONS)[number];

export interface LevelOfCareRule {
  readonly id: string;
  readonly stage: 0 | 1 | 2 | 3 | 4 | 5;
  readonly when: Expression;
  readonly effect: RuleEffect;
  readonly reason: InEachLanguage;
  readonly source: string;
  readonly verified: RuleVerification;
  /** The person with clinical training who has signed it; absent: nobody yet. */
  readonly reviewedBy?: string;
}

/** The whole table, ours (`loc-rules`), versioned; never called an ASAM assessment. */
export interface LevelOfCareRules {
  readonly version: string;
  readonly disclaimer: InEachLanguage;
  readonly rules: readonly LevelOfCareRule[];
}
