import type { Expression } from '../assessment/expression.js';
import type { RuleVerification } from '../assessment/level-of-care-rule.js';
import type { Verification } from '../assessment/instrument.js';
import type { InEachLanguage } from '../vocabulary/languages.js';

/** The parts of a plan, in the order in which they are read. */
export const PLAN_PARTS = [
  'safety',
  'overdose',
  'engage',
  'not-ready',
  'family',
  'teen',
  'before',
  'call',
  'work',
  'consent',
  'first-week',
  'medication',
  'accompany',
  'contacts',
  'relapse-plan',
  'after-lapse',
  'after-release',
  'mutual-help',
  'check-ups',
  'never',
] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** Whom an item speaks to: the person who may get care, a family member, or the coach beside them. */
export const PLAN_READERS = ['person', 'family', 'coach'] as const;
export type PlanReader = (typeof PLAN_READERS)[number];

/**
 * The page for an item: `now` is the first, `later` is for after the first week, `rights` has work and consent, and
 * `coach` is never printed for the person or the family.
 */
export const PLAN_SHEETS = ['now', 'later', 'rights', 'coach'] as const;
export type PlanSheet = (typeof PLAN_SHEETS)[number];

/** How far a source supports an item. What was written from memory alone is not shipped. */
export const PLAN_SUPPORT = ['yes', 'part', 'convention'] as const satisfies readonly RuleVerification[];
export type PlanSupport = (typeof PLAN_SUPPORT)[number];

/** What an item rests on, and how far it was read. */
export interface PlanSource {
  readonly id: string;
  readonly says: string;
  readonly doi?: string;
  readonly url?: string;
  /** A document without an address. */
  readonly ref?: string;
  readonly level: Verification;
  /** What of it was read: `abstract`, `whole text`. */
  readonly read: string;
}

/** One thing that a plan may say. Versioned data. */
export interface PlanItem {
  readonly id: string;
  readonly part: PlanPart;
  /** Absent: always. An item is shown only where this is known to be true. */
  readonly when?: Expression;
  readonly for: readonly PlanReader[];
  readonly sheet: PlanSheet;
  /** A blank to fill in by hand is `____`. */
  readonly text: InEachLanguage;
  /** Of a contact: days after the plan starts. */
  readonly afterDays?: number;
  /** A handout that must not name the condition leaves it out. */
  readonly namesSubstance: boolean;
  /** An approach of the evidence registry that it belongs to. */
  readonly approach?: string;
  /** Ids of helplines. */
  readonly lines: readonly string[];
  readonly verified: PlanSupport;
  readonly sources: readonly PlanSource[];
  /** The person with clinical training who has signed it; absent: nobody yet. */
  readonly reviewedBy?: string;
}

/** What plans may say, and the rules that put one together. */
export interface PlanBook {
  /** In the order of the parts, and within a part in that of its file. */
  readonly items: readonly PlanItem[];
  /** A plan in an emergency has only these. */
  readonly emergency: PlanScope;
  /** Without a wish for the whole plan, one for a person who is not ready has only these. */
  readonly notReady: PlanScope;
  /** The parts that stand before the visit of a clinician; the others follow it. */
  readonly clinicianFirst: PlanScope;
}

/** When a rule applies, and what it leaves. */
export interface PlanScope {
  readonly when: Expression;
  readonly parts: readonly PlanPart[];
  /** Ids of items of other parts. */
  readonly items: readonly string[];
}
