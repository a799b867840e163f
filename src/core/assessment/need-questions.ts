import { HISTORY_OUTCOMES } from '../matching/codes.js';
import { TRAVEL_MODES } from '../matching/facts/travel.js';
import { PAYERS } from '../vocabulary/payment.js';
import { ACCESSIBILITY, CLIENT_GENDERS } from '../vocabulary/people.js';
import { GOALS, MODALITIES, WEEKDAYS } from '../vocabulary/services.js';
import type { SpokenLanguage } from '../vocabulary/spoken-languages.js';
import type { About } from './instrument.js';
import type { Truth } from './truth.js';

/** What a match needs and no instrument asks, in the order in which the interview asks it, at its end. */
export const NEED_QUESTIONS = [
  'place',
  'distance',
  'travel',
  'payers',
  'work',
  'work_hours',
  'modalities',
  'languages',
  'age',
  'gender',
  'children',
  'accessibility',
  'tried',
  'goal',
] as const;
export type NeedQuestionCode = (typeof NEED_QUESTIONS)[number];

/**
 * What the answer is. `postal-code`: a ZIP code of five digits; `number`, `integer`; `choice`: the value of one option;
 * `choices`: a list of the values of options; `work-hours`: a list of `{ days, from, to }`, the days being the options;
 * `outcomes`: a list of `{ outcome }`, each the value of an option.
 */
export const NEED_ANSWERS = [
  'postal-code',
  'number',
  'integer',
  'choice',
  'choices',
  'work-hours',
  'outcomes',
] as const;
export type NeedAnswer = (typeof NEED_ANSWERS)[number];

/** A question whose answer is a field of the need, and not an answer to an instrument. */
export interface NeedQuestion {
  readonly code: NeedQuestionCode;
  /** The field of the request that takes the answer. */
  readonly field: string;
  readonly answer: NeedAnswer;
  /** Values for the field. */
  readonly options?: readonly (string | boolean)[];
  /** Of a number its limits, of `choices` how many. */
  readonly min?: number;
  readonly max?: number;
  readonly unit?: 'km' | 'years';
  /** About the person of concern, or about the person who answers, where a family member asks. */
  readonly about: 'client' | 'answerer';
  /** The only role that is asked. */
  readonly role?: 'self' | 'family';
  /** Whether it may be asked; if absent, always. */
  readonly when?: (need: NeedSoFar) => Truth;
}

/** What is known of a need so far. */
export interface NeedSoFar {
  readonly role: 'self' | 'family';
  /** Answered by a field of the request, or by the interview. */
  readonly answered: ReadonlySet<NeedQuestionCode>;
  /** What the client would rather not say. */
  readonly skipped: ReadonlySet<NeedQuestionCode>;
  /** Whether they have to go on working; `undefined`: unknown. */
  readonly keepsWorking: boolean | undefined;
}

/** Languages that are offered; a request may name any other. */
const OFFERED_LANGUAGES: readonly SpokenLanguage[] = [
  'en',
  'es',
  'fr',
  'pt',
  'zh',
  'vi',
  'ko',
  'ru',
  'ar',
  'ht',
  'so',
  'tl',
  'hmn',
  'pl',
];

/** A distance needs a place to measure from. */
const hasPlace = (need: NeedSoFar): Truth => isSettled(need, 'place', need.answered.has('place'));

const TABLE: Readonly<Record<NeedQuestionCode, Omit<NeedQuestion, 'code'>>> = {
  place: { field: 'constraints.near.postalCode', answer: 'postal-code', about: 'answerer' },
  distance: {
    field: 'constraints.maxDistanceKm',
    answer: 'number',
    min: 0,
    max: 20_000,
    unit: 'km',
    about: 'client',
    when: hasPlace,
  },
  travel: {
    field: 'constraints.travelBy',
    answer: 'choice',
    options: TRAVEL_MODES,
    about: 'client',
    when: hasPlace,
  },
  payers: { field: 'constraints.payers', answer: 'choices', options: PAYERS, min: 0, about: 'client' },
  work: { field: 'constraints.cannotLeaveWork', answer: 'choice', options: [true, false], about: 'client' },
  work_hours: {
    field: 'constraints.workHours',
    answer: 'work-hours',
    options: WEEKDAYS,
    min: 1,
    max: 14,
    about: 'client',
    when: (need) => isSettled(need, 'work', need.keepsWorking),
  },
  modalities: {
    field: 'constraints.modalities',
    answer: 'choices',
    options: MODALITIES,
    min: 1,
    about: 'client',
  },
  languages: {
    field: 'client.languages',
    answer: 'choices',
    options: OFFERED_LANGUAGES,
    min: 1,
    max: 10,
    about: 'client',
  },
  age: { field: 'client.age', answer: 'integer', min: 0, max: 120, unit: 'years', about: 'client' },
  gender: { field: 'client.gender', answer: 'choice', options: CLIENT_GENDERS, about: 'client' },
  children: {
    field: 'constraints.needsChildcare',
    answer: 'choice',
    options: [true, false],
    about: 'client',
  },
  accessibility: {
    field: 'constraints.accessibility',
    answer: 'choices',
    options: ACCESSIBILITY,
    min: 1,
    about: 'client',
  },
  // What was tried counts for something different (clinical/matching-factors.md row 15).
  tried: { field: 'history', answer: 'outcomes', options: HISTORY_OUTCOMES, min: 0, about: 'client' },
  // Only they themselves can tell.
  goal: { field: 'preferences.goal', answer: 'choice', options: GOALS, about: 'client', role: 'self' },
};

/** Every question of the need, in the order of the interview. */
export const NEED_QUESTION_TABLE: readonly NeedQuestion[] = NEED_QUESTIONS.map((code) => ({
  code,
  ...TABLE[code],
}));

/** The field that takes the answer: what a family member says of the loved one goes into `lovedOne`. */
export function fieldOf(question: NeedQuestion, role: NeedSoFar['role']): string {
  return aboutOf(question, role) === 'loved_one' ? lovedOneField(question.field) : question.field;
}

/** The field that takes of the loved one what this field takes of a client; where they are is the client's to say. */
export function lovedOneField(field: string): string {
  return field.replace(/^client\.(?!state$)/, 'lovedOne.');
}

/** Whom a question is about, for who answers. */
export function aboutOf({ about }: NeedQuestion, role: NeedSoFar['role']): About {
  return about === 'client' && role === 'family' ? 'loved_one' : 'answerer';
}

/** The questions of the need that are open now: not answered, not skipped, and to be asked. */
export function openNeedQuestions(need: NeedSoFar): NeedQuestion[] {
  return NEED_QUESTION_TABLE.filter((question) => isOpen(question, need) && mayAsk(question, need) === true);
}

/** How many were answered or skipped, and how many may still be asked: those, too, that hang on another answer. */
export function countNeedQuestions(need: NeedSoFar): { readonly answered: number; readonly open: number } {
  const asked = NEED_QUESTION_TABLE.filter((question) => mayAsk(question, need) !== false);
  const open = asked.filter((question) => isOpen(question, need)).length;
  return { answered: asked.length - open, open };
}

function isOpen({ code }: NeedQuestion, { answered, skipped }: NeedSoFar): boolean {
  return !answered.has(code) && !skipped.has(code);
}

function mayAsk({ role, when }: NeedQuestion, need: NeedSoFar): Truth {
  if (role !== undefined && role !== need.role) return false;
  return when ? when(need) : true;
}

/** What is unknown stays so once the question was answered or skipped: then it holds no more. */
function isSettled(
  { answered, skipped }: NeedSoFar,
  code: NeedQuestionCode,
  value: boolean | undefined,
): Truth {
  if (value === true || answered.has(code)) return value === true;
  return skipped.has(code) ? false : 'unknown';
}
