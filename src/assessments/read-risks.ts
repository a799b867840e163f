import type { AssessmentKnowledge } from '../core/assessment/assessment.js';
import type { Inputs } from '../core/assessment/expression.js';
import { isOfType } from '../core/assessment/input-definition.js';
import { closestWord } from '../http/validation/closest-word.js';
import { jsonPointer } from '../http/validation/json-pointer.js';
import type { Faults } from './request-faults.js';

/** Reads risks that a professional states: inputs of the rules by name, each of its type. */
export function readRisks(
  risks: Readonly<Record<string, unknown>>,
  { inputs }: AssessmentKnowledge,
  faults: Faults,
): Inputs {
  const read: Record<string, Inputs[string]> = {};
  for (const [name, value] of Object.entries(risks)) {
    const pointer = jsonPointer(['assessment', 'risks', name]);
    const definition = inputs.get(name);
    if (!definition) {
      const meant = closestWord(name, [...inputs.keys()]);
      faults.bad(
        pointer,
        `is not an input of the rules${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
        meant,
      );
      continue;
    }
    const { type } = definition;
    if (isOfType(value, type)) {
      read[name] = value;
      continue;
    }
    if (type.kind === 'boolean') faults.bad(pointer, 'must be true or false');
    else if (type.kind === 'code') faults.bad(pointer, `must be one of ${type.codes.join(', ')}`);
    else if (typeof value !== 'number') faults.bad(pointer, 'must be a whole number');
    else faults.no(pointer, `must be a whole number from ${type.min} to ${type.max}`);
  }
  return read;
}
