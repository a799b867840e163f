import type { InputValue } from './instrument.js';
import type { Truth } from './truth.js';

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
  let test = COMPILED.get(expression);
  if (!test) COMPILED.set(expression, (test = compile(expression)));
  return test(inputs);
}

type Test = (inputs: Inputs) => Truth;

/** A match evaluates some hundred expressions, the same ones for everybody: each is read once. */
const COMPILED = new WeakMap<Expression, Test>();

function compile(expression: Expression): Test {
  switch (expression.kind) {
    case 'all':
      return allOf(expression.parts.map(compile));
    case 'any':
      return anyOf(expression.parts.map(compile));
    case 'comparison':
      return comparison(expression);
  }
}

/** False as soon as one part is false; unknown while one is unknown. */
function allOf(parts: readonly Test[]): Test {
  return (inputs) => {
    let truth: Truth = true;
    for (const part of parts) {
      const one = part(inputs);
      if (one === false) return false;
      if (one === 'unknown') truth = one;
    }
    return truth;
  };
}

/** True as soon as one part is true; unknown while one is unknown. */
function anyOf(parts: readonly Test[]): Test {
  return (inputs) => {
    let truth: Truth = false;
    for (const part of parts) {
      const one = part(inputs);
      if (one === true) return true;
      if (one === 'unknown') truth = one;
    }
    return truth;
  };
}

function comparison({ input, operator, value }: Extract<Expression, { kind: 'comparison' }>): Test {
  const whileUnknown: Truth = operator === '!=' && value === true ? true : 'unknown';
  const compare = COMPARE[operator];
  return (inputs) => {
    const known = inputs[input];
    return known === undefined ? whileUnknown : compare(known, value);
  };
}

const COMPARE: Readonly<Record<Operator, (known: InputValue, value: InputValue) => boolean>> = {
  '==': (known, value) => known === value,
  '!=': (known, value) => known !== value,
  '>=': (known, value) => known >= value,
  '<=': (known, value) => known <= value,
  '>': (known, value) => known > value,
  '<': (known, value) => known < value,
};

/** The names of all inputs in an expression, each once, in order of appearance. */
export function inputsOf(expression: Expression): string[] {
  if (expression.kind === 'comparison') return [expression.input];
  return [...new Set(expression.parts.flatMap(inputsOf))];
}

/** The inputs that keep some expressions unknown, each once: unknown inputs in parts that could still decide one. */
export function openInputsOf(expressions: readonly Expression[], inputs: Inputs): string[] {
  const open = new Set<string>();
  for (const expression of expressions) addOpenInputs(expression, inputs, open);
  return [...open];
}

function addOpenInputs(expression: Expression, inputs: Inputs, open: Set<string>): void {
  const { reads, openInputs } = whileNothingIsKnown(expression);
  if (reads.every((input) => inputs[input] === undefined)) for (const input of openInputs) open.add(input);
  else addOpenInputsOf(expression, inputs, open);
}

function addOpenInputsOf(expression: Expression, inputs: Inputs, open: Set<string>): void {
  if (holds(expression, inputs) !== 'unknown') return;
  if (expression.kind === 'comparison') open.add(expression.input);
  else for (const part of expression.parts) addOpenInputs(part, inputs, open);
}

/** The inputs of an expression, and those that keep it unknown while none of them is known: the same for everybody. */
interface WhileNothingIsKnown {
  readonly reads: readonly string[];
  readonly openInputs: readonly string[];
}

const WHILE_NOTHING_IS_KNOWN = new WeakMap<Expression, WhileNothingIsKnown>();

function whileNothingIsKnown(expression: Expression): WhileNothingIsKnown {
  let known = WHILE_NOTHING_IS_KNOWN.get(expression);
  if (!known) {
    const open = new Set<string>();
    addOpenInputsOf(expression, {}, open);
    known = { reads: inputsOf(expression), openInputs: [...open] };
    WHILE_NOTHING_IS_KNOWN.set(expression, known);
  }
  return known;
}
