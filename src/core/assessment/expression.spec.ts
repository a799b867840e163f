import { type Expression, holds, type Inputs, inputsOf, openInputsOf, type Operator } from './expression.js';
import type { InputValue } from './instrument.js';

const is = (input: string, operator: Operator, value: InputValue): Expression => ({
  kind: 'comparison',
  input,
  operator,
  value,
});
const all = (...parts: Expression[]): Expression => ({ kind: 'all', parts });
const any = (...parts: Expression[]): Expression => ({ kind: 'any', parts });

const adult = is('age', '>=', 18);
const drinks = is('drinks', '==', true);
const pregnant = any(is('pregnant', '==', 'yes'), is('pregnant', '==', 'maybe'));

describe('an expression', () => {
  it.each<[Operator, boolean, boolean, boolean]>([
    ['==', false, true, false],
    ['!=', true, false, true],
    ['>=', false, true, true],
    ['<=', true, true, false],
    ['>', false, false, true],
    ['<', true, false, false],
  ])('compares with %s below, at and above the value', (operator, below, at, above) => {
    const truths = [17, 18, 19].map((age) => holds(is('age', operator, 18), { age }));
    expect(truths).toEqual([below, at, above]);
  });

  it('is unknown without an answer, and never no', () => {
    expect(holds(adult, {})).toBe('unknown');
    expect(holds(is('pregnant', '!=', 'no'), {})).toBe('unknown');
    expect(holds(is('drinks', '!=', false), {})).toBe('unknown');
  });

  it('is true without an answer in one case only: that something is not known to be true', () => {
    expect(holds(is('drinks', '!=', true), {})).toBe(true);
  });

  it.each<[Inputs, unknown]>([
    [{ age: 30, drinks: true, pregnant: 'maybe' }, true],
    [{ age: 30, pregnant: 'yes' }, 'unknown'],
    [{ age: 17 }, false],
    [{ drinks: true }, 'unknown'],
  ])('joins its parts: %j is %s', (inputs, truth) => {
    expect(holds(all(adult, drinks, pregnant), inputs)).toBe(truth);
  });

  it('names each of its inputs once, in the order of writing', () => {
    expect(inputsOf(all(pregnant, adult, any(drinks, adult)))).toEqual(['pregnant', 'age', 'drinks']);
  });

  it('is kept open by the unanswered inputs that could still decide it, and by no others', () => {
    const expression = any(all(adult, drinks), pregnant);
    expect(openInputsOf(expression, {})).toEqual(['age', 'drinks', 'pregnant']);
    // For a minor, drinking no longer decides anything here.
    expect(openInputsOf(expression, { age: 17 })).toEqual(['pregnant']);
    expect(openInputsOf(expression, { age: 17, pregnant: 'no' })).toEqual([]);
    expect(openInputsOf(expression, { pregnant: 'yes' })).toEqual([]);
  });
});
