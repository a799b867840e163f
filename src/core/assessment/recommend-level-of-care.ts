import type { InEachLanguage } from '../vocabulary/languages.js';
import type { Overlay } from '../vocabulary/levels-of-care.js';
import { type Expression, holds, type Inputs, inputsOf, openInputsOf } from './expression.js';
import {
  LEVEL_ORDER,
  type LevelOfCareRule,
  type LevelOfCareRules,
  type LevelRange,
  type OrderedLevel,
  type RuleEffect,
} from './level-of-care-rule.js';
import type { Subject } from './red-flag.js';

/** One rule that fired: its effect, its reason, the answers it used, and its source. */
export interface FiredRule {
  readonly rule: LevelOfCareRule;
  /** The known inputs that its condition uses. */
  readonly inputs: Inputs;
}

/** A provisional level of care with its reasons. A clinician confirms; this is never an ASAM assessment. */
export interface LevelOfCareRecommendation {
  readonly version: string;
  /** From least to most intensive; `null` if we determine no level, see `refusals`. */
  readonly level: LevelRange | null;
  /** What the level would be if no rule refused one: what is asked does not depend on a refusal. */
  readonly unrefused: LevelRange | null;
  /** For somebody who is absent: what would probably fit when they are ready. */
  readonly wouldProbablyFit: LevelRange | null;
  /** Rules because of which we determine no level. */
  readonly refusals: readonly LevelOfCareRule[];
  /** Every floor that fired; one with several members leaves the choice to a clinician. */
  readonly floors: readonly (readonly OrderedLevel[])[];
  /** The highest floor, by its lowest member. */
  readonly floor: OrderedLevel | null;
  readonly suggestedMinimum: OrderedLevel | null;
  readonly overlays: readonly Overlay[];
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  readonly prefers: readonly string[];
  readonly excludes: readonly string[];
  readonly hardFilter: readonly string[];
  readonly neverAutomatic: readonly OrderedLevel[];
  readonly alternatives: readonly NonNullable<RuleEffect['alternative']>[];
  /** A step up and a change of approach are both worth showing. */
  readonly showBoth: boolean;
  readonly clinicianRequired: boolean;
  /** Never high. */
  readonly confidence: 'low' | 'medium';
  readonly holdCardsUntil: 'clinician-message' | null;
  readonly route: 'craft-family' | null;
  readonly says: readonly InEachLanguage[];
  readonly fired: readonly FiredRule[];
  /** Inputs and topics whose answers could still change a floor, a need or a refusal (stages 0 to 2). */
  readonly missing: readonly string[];
  /** No level, whatever else is answered: an emergency, or a person whom the rules are not for. */
  readonly stopped: boolean;
}

/**
 * Applies the rules in stages. The answer is the highest floor, or the base from severity where that is higher;
 * nothing is averaged, and no preference, readiness or work lowers a floor (levels-of-care.md §4).
 *
 * @param subject `loved_one` gives no level, only what would probably fit
 * @param force ids of rules to take as fired while they are unknown: "what would change if the answer were yes?"
 */
export function recommendLevelOfCare(
  { version, rules }: LevelOfCareRules,
  inputs: Inputs,
  subject: Subject = 'self',
  force: ReadonlySet<string> = new Set(),
): LevelOfCareRecommendation {
  const fired: LevelOfCareRule[] = [];
  const open: LevelOfCareRule[] = [];
  for (const stage of [0, 1, 2, 3, 4, 5] as const)
    for (const rule of rules) {
      if (rule.stage !== stage) continue;
      const truth = holds(rule.when, inputs);
      if (truth === true || (truth === 'unknown' && force.has(rule.id))) fired.push(rule);
      else if (truth === 'unknown') open.push(rule);
    }

  const effects = fired.map(({ effect }) => effect);
  const stopped = effects.some(({ stop }) => stop);
  const floors = effects.flatMap(floorsOf);
  const floor = highest(floors.map((members) => members[0]!));
  const range = rangeOf(effects, floors);
  const refusals = fired.filter(({ effect }) => effect.noLevel === true);
  const isAbsent = subject === 'loved_one';
  const gathered = (key: keyof RuleEffect) =>
    unique(effects.flatMap((effect) => (effect[key] as readonly string[] | undefined) ?? []));
  const needs = gathered('needs');
  const withheld = gathered('withholdsOffers');
  const missing = missingInputs(open, fired, inputs);
  return {
    version,
    unrefused: range,
    level: refusals.length > 0 || stopped || isAbsent ? null : range,
    wouldProbablyFit: isAbsent && !stopped ? range : null,
    refusals,
    floors,
    floor,
    suggestedMinimum: highest(effects.flatMap(({ suggestMin }) => suggestMin ?? [])),
    overlays: unique([
      ...(gathered('overlays') as Overlay[]),
      ...(needs.some((need) => need.startsWith('co-occurring')) ? (['co-occurring'] as const) : []),
    ]),
    needs,
    offers: gathered('offers').filter((offer) => !withheld.includes(offer)),
    prefers: gathered('prefers'),
    excludes: gathered('excludes'),
    hardFilter: gathered('hardFilter'),
    neverAutomatic: gathered('neverAutomatic') as OrderedLevel[],
    alternatives: effects.flatMap(({ alternative }) => alternative ?? []),
    showBoth: effects.some(({ orChangeOfApproach }) => orChangeOfApproach),
    clinicianRequired: stopped || effects.some(({ clinicianRequired }) => clinicianRequired),
    confidence: confidenceOf(inputs, missing),
    holdCardsUntil: effects.some(({ holdCardsUntil }) => holdCardsUntil) ? 'clinician-message' : null,
    route: effects.find(({ route }) => route)?.route ?? null,
    says: saidBy(effects, inputs),
    fired: fired.map((rule) => ({ rule, inputs: knownInputs(rule.when, inputs) })),
    missing,
    stopped,
  };
}

/** Medium once severity is graded and nothing is missing that could still change a floor, a need or a refusal. */
export function confidenceOf(
  inputs: Inputs,
  missing: readonly string[],
): LevelOfCareRecommendation['confidence'] {
  return inputs['sev.graded'] === true && missing.length === 0 ? 'medium' : 'low';
}

function floorsOf({ floor, floorAny }: RuleEffect): OrderedLevel[][] {
  return [...(floor ? [[floor]] : []), ...(floorAny ? [[...floorAny]] : [])];
}

/** The base from severity, changed by the modifiers of stage 4, never below the highest floor. */
function rangeOf(
  effects: readonly RuleEffect[],
  floors: readonly (readonly OrderedLevel[])[],
): LevelRange | null {
  const bases = effects.flatMap(({ base, baseRange }): LevelRange[] =>
    base ? [[base, base]] : baseRange ? [baseRange] : [],
  );
  const floorMin = highest(floors.map((members) => members[0]!));
  const floorMax = highest(
    floors.filter((members) => members[0] === floorMin).map((members) => members.at(-1)!),
  );
  const severest = highest(bases.map(([, max]) => max));
  if (severest === null) return floorMin && floorMax ? [floorMin, floorMax] : null;
  const steps = effects.flatMap(({ step, orChangeOfApproach }) =>
    step === undefined ? [] : [{ step, optional: orChangeOfApproach === true }],
  );
  const sum = (of: typeof steps) =>
    Math.min(
      MOST_STEPS,
      of.reduce((total, { step }) => total + step, 0),
    );
  const max = raised(severest, sum(steps));
  let min = raised(
    highest(bases.map(([lowest]) => lowest))!,
    // A step that a change of approach may replace keeps the lower end: both are shown.
    sum(steps.filter(({ optional }) => !optional)),
  );
  const rangeMin = effects.find((effect) => effect.rangeMin)?.rangeMin;
  if (rangeMin && isAbove(min, rangeMin)) min = rangeMin;
  const down = effects.reduce((total, { stepDown }) => total + (stepDown ?? 0), 0);
  if (down > 0 && isAbove(min, 'op'))
    min = LEVEL_ORDER[Math.max(LEVEL_ORDER.indexOf('op'), LEVEL_ORDER.indexOf(min) - down)]!;
  return [atLeast(min, floorMin), atLeast(max, floorMax)];
}

const MOST_STEPS = 2;

/** Steps go up to `res-high` at most: medically managed residential and hospital care are decided by a clinician. */
function raised(level: OrderedLevel, steps: number): OrderedLevel {
  const cap = LEVEL_ORDER.indexOf('res-high');
  const at = LEVEL_ORDER.indexOf(level);
  return LEVEL_ORDER[Math.max(at, Math.min(at + steps, cap))]!;
}

function isAbove(a: OrderedLevel, b: OrderedLevel): boolean {
  return LEVEL_ORDER.indexOf(a) > LEVEL_ORDER.indexOf(b);
}

function atLeast(level: OrderedLevel, floor: OrderedLevel | null): OrderedLevel {
  return floor !== null && isAbove(floor, level) ? floor : level;
}

function highest(levels: readonly OrderedLevel[]): OrderedLevel | null {
  return levels.reduce<OrderedLevel | null>(
    (top, level) => (top === null || isAbove(level, top) ? level : top),
    null,
  );
}

function saidBy(effects: readonly RuleEffect[], inputs: Inputs): InEachLanguage[] {
  const said = effects.flatMap(({ says = [], saysIf }) => [
    ...says,
    ...(saysIf && holds(saysIf.when, inputs) === true ? [saysIf.says] : []),
  ]);
  return [...new Map(said.map((sentence) => [sentence.en, sentence])).values()];
}

function missingInputs(
  open: readonly LevelOfCareRule[],
  fired: readonly LevelOfCareRule[],
  inputs: Inputs,
): string[] {
  return unique([
    ...fired.flatMap(({ effect }) => [...(effect.missing ?? []), ...(effect.ask ?? [])]),
    ...openInputsOf(
      open.filter(({ stage }) => stage <= 2).map(({ when }) => when),
      inputs,
    ),
  ]).filter((name) => inputs[name] === undefined);
}

function knownInputs(expression: Expression, inputs: Inputs): Inputs {
  return Object.fromEntries(
    inputsOf(expression).flatMap((name) => (inputs[name] === undefined ? [] : [[name, inputs[name]]])),
  );
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
