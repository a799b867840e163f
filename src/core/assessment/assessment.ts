import type { Condition, Severity } from '../vocabulary/conditions.js';
import type { Medication } from '../vocabulary/medications.js';
import type { Inputs } from './expression.js';
import type { FamilyHelp } from './family-help.js';
import type { FoundCondition } from './found-conditions.js';
import type { Implication, InputDefinition } from './input-definition.js';
import type { Answers, Instrument } from './instrument.js';
import type { InterviewStep, Question } from './interview.js';
import type { InterviewProgress } from './interview-progress.js';
import type { LevelOfCareRules } from './level-of-care-rule.js';
import type { LevelOfCareRecommendation } from './recommend-level-of-care.js';
import type { NeedQuestion, NeedQuestionCode } from './need-questions.js';
import type { OpenFlag, RaisedFlag, RedFlag } from './red-flag.js';
import type { Respondent, Screen } from './screen-result.js';

/** The versioned data that an assessment uses. */
export interface AssessmentKnowledge {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly inputs: ReadonlyMap<string, InputDefinition>;
  readonly implications: readonly Implication[];
  readonly flags: readonly RedFlag[];
  readonly rules: LevelOfCareRules;
  readonly interview: readonly InterviewStep[];
}

/** What a client, or a family member, has stated. It is not stored. */
export interface ClientStatement {
  readonly role: 'self' | 'family';
  /** About the person of concern; for a family member, the loved one. */
  readonly respondent: Respondent;
  readonly responses: readonly {
    readonly instrument: Instrument;
    readonly condition?: Condition;
    readonly answers: Answers;
  }[];
  readonly totals: readonly {
    readonly instrument: Instrument;
    readonly scale: string;
    readonly value: number;
    readonly condition?: Condition;
  }[];
  /**
   * What the client would rather not answer. It stays unknown and is not asked again. An answer to the same item counts.
   */
  readonly skipped?: readonly SkippedItems[];
  /** What fields of the request say of the need; if absent, nothing. */
  readonly need?: {
    readonly given: ReadonlySet<NeedQuestionCode>;
    /** What the client would rather not say. */
    readonly skipped: ReadonlySet<NeedQuestionCode>;
    readonly cannotLeaveWork?: boolean;
  };
  /** A professional's judgement. */
  readonly conditions: readonly { readonly condition: Condition; readonly severity?: Severity }[];
  /** Answers by input name of the rules. */
  readonly risks: Inputs;
}

/** Items of an instrument, or all of them; for one condition, or for every one. */
export interface SkippedItems {
  readonly instrument: Instrument;
  readonly condition?: Condition;
  readonly items?: readonly string[];
}

export interface Assessment {
  /** What is known of the person of concern, as the rules of the level of care read it. */
  readonly inputs: Inputs;
  readonly screens: readonly Screen[];
  readonly conditions: readonly FoundCondition[];
  /** Most urgent first. */
  readonly raised: readonly RaisedFlag[];
  /** Flags that could still be raised, with their unanswered inputs. */
  readonly open: readonly OpenFlag[];
  readonly levelOfCare: LevelOfCareRecommendation;
  /** Age of the person of concern in years, if an answer gives it. */
  readonly age?: number;
  /** Methadone or buprenorphine that the person of concern takes, or is starting. */
  readonly opioidMedication?: Medication;
  readonly readiness: Readonly<Partial<Record<'importance' | 'confidence' | 'readiness', number>>>;
  /** For a family member. */
  readonly family: FamilyHelp | null;
  /** Inputs on which answers disagreed; the more cautious answer was used. */
  readonly contradictions: readonly string[];
  readonly next: Question | null;
  readonly helpful: readonly Question[];
  /** What a match needs and the request does not have yet; to be asked once `next` is null. */
  readonly needQuestions: readonly NeedQuestion[];
  readonly progress: InterviewProgress;
}
