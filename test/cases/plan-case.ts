import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv } from 'ajv';
import { AssessmentService } from '../../src/assessments/assessment.service.js';
import { clientOfTreatment } from '../../src/assessments/client-of-treatment.js';
import { contextOf } from '../../src/assessments/context-of-request.js';
import { InstrumentCatalog } from '../../src/assessments/instrument-catalog.js';
import { MessageTokens } from '../../src/assessments/message-tokens.js';
import { readRuleTables } from '../../src/assessments/rule-tables.js';
import { readSeedFile } from '../../src/config/seed-file.js';
import type { Inputs } from '../../src/core/assessment/expression.js';
import { choosePlan, type ChosenPlan } from '../../src/core/plans/choose-plan.js';
import { planInputs } from '../../src/core/plans/plan-inputs.js';
import type { PlanPart } from '../../src/core/plans/plan-item.js';
import type { Language } from '../../src/core/vocabulary/languages.js';
import type { LevelOfCare } from '../../src/core/vocabulary/levels-of-care.js';
import { RequestValidation } from '../../src/http/validation/validation.js';
import { needFromRequest } from '../../src/matching/need/need-from-request.js';
import { PlanRequest } from '../../src/plans/plan-request.dto.js';
import { readPlanFiles } from '../../src/plans/plan-files.js';
import { seededKnowledge } from './seeded-knowledge.js';

const TODAY = '2026-12-01';
const catalog = InstrumentCatalog.read();
const assessments = new AssessmentService(catalog, new MessageTokens(new Uint8Array(32)));
const knowledge = seededKnowledge();

/** What plans may say, as shipped. */
export const shippedPlans = readPlanFiles(readRuleTables(catalog.byId));

/** One golden case: a request as over HTTP, and the items of its plan. */
export interface PlanCase {
  readonly title: string;
  readonly language?: Language;
  readonly request: PlanRequest;
  /** For each program that was chosen, the levels of care that it offers. */
  readonly chosen?: readonly (readonly LevelOfCare[])[];
  readonly expect: {
    readonly emergency?: true;
    readonly notReady?: true;
    readonly clinicianFirst?: true;
    readonly leftOut?: readonly PlanPart[];
    readonly contacts?: readonly string[];
    /** By part, in the order of the plan; an item for the coach begins with `coach `. */
    readonly plan: Readonly<Partial<Record<PlanPart, readonly string[]>>>;
  };
}

const names = { type: 'array', items: { type: 'string' } };
const yes = { type: 'boolean', enum: [true] };
const fits = new Ajv({ allErrors: true, verbose: true }).compile<PlanCase>({
  type: 'object',
  additionalProperties: false,
  required: ['title', 'request', 'expect'],
  properties: {
    title: { type: 'string', pattern: '^[A-Z0-9].*\\.$' },
    language: { enum: ['en', 'es'] },
    request: { type: 'object' },
    chosen: { type: 'array', items: names },
    expect: {
      type: 'object',
      additionalProperties: false,
      required: ['plan'],
      properties: {
        emergency: yes,
        notReady: yes,
        clinicianFirst: yes,
        leftOut: names,
        contacts: names,
        plan: { type: 'object', additionalProperties: names },
      },
    },
  },
});

export function readPlanCases(folder: string): [string, PlanCase][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [basename(name, '.yaml'), readSeedFile(join(folder, name), fits)]);
}

/** Throws a problem with every field that a request over HTTP could not have. */
export async function checkPlanRequest(request: PlanRequest): Promise<void> {
  await new RequestValidation().transform(request, { type: 'body', metatype: PlanRequest });
}

/** The inputs of a plan, as the service reads them from a request. */
export function inputsOf(
  request: PlanRequest,
  { chosen = [], language = 'en' }: Pick<PlanCase, 'chosen' | 'language'> = {},
): Inputs {
  const assessment = assessments.assess(
    clientOfTreatment(request),
    request.assessment ?? {},
    contextOf(request),
  );
  const need = needFromRequest(
    request,
    assessment,
    { registry: knowledge.registry, today: TODAY },
    () => undefined,
  );
  return planInputs(assessment, need, { levels: chosen }, language);
}

/** The plan of a request, without what only the directory knows. */
export function planOf(
  request: PlanRequest,
  circumstances: Pick<PlanCase, 'chosen' | 'language'> = {},
): ChosenPlan {
  const inputs = inputsOf(request, circumstances);
  const client = inputs['role'] === 'family' ? ('family' as const) : ('person' as const);
  const { forCoach = false, whole = false } = request;
  return choosePlan(shippedPlans.book, inputs, forCoach ? [client, 'coach'] : [client], { whole });
}

/** A plan in the shape of its expectation. */
export function shownPlan(plan: ChosenPlan): PlanCase['expect'] {
  const { emergency, notReady, clinicianFirst, leftOut, contacts } = plan;
  return {
    ...(emergency ? { emergency } : {}),
    ...(notReady ? { notReady } : {}),
    ...(clinicianFirst ? { clinicianFirst } : {}),
    ...(leftOut.length > 0 ? { leftOut } : {}),
    ...(contacts.length > 0 ? { contacts: contacts.map(({ id }) => id) } : {}),
    plan: Object.fromEntries(
      plan.sections.map(({ part, items }) => [
        part,
        items.map(({ id, sheet }) => (sheet === 'coach' ? `coach ${id}` : id)),
      ]),
    ),
  };
}
