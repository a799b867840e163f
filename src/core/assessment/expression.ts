import type { InputValue } from './instrument.js';
import { allOf, anyOf, type Truth } from './truth.js';

/** What is known about a person, by the name of the input; an absent input was not asked, or not answered. */
export type Inputs = Readonly<Record<string, InputValue>>;

export const OPERATORS = ['==', '!=', '>=', '<=', '>', '<'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A condition over inputs, in the notation of the rule tables: `age<65 && pregnant=='no'`. */
export type Expression =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'comparison';
      readonly input: string;
      readonly operator: Operator;
      readonly value: InputValue;
    };

/**
 * Whether an expression is true. A comparison with an unknown input is unknown, with one exception made by the rule
 * tables: `x!=true` is true while x is unknown (loc-rules: language).
 */
export function holds(expression: Expression, inputs: Inputs): Truth {
  switch (expression.kind) {
    case 'all':
      return allOf(expression.parts.map((part) => holds(part, inputs)));
    case 'any':
      return anyOf(expression.parts.map((part) => holds(part, inputs)));
    case 'comparison':
      return compare(expression, inputs);
  }
}

function compare(
  { input, operator, value }: Extract<Expression, { kind: 'comparison' }>,
  inputs: Inputs,
): Truth {
  const known = inputs[input];
  if (known === undefined) return operator === '!=' && value === true ? true : 'unknown';
  switch (operator) {
    case '==':
      return known === value;
    case '!=':
      return known !== value;
    case '>=':
      return known >= value;
    case '<=':
      return known <= value;
    case '>':
      return known > value;
    case '<':
      return known < value;
  }
}

/** The names of all inputs in an expression, each once, in order of appearance. */
export function inputsOf(expression: Expression): string[] {
  if (expression.kind === 'comparison') return [expression.input];
  return [...new Set(expression.parts.flatMap(inputsOf))];
}

/** The inputs that keep an expression unknown: unknown inputs in parts that could still decide it. */
export function openInputsOf(expression: Expression, inputs: Inputs): string[] {
  if (holds(expression, inputs) !== 'unknown') return [];
  if (expression.kind === 'comparison') return [expression.input];
  return [...new Set(expression.parts.flatMap((part) => openInputsOf(part, inputs)))];
}
