import 'reflect-metadata';
import * as fc from 'fast-check';
import type { Expression, Inputs } from '../../src/core/assessment/expression.js';
import type { InputValue } from '../../src/core/assessment/instrument.js';
import { choosePlan } from '../../src/core/plans/choose-plan.js';
import type { PlanItem } from '../../src/core/plans/plan-item.js';
import { CONDITIONS, type Condition } from '../../src/core/vocabulary/conditions.js';
import type { PlanRequest } from '../../src/plans/plan-request.dto.js';
import { inputsOf, planOf, shippedPlans } from '../cases/plan-case.js';

const { book, ownInputs } = shippedPlans;
const ALL_READERS = ['person', 'family', 'coach'] as const;

/** Requests over everything that an item asks for. */
const requests: fc.Arbitrary<PlanRequest> = fc
  .record({
    role: fc.constantFrom('self', 'family', undefined),
    age: fc.constantFrom(15, 17, 18, 40, undefined),
    pregnant: fc.constantFrom(true, undefined),
    languages: fc.constantFrom(['en'], ['es'], ['zh'], undefined),
    conditions: fc.subarray([...CONDITIONS]),
    risks: fc.subarray([
      ['use.maybe_fentanyl', true],
      ['use.opioids', true],
      ['history.release_30d', true],
      ['history.same_kind_stays_24m', 3],
      ['violence.hurt_or_threatened', true],
      ['suicide.direct_yes', true],
      ['od.not_waking', true],
      ['use.alcohol_daily', true],
      ['use.sedatives_daily', true],
      ['use.opioids_daily', true],
      ['ghb.daily', true],
      ['wd.past_seizure', true],
      ['person.refuses', true],
    ] as const),
    isSafe: fc.boolean(),
    readiness: fc.record({
      importance: fc.constantFrom(0, 3, 4, 6, 7, 10, undefined),
      confidence: fc.constantFrom(2, 8, undefined),
      readiness: fc.constantFrom(2, 8, undefined),
    }),
    cannotLeaveWork: fc.constantFrom(true, undefined),
    payers: fc.constantFrom(['medicaid' as const], ['private' as const], undefined),
    medications: fc.constantFrom(['methadone' as const, 'buprenorphine' as const], undefined),
    currentMedications: fc.constantFrom(['methadone' as const], ['naltrexone' as const], undefined),
    goal: fc.constantFrom('reduction' as const, 'abstinence' as const, undefined),
    forCoach: fc.boolean(),
    whole: fc.boolean(),
  })
  .map((drawn) => {
    const { role, age, pregnant, languages, conditions, isSafe, readiness, forCoach, whole } = drawn;
    const violence = Object.fromEntries(
      isSafe
        ? [
            ['violence.hurt_or_threatened', false],
            ['violence.fear_if_raised', false],
          ]
        : [],
    ) as Record<string, boolean>;
    const person = { age, pregnant, languages };
    return {
      ...(role === 'family' ? { client: { role }, lovedOne: person } : { client: { role, ...person } }),
      assessment: {
        conditions: conditions.map((condition) => ({ condition, severity: 'moderate' as const })),
        risks: { ...violence, ...Object.fromEntries(drawn.risks) },
        readiness,
      },
      constraints: {
        cannotLeaveWork: drawn.cannotLeaveWork,
        payers: drawn.payers,
        medications: drawn.medications,
        currentMedications: drawn.currentMedications,
      },
      preferences: { goal: drawn.goal },
      forCoach,
      whole,
    } as PlanRequest;
  });

const shown = (request: PlanRequest) => planOf(request).sections.flatMap(({ items }) => items);

/** Values with which an expression is true. */
function madeTrue(expression: Expression): Inputs {
  switch (expression.kind) {
    case 'all':
      return Object.assign({}, ...expression.parts.map(madeTrue)) as Inputs;
    case 'any':
      return madeTrue(expression.parts[0]!);
    case 'comparison': {
      const { input, operator, value } = expression;
      return { [input]: valueThat(operator, value, input) };
    }
  }
}

function valueThat(operator: string, value: InputValue, input: string): InputValue {
  if (typeof value === 'number') return operator === '<' ? value - 1 : operator === '>' ? value + 1 : value;
  if (operator !== '!=') return value;
  if (typeof value === 'boolean') return !value;
  const type = ownInputs.get(input)!.type;
  return type.kind === 'code' ? type.codes.find((code) => code !== value)! : value;
}

describe('What plans may say', () => {
  it.each(book.items.map((item) => [item.id, item] as const))('%s can be said', (id, { when }) => {
    const inputs = when === undefined ? {} : madeTrue(when);
    const plan = choosePlan(book, inputs, ALL_READERS, { whole: true });
    expect(plan.sections.flatMap(({ items }) => items).map((item) => item.id)).toContain(id);
  });

  it('comes up, every item of it, over many requests', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(requests, (request) => {
        for (const { id } of shown(request)) met.add(id);
        for (const { id } of planOf({ ...request, forCoach: true, whole: true }).sections.flatMap(
          ({ items }) => items,
        ))
          met.add(id);
      }),
      { numRuns: 300, seed: 7 },
    );
    // Asked of the directory, which a drawn request does not have.
    const ofDirectory = new Set(['bef-stay']);
    expect(book.items.map(({ id }) => id).filter((id) => !met.has(id) && !ofDirectory.has(id))).toEqual([]);
  });
});

/** Words that name a substance, or treatment for one alone. */
const WORDS: Readonly<Partial<Record<Condition, RegExp>>> = {
  alcohol: /\balcohol\b|\bdrink(ing)?\b|\bAA\b|\bnaltrexone\b/i,
  opioid: /opioid|naloxone|methadone|buprenorphine|fentanyl|heroin/i,
  stimulant: /cocaine|\bmeth\b|stimulant/i,
  sedative: /calming pills|benzodiazepine/i,
};
/** Items that name a substance whatever was said, with the reason. */
const NAMED_ANYWAY: Readonly<Record<string, string>> = {
  'cal-hello': 'names drinking and drugs together, so that nothing is disclosed',
  'con-what': 'names the programs that the law is about',
  'mut-kinds': 'names groups of more than one kind',
  'mut-cut': 'is for the wish to cut down, which is about drinking',
  'fam-nalox': 'is for every family, unless alcohol is the problem',
  'lap-day': 'says to drink water',
  'rls-gate': 'is for release with opioids',
  'med-stay': 'is for people who take methadone or buprenorphine',
  'wk-methadone': 'is for people who ask to start methadone',
  'rls-coach': 'is what a coach checks after any release',
  'ct-today': 'lists what a coach acts on, whoever it is',
  'wrk-rule': 'names the rules of an employer',
  'nv-detox': 'is a rule for the coach, whoever it is',
};
/** Warnings of one danger that name what makes it worse. */
const BESIDE_OTHERS: Readonly<Record<string, readonly Condition[]>> = {
  'od-signs': ['opioid', 'stimulant'],
  'od-do': ['opioid', 'stimulant'],
  'od-after': ['opioid', 'stimulant'],
  'od-carry': ['opioid', 'stimulant'],
  'nr-slow': ['opioid', 'stimulant'],
  'saf-preg': ['opioid'],
};

describe('A plan', () => {
  it('speaks of no substance that was not named', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const inputs = inputsOf(request);
        const named = (condition: Condition) =>
          inputs[`condition.${condition}`] === true ||
          (condition === 'opioid' &&
            (inputs['use.opioids'] === true || inputs['use.maybe_fentanyl'] === true));
        const wrong = shown(request).filter((item) => !isExcused(item) && !speaksOfNamed(item, named));
        expect(wrong.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('never gives a step of CRAFT to a family that is not known to be safe', () => {
    fc.assert(
      fc.property(requests, (request) => {
        fc.pre(request.client?.role === 'family');
        const steps = shown(request).filter(
          ({ id, part }) =>
            (part === 'family' && /^fam-(why|pattern|warm|step|natural|talk|when|say|no)$/.test(id)) ||
            id === 'lap-fam',
        );
        const isSafe = inputsOf(request)['family.safety'] === 'safe';
        if (!isSafe) expect(steps).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the person and the family nothing of the coach, and each only their own', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const reader = request.client?.role === 'family' ? 'family' : 'person';
        for (const { id, for: readers } of shown({ ...request, forCoach: false }))
          expect([id, readers.includes(reader)]).toEqual([id, true]);
        const withCoach = shown({ ...request, forCoach: true }).map(({ id }) => id);
        expect(withCoach).toEqual(
          expect.arrayContaining(shown({ ...request, forCoach: false }).map(({ id }) => id)),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('in an emergency has what to do now and nothing else', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plan = planOf({
          ...request,
          assessment: {
            ...request.assessment,
            risks: { ...request.assessment?.risks, 'od.not_waking': true },
          },
        });
        expect(plan.emergency).toBe(true);
        expect(plan.contacts).toEqual([]);
        for (const { part, items } of plan.sections)
          if (part !== 'safety')
            expect([part, items.filter(({ id }) => id !== 'od-signs' && id !== 'od-do')]).toEqual([
              'overdose',
              [],
            ]);
      }),
      { numRuns: 80 },
    );
  });

  it('grows, or stays, when the person asks for the whole of it', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const some = planOf({ ...request, whole: false });
        const whole = planOf({ ...request, whole: true });
        const parts = (plan: typeof some) => plan.sections.map(({ part }) => part);
        expect(parts(whole)).toEqual(expect.arrayContaining([...parts(some), ...some.leftOut]));
        expect(whole.leftOut).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

function isExcused({ id }: PlanItem): boolean {
  return id in NAMED_ANYWAY;
}

function speaksOfNamed({ id, text }: PlanItem, named: (condition: Condition) => boolean): boolean {
  const spoken = (Object.keys(WORDS) as Condition[]).filter((condition) => WORDS[condition]!.test(text.en));
  if (spoken.length === 0) return true;
  return (BESIDE_OTHERS[id] ?? spoken).some(named);
}
