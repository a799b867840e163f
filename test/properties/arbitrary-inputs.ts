import * as fc from 'fast-check';
import type { Inputs } from '../../src/core/assessment/expression.js';
import { shipped } from '../cases/assessment-case.js';

/** A sheet of answers: any of the inputs of the rules, each with a value that it can have, or unknown. */
export const arbitraryInputs: fc.Arbitrary<Inputs> = fc
  .record(
    Object.fromEntries(
      [...shipped.inputs.values()].map(({ name, type }) => [
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

/** Of every second person only a few answers are known. */
export const arbitrarySheets: fc.Arbitrary<Inputs> = fc.oneof(
  arbitraryInputs,
  fc
    .tuple(arbitraryInputs, fc.subarray([...shipped.inputs.keys()], { minLength: 1, maxLength: 6 }))
    .map(([inputs, kept]) =>
      Object.fromEntries(Object.entries(inputs).filter(([name]) => kept.includes(name))),
    ),
);
