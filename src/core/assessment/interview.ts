import { type Expression, holds, type Inputs, openInputsOf } from './expression.js';
import type { Answer, Instrument, Item } from './instrument.js';
import { isNeedless } from './is-needless.js';
import type { LevelOfCareRules } from './level-of-care-rule.js';
import { recommendLevelOfCare, type LevelOfCareRecommendation } from './recommend-level-of-care.js';
import type { OpenFlag, Subject } from './red-flag.js';
import { isNotForMinors } from './read-scale.js';
import { isAskedOf } from './score-answers.js';
import type { Respondent } from './screen-result.js';
import type { Condition } from '../vocabulary/conditions.js';
import type { InEachLanguage } from '../vocabulary/languages.js';

/**
 * `result`: asked while an answer could still change a flag, a floor, a need or the level. `severity`, `opening`: asked
 * whenever `when` is true; an opening changes no level. `helpful`: never asked by the loop, listed separately.
 */
export const STEP_PURPOSES = ['result', 'severity', 'opening', 'helpful'] as const;
export type StepPurpose = (typeof STEP_PURPOSES)[number];

/** One thing worth asking, in the order of the interview; versioned data. */
export interface InterviewStep {
  readonly instrument: string;
  /** Items of the step; if absent, all items that apply to this person. */
  readonly items?: readonly string[];
  readonly condition?: Condition;
  readonly role: 'self' | 'family';
  /** Asked only once this is true. */
  readonly when?: Expression;
  readonly purpose: StepPurpose;
  readonly why: InEachLanguage;
  /** For the person, where the step is one part of an instrument; if absent, that of the instrument. */
  readonly title?: InEachLanguage;
  /** Once this is true, these inputs need no answer: a short screen was negative. */
  readonly closes?: { readonly when: Expression; readonly inputs: readonly string[] };
}

/** What to ask next, and why. */
export interface Question {
  readonly instrument: Instrument;
  readonly condition?: Condition;
  readonly items: readonly Item[];
  readonly title: InEachLanguage;
  readonly why: InEachLanguage;
  /** Ids of the flags and rules that an answer could decide. */
  readonly decides: readonly string[];
}

/** What is known so far. */
export interface InterviewState {
  readonly role: 'self' | 'family';
  readonly respondent: Respondent;
  readonly inputs: Inputs;
  readonly openFlags: readonly OpenFlag[];
  readonly recommendation: LevelOfCareRecommendation;
  /** The answer to an item, in whatever instrument it was given. */
  readonly answerTo: (item: string, condition: Condition | undefined) => Answer | undefined;
  /** Whether the client would rather not answer it. */
  readonly isSkipped: (item: string, condition: Condition | undefined) => boolean;
}

/**
 * The next question of a guided interview: the first step, in order, with unanswered items whose answers could still
 * change the result. There is none once no answer would change it, or the client would rather not give those that would.
 */
export function nextQuestion(
  steps: readonly InterviewStep[],
  instruments: ReadonlyMap<string, Instrument>,
  rules: LevelOfCareRules,
  state: InterviewState,
): Question | null {
  const deciders = openDeciders(rules, state, closedInputs(steps, state.inputs));
  for (const step of steps) {
    if (step.purpose === 'helpful') continue;
    const question = questionOf(step, instruments, state, deciders);
    if (question) return question;
  }
  return null;
}

/** Questions that would not change the result, but affect how the options are offered. */
export function helpfulQuestions(
  steps: readonly InterviewStep[],
  instruments: ReadonlyMap<string, Instrument>,
  state: InterviewState,
): Question[] {
  return steps
    .filter(({ purpose }) => purpose === 'helpful')
    .flatMap((step) => questionOf(step, instruments, state, new Map()) ?? []);
}

/** Inputs that a negative short screen made unnecessary. */
export function closedInputs(steps: readonly InterviewStep[], inputs: Inputs): Set<string> {
  return new Set(
    steps.flatMap(({ closes }) => (closes && holds(closes.when, inputs) === true ? closes.inputs : [])),
  );
}

function questionOf(
  step: InterviewStep,
  instruments: ReadonlyMap<string, Instrument>,
  state: InterviewState,
  deciders: ReadonlyMap<string, readonly string[]>,
): Question | null {
  const { condition, when, purpose, why } = step;
  if (step.role !== state.role) return null;
  if (when && holds(when, state.inputs) !== true) return null;
  const instrument = instruments.get(step.instrument)!;
  if (isClosedToMinors(instrument, state)) return null;
  const unanswered = itemsOf(step, instrument).filter(
    (item) =>
      state.answerTo(item.id, condition) === undefined &&
      !state.isSkipped(item.id, condition) &&
      isAskedOf(item, state.respondent) &&
      !isNeedless(item, instrument.items, (id) => state.answerTo(id, condition)),
  );
  const items =
    purpose === 'result'
      ? unanswered.filter((item) => inputsSetBy(item).some((input) => deciders.has(input)))
      : unanswered;
  if (items.length === 0) return null;
  const decides = new Set(items.flatMap(inputsSetBy).flatMap((input) => deciders.get(input) ?? []));
  const { title = instrument.title } = step;
  return { instrument, ...(condition ? { condition } : {}), items, title, why, decides: [...decides] };
}

/** The items that a step may ask. */
export function itemsOf({ items }: InterviewStep, instrument: Instrument): Item[] {
  return instrument.items.filter(({ id, optional }) => (items ? items.includes(id) : optional !== true));
}

/** Made for adults, and the client is not one. A family member answers for themselves; the age is the loved one's. */
export function isClosedToMinors(instrument: Instrument, { role, inputs: { age } }: InterviewState): boolean {
  return role === 'self' && typeof age === 'number' && isNotForMinors(instrument, { age });
}

/** The inputs that an answer to an item sets. */
export function inputsSetBy({ input, options = [] }: Item): string[] {
  return [
    ...(input ? [input] : []),
    ...options.flatMap(({ sets = {}, unticked = {} }) => [...Object.keys(sets), ...Object.keys(unticked)]),
  ];
}

/** Open inputs, each with the flags and rules that it could decide, where deciding them would change the result. */
function openDeciders(
  rules: LevelOfCareRules,
  { inputs, openFlags, recommendation, role }: InterviewState,
  closed: ReadonlySet<string>,
): Map<string, string[]> {
  const deciders = new Map<string, string[]>();
  const add = (open: readonly string[], id: string) => {
    for (const input of open)
      if (!closed.has(input)) deciders.set(input, [...(deciders.get(input) ?? []), id]);
  };
  for (const { flag, inputs: open } of openFlags) add(open, flag.id);
  const subject: Subject = role === 'family' ? 'loved_one' : 'self';
  const now = digest(recommendation);
  for (const rule of rules.rules) {
    if (rule.stage === 3 || rule.stage === 5 || holds(rule.when, inputs) !== 'unknown') continue;
    const changed = recommendLevelOfCare(rules, inputs, subject, new Set([rule.id]));
    if (digest(changed) !== now) add(openInputsOf([rule.when], inputs), rule.id);
  }
  return deciders;
}

/** What counts as the result: not the offers and preferences, which only affect how options are offered. */
function digest({
  unrefused,
  refusals,
  floors,
  overlays,
  needs,
  excludes,
  clinicianRequired,
  holdCardsUntil,
}: LevelOfCareRecommendation): string {
  return JSON.stringify([
    unrefused,
    refusals.map(({ id }) => id),
    floors,
    overlays,
    needs,
    excludes,
    clinicianRequired,
    holdCardsUntil,
  ]);
}
