import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv } from 'ajv';
import { InstrumentCatalog } from '../../src/assessments/instrument-catalog.js';
import { readRuleTables } from '../../src/assessments/rule-tables.js';
import { statementsFromRequest } from '../../src/assessments/statements-from-request.js';
import { readSeedFile } from '../../src/config/seed-file.js';
import { assess } from '../../src/core/assessment/assess.js';
import type { Assessment, AssessmentKnowledge } from '../../src/core/assessment/assessment.js';
import type { Inputs } from '../../src/core/assessment/expression.js';
import {
  type LevelOfCareRecommendation,
  recommendLevelOfCare,
} from '../../src/core/assessment/recommend-level-of-care.js';

const catalog = InstrumentCatalog.read();

/** The shipped instruments, flags, rules and questions. */
export const shipped: AssessmentKnowledge = { ...readRuleTables(catalog.byId), instruments: catalog.byId };

/** One golden case: either inputs of the rules, or a request as over HTTP. */
export interface AssessmentCase {
  readonly title: string;
  readonly inputs?: Inputs;
  readonly request?: { readonly client?: object; readonly assessment?: object };
  readonly expect: Expectation;
}

/** Only what is written is compared; lists are whole, in order, except `missing`, `offers`, `notOffers` and `asks`. */
interface Expectation {
  readonly level?: readonly string[] | null;
  readonly wouldProbablyFit?: readonly string[] | null;
  readonly floors?: readonly string[];
  readonly fired?: readonly string[];
  readonly reasons?: Readonly<Record<string, string>>;
  readonly refusals?: readonly string[];
  readonly overlays?: readonly string[];
  readonly needs?: readonly string[];
  readonly offers?: readonly string[];
  readonly notOffers?: readonly string[];
  readonly prefers?: readonly string[];
  readonly excludes?: readonly string[];
  readonly hardFilter?: readonly string[];
  readonly neverAutomatic?: readonly string[];
  readonly clinicianRequired?: boolean;
  readonly confidence?: 'low' | 'medium';
  readonly hold?: boolean;
  readonly showBoth?: boolean;
  readonly route?: string | null;
  readonly missing?: readonly string[];
  readonly flags?: readonly string[];
  readonly asks?: readonly string[];
  readonly conditions?: Readonly<Record<string, string | null>>;
  readonly scores?: Readonly<Record<string, object>>;
  readonly family?: object;
  readonly contradictions?: readonly string[];
  readonly next?: string | null;
}

const names = { type: 'array', items: { type: 'string' } };
const anyObject = { type: 'object' };
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'expect'],
  properties: {
    title: { type: 'string', pattern: '^[A-Z0-9].*\\.$' },
    inputs: anyObject,
    request: anyObject,
    expect: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        level: { type: ['array', 'null'], items: { type: 'string' } },
        wouldProbablyFit: { type: ['array', 'null'], items: { type: 'string' } },
        floors: names,
        fired: names,
        reasons: anyObject,
        refusals: names,
        overlays: names,
        needs: names,
        offers: names,
        notOffers: names,
        prefers: names,
        excludes: names,
        hardFilter: names,
        neverAutomatic: names,
        clinicianRequired: { type: 'boolean' },
        confidence: { enum: ['low', 'medium'] },
        hold: { type: 'boolean' },
        showBoth: { type: 'boolean' },
        route: { type: ['string', 'null'] },
        missing: names,
        flags: names,
        asks: names,
        conditions: anyObject,
        scores: anyObject,
        family: anyObject,
        contradictions: names,
        next: { type: ['string', 'null'] },
      },
    },
  },
};
const fits = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true }).compile<AssessmentCase>(
  SCHEMA,
);

export function readAssessmentCases(folder: string): [string, AssessmentCase][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [basename(name, '.yaml'), readSeedFile(join(folder, name), fits)]);
}

/** The result of the case, in the shape of its expectation and with nothing else. */
export function answerOf({ inputs, request, expect }: AssessmentCase): object {
  if (inputs) {
    const subject = inputs['subject'] === 'loved_one_absent' ? 'loved_one' : 'self';
    return shapedLike(expect, ofLevel(recommendLevelOfCare(shipped.rules, inputs, subject), expect));
  }
  const { client = {}, assessment = {} } = request!;
  const statement = statementsFromRequest(client, { responses: [], ...assessment }, shipped);
  const result = assess(statement, shipped);
  return shapedLike(expect, { ...ofLevel(result.levelOfCare, expect), ...ofAssessment(result, expect) });
}

function ofLevel(from: LevelOfCareRecommendation, expected: Expectation) {
  return {
    level: from.level,
    wouldProbablyFit: from.wouldProbablyFit,
    floors: [...new Set(from.floors.map((members) => members.join('|')))],
    fired: from.fired.map(({ rule }) => rule.id),
    reasons: Object.fromEntries(
      from.fired
        .filter(({ rule }) => rule.id in (expected.reasons ?? {}))
        .map(({ rule }) => [rule.id, rule.reason.en]),
    ),
    refusals: from.refusals.map(({ id }) => id),
    overlays: from.overlays,
    needs: from.needs,
    offers: among(from.offers, expected.offers),
    notOffers: (expected.notOffers ?? []).filter((one) => !from.offers.includes(one)),
    prefers: from.prefers,
    excludes: from.excludes,
    hardFilter: from.hardFilter,
    neverAutomatic: from.neverAutomatic,
    clinicianRequired: from.clinicianRequired,
    confidence: from.confidence,
    hold: from.holdCardsUntil !== null,
    showBoth: from.showBoth,
    route: from.route,
    missing: among(from.missing, expected.missing),
  };
}

function ofAssessment(result: Assessment, expected: Expectation) {
  return {
    flags: result.raised.map(({ flag, level, subject }) =>
      subject === 'self' ? `${flag.id} ${level}` : `${flag.id} ${level} loved_one`,
    ),
    asks: among(
      result.open.map(({ flag }) => flag.id),
      expected.asks,
    ),
    conditions: Object.fromEntries(
      result.conditions.map(({ condition, severity }) => [condition, severity ?? null]),
    ),
    scores: Object.fromEntries(
      result.screens.map(({ instrument, status, scales }) => [
        instrument.id,
        shapedLike(expected.scores?.[instrument.id] ?? {}, {
          status,
          value: scales[0]?.value ?? null,
          positive: scales[0]?.positive ?? null,
          cutOff: scales[0]?.cutOff?.atLeast ?? null,
          band: scales[0]?.band?.code ?? null,
          severity: scales[0]?.band?.severity ?? null,
        }),
      ]),
    ),
    family: result.family && shapedLike(expected.family ?? {}, result.family),
    contradictions: result.contradictions,
    next: result.next && `${result.next.instrument.id}: ${result.next.items.map(({ id }) => id).join(' ')}`,
  };
}

function among<T>(found: readonly T[], expected: readonly T[] | undefined): T[] {
  return (expected ?? []).filter((one) => found.includes(one));
}

function shapedLike(shape: object, whole: object): object {
  return Object.fromEntries(Object.keys(shape).map((key) => [key, whole[key as keyof typeof whole]]));
}
