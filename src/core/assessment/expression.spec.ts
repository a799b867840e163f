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

/** An expression of each truth, for inputs where nothing is known but that x is 1. */
const T = is('x', '==', 1);
const F = is('x', '==', 2);
const U = is('unanswered', '==', 1);
const X = { x: 1 };

describe('three-valued truth', () => {
  it.each([
    ['T and T', T, T, true, true],
    ['T and F', T, F, false, true],
    ['T and U', T, U, 'unknown', true],
    ['F and F', F, F, false, false],
    ['F and U', F, U, false, 'unknown'],
    ['U and U', U, U, 'unknown', 'unknown'],
  ])('of %s, in either order: all of them, any of them', (_which, a, b, both, either) => {
    expect([holds(all(a, b), X), holds(all(b, a), X)]).toEqual([both, both]);
    expect([holds(any(a, b), X), holds(any(b, a), X)]).toEqual([either, either]);
  });

  it('lets one no decide against all, and one yes for any, whatever is unanswered', () => {
    expect(holds(all(T, U, F, U), X)).toBe(false);
    expect(holds(any(F, U, T, U), X)).toBe(true);
  });

  it('treats all of nothing as true, and any of nothing as false', () => {
    expect([holds(all(), X), holds(any(), X)]).toEqual([true, false]);
  });
});

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
    expect(openInputsOf([expression], {})).toEqual(['age', 'drinks', 'pregnant']);
    // For a minor, drinking no longer decides anything here.
    expect(openInputsOf([expression], { age: 17 })).toEqual(['pregnant']);
    expect(openInputsOf([expression], { age: 17, pregnant: 'no' })).toEqual([]);
    expect(openInputsOf([expression], { pregnant: 'yes' })).toEqual([]);
  });
});
