import type { Condition, Severity } from '../vocabulary/conditions.js';
import type { InEachLanguage } from '../vocabulary/languages.js';

/** How far a fact was checked; a fact from memory is shown as such. */
export const VERIFICATIONS = ['verified', 'verified-secondary', 'from-memory', 'convention'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** One answer: the value of an option, a whole number, the codes of ticked options, or free text. */
export type Answer = number | string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** What an answer says about an input of the safety and level-of-care rules. */
export type InputValue = boolean | number | string;

/** One option of a question. `value` is the value of the answer: the score, or a code if nothing is scored. */
export interface Option {
  readonly value: number | string;
  readonly label: string;
  /**
   * Spanish: our own draft for our own texts, or a validated translation; never our translation of a published wording.
   */
  readonly labelEs?: string;
  /** LOINC answer code, where verified. */
  readonly loinc?: string;
  /** Points; absent if the option does not count. */
  readonly score?: number;
  /** Inputs of the rules that this option sets. In `choices`, options that are not ticked set `unticked`. */
  readonly sets?: Readonly<Record<string, InputValue>>;
  readonly unticked?: Readonly<Record<string, InputValue>>;
  /** More inputs that it sets if the instrument is filled in for this condition. */
  readonly setsFor?: Readonly<Partial<Record<Condition, Readonly<Record<string, InputValue>>>>>;
  /** Items that no longer count once this option is chosen. */
  readonly drops?: readonly string[];
}

/**
 * `choice`: one option; `choices`: any number of options, including none; `integer`: a whole number; `text`: free text.
 */
export const ITEM_KINDS = ['choice', 'choices', 'integer', 'text'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One of these answers to an item. */
export interface Gate {
  readonly item: string;
  readonly is: readonly (number | string)[];
}

/** Options that are shown together, under a title. */
export interface OptionGroup {
  readonly title: InEachLanguage;
  /** Values of the options. */
  readonly options: readonly (number | string)[];
}

/**
 * Whom an item is about. `answerer`: the person who answers; `loved_one`: the person that a family member worries about;
 * `anyone`: the person who answers, or somebody who is with them.
 */
export const ABOUTS = ['answerer', 'loved_one', 'anyone'] as const;
export type About = (typeof ABOUTS)[number];

export interface Item {
  readonly id: string;
  readonly text: string;
  /** As `labelEs`. */
  readonly textEs?: string;
  /** In an instrument that is filled in for one condition: the question as it is asked for that one. */
  readonly textFor?: Readonly<Partial<Record<Condition, InEachLanguage>>>;
  readonly kind: ItemKind;
  /** What the question asks, in short, for who reads the result; in English. */
  readonly criterion?: string;
  /** For `choice` and `choices`. */
  readonly options?: readonly Option[];
  /** Where there are many options; each is in one group. */
  readonly groups?: readonly OptionGroup[];
  /** If absent, the person who answers. */
  readonly about?: About;
  /** For `integer`. */
  readonly min?: number;
  readonly max?: number;
  /** May stay unanswered without leaving a scale incomplete. */
  readonly optional?: boolean;
  /** Asked only of people whose sex at birth is male, or of everyone else (including not stated). */
  readonly askOf?: 'male' | 'others';
  /** Asked only after one of these answers to earlier items; otherwise it does not count and is not missing. */
  readonly after?: readonly Gate[];
  /** An answer counts even if `after` made the question needless: on paper, people fill in the whole form. */
  readonly countsAnyway?: boolean;
  /** The input of the rules that has the number of the answer. */
  readonly input?: string;
  readonly loinc?: { readonly code: string; readonly status: Verification };
  /** Safety messages that an answer triggers, in words. */
  readonly safety?: string;
  /** How far the wording was checked, if it is not beyond doubt. */
  readonly wording?: string;
}

/** A range of totals with its name; `severity` if our rules derive one from it (levels-of-care.md §4, stage 3). */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly code: string;
  readonly label: string;
  readonly severity?: Severity;
}

/** A published limit: the screen is positive at or above this total. */
export interface CutOff {
  readonly atLeast: number;
  /** Sex at birth it was published for; `unknown` is our convention for people who did not say. */
  readonly for: 'female' | 'male' | 'unknown' | 'any';
  readonly meaning: string;
  readonly source: string;
  readonly status: Verification;
  /** Whether this cut-off decides if the screen is positive; the others are for information. */
  readonly decides: boolean;
}

/** One total that an instrument yields: over all its items, or for one class of substances. */
export interface Scale {
  readonly code: string;
  readonly label: string;
  /** Items that are added up; empty if only the total is entered. */
  readonly items: readonly string[];
  readonly min: number;
  readonly max: number;
  /** Together they cover every total exactly once; empty if none were published. */
  readonly bands: readonly Band[];
  readonly bandsSource?: { readonly source: string; readonly status: Verification };
  readonly cutOffs: readonly CutOff[];
  /** The condition this total is about, if it is always the same. */
  readonly condition?: Condition;
  /** The input of the rules that has the total. */
  readonly input?: string;
  /** Indicates severity (DSM-5 count, AUDIT, DAST-10, TAPS-2); otherwise a positive total is only a short screen. */
  readonly gradesSeverity?: boolean;
  readonly loinc?: { readonly code: string; readonly status: Verification };
}

export interface InstrumentCitation {
  readonly text: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly status: string;
}

/**
 * `own-draft`: our own words, with a Spanish draft of ours; `english-only`: a published wording without a Spanish form that
 * we could check; `no-items`: only the total is entered.
 */
export const SPANISH_STATUSES = ['own-draft', 'english-only', 'no-items'] as const;
export type SpanishStatus = (typeof SPANISH_STATUSES)[number];

/** What an instrument is about; only `substance-use` indicates the severity of use. */
export const INSTRUMENT_DOMAINS = ['substance-use', 'mental-health', 'readiness', 'family', 'risks'] as const;
export type InstrumentDomain = (typeof INSTRUMENT_DOMAINS)[number];

/**
 * A questionnaire as versioned data. A screen is not a diagnosis: a result is always shown with the cut-off, its source
 * and the note that a clinician confirms (clinical/instruments.md, rules for every instrument).
 */
export interface Instrument {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** For the person who answers: plain, without the name of a form. */
  readonly title: InEachLanguage;
  /** Whether it may be asked in Spanish, and why not. */
  readonly spanish: { readonly status: SpanishStatus; readonly why: InEachLanguage };
  readonly measures: string;
  readonly domain: InstrumentDomain;
  /** `screen`: scored; `conversation-guide`: no score, its answers inform the rules. */
  readonly kind: 'screen' | 'conversation-guide';
  /** `total-only`: the items may not be shipped; a total that was calculated elsewhere is entered. */
  readonly entry: 'answers' | 'total-only';
  /** Who answers: the person, or a family member about themselves. */
  readonly respondents: readonly ('person' | 'family')[];
  readonly population: string;
  /** Cut-offs and bands apply to adults only. */
  readonly adultsOnly: boolean;
  /** Filled in for one named condition; the response must say which. */
  readonly perCondition: boolean;
  readonly minutes: number;
  readonly stem?: string;
  readonly items: readonly Item[];
  readonly scales: readonly Scale[];
  /** How the total is made, in words. */
  readonly scoring: string;
  /** What to bear in mind when reading a result. */
  readonly notes: readonly string[];
  readonly loinc?: {
    readonly panel?: { readonly code: string; readonly status: Verification };
    /** Items of the panel that no total counts and no rule reads: a response may have them. */
    readonly unused?: readonly {
      readonly code: string;
      readonly status: Verification;
      readonly text: string;
    }[];
    readonly notice?: string;
  };
  readonly licence: {
    readonly status: string;
    readonly credit?: string;
    readonly notice?: string;
    readonly note?: string;
  };
  readonly citations: readonly InstrumentCitation[];
  readonly facts: readonly {
    readonly fact: string;
    readonly status: string;
    readonly source: string | null;
  }[];
}
