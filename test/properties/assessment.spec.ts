import * as fc from 'fast-check';
import { LEVEL_ORDER } from '../../src/core/assessment/level-of-care-rule.js';
import type { Inputs } from '../../src/core/assessment/expression.js';
import { recommendLevelOfCare } from '../../src/core/assessment/recommend-level-of-care.js';
import { raiseFlags } from '../../src/core/assessment/red-flag.js';
import { shipped } from '../cases/assessment-case.js';

const definitions = [...shipped.inputs.values()];
const arbitraryInputs: fc.Arbitrary<Inputs> = fc
  .record(
    Object.fromEntries(
      definitions.map(({ name, type }) => [
        name,
        type.kind === 'boolean'
          ? fc.boolean()
          : type.kind === 'integer'
            ? fc.integer({ min: type.min, max: Math.min(type.max, 40) })
            : fc.constantFrom(...type.codes),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((inputs) => inputs as Inputs);
/** What shapes the offer and never the level: readiness, work, goals, mandates. */
const WISHES = [
  'ready.importance',
  'ready.confidence',
  'must_keep_job_or_care',
  'goal.cut_down_alcohol',
  'legal.mandates_level',
];
const without = (inputs: Inputs, names: readonly string[]): Inputs =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name)));

describe('a red flag', () => {
  it('is never raised by what nobody answered', () => {
    for (const subject of ['self', 'loved_one'] as const)
      expect(raiseFlags(shipped.flags, {}, subject).raised).toEqual([]);
    fc.assert(
      fc.property(arbitraryInputs, fc.constantFrom(...definitions), (inputs, { name }) => {
        const ids = (known: Inputs) =>
          raiseFlags(shipped.flags, known, 'self').raised.map(({ flag }) => flag.id);
        const fewer = ids(without(inputs, [name]));
        expect(fewer.filter((id) => !ids(inputs).includes(id))).toEqual([]);
      }),
    );
  });

  it('is either raised, or decided, or listed as not asked', () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const { raised, open } = raiseFlags(shipped.flags, inputs, 'self');
        for (const { inputs: names } of open)
          expect(names.filter((name) => inputs[name] !== undefined)).toEqual([]);
        const ranks = raised.map(({ rank }) => rank);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a provisional level of care', () => {
  it('never lies below a floor, and is never of high confidence', () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const { level, floor, confidence } = recommendLevelOfCare(shipped.rules, inputs);
        expect(['low', 'medium']).toContain(confidence);
        if (!level) return;
        const [min, max] = level.map((one) => LEVEL_ORDER.indexOf(one));
        expect(min).toBeLessThanOrEqual(max!);
        if (floor) expect(min).toBeGreaterThanOrEqual(LEVEL_ORDER.indexOf(floor));
      }),
    );
  });

  it('is not moved by readiness, work, goals or a mandate', () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const [whole, bare] = [inputs, without(inputs, WISHES)].map((known) => {
          const { level, floors, refusals } = recommendLevelOfCare(shipped.rules, known);
          return { level, floors, refusals };
        });
        expect(whole).toEqual(bare);
      }),
    );
  });

  it('is never given to somebody absent', () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        expect(recommendLevelOfCare(shipped.rules, inputs, 'loved_one').level).toBeNull();
      }),
    );
  });

  it('tells the known answers behind every rule that fired', () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        for (const { inputs: read } of recommendLevelOfCare(shipped.rules, inputs).fired)
          for (const [name, value] of Object.entries(read)) expect(inputs[name]).toBe(value);
      }),
    );
  });
});
