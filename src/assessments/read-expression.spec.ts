import { holds } from '../core/assessment/expression.js';
import type { InputDefinition } from '../core/assessment/input-definition.js';
import { readExpression } from './read-expression.js';

const inputs = new Map<string, InputDefinition>(
  (
    [
      ['age', { kind: 'integer', min: 0, max: 120 }],
      ['home.safe', { kind: 'boolean' }],
      ['pregnant', { kind: 'code', codes: ['yes', 'maybe', 'no'] }],
    ] as const
  ).map(([name, type]) => [
    name,
    { name, type, meaning: { en: name, es: name }, aboutAnswerer: false, cautious: 'larger' },
  ]),
);
const read = (text: string) => readExpression(text, inputs);

describe('an expression of the rule tables', () => {
  it.each<[string, Record<string, number | boolean | string>, unknown]>([
    ['age<65', { age: 64 }, true],
    ['age<65', { age: 65 }, false],
    ['age<65', {}, 'unknown'],
    ["pregnant!='no'", { pregnant: 'maybe' }, true],
    ["pregnant!='no'", {}, 'unknown'],
    ['home.safe!=true', {}, true],
    ['home.safe!=true', { 'home.safe': true }, false],
    ['home.safe==false', {}, 'unknown'],
    ['home.safe==true || age>=18', { age: 20 }, true],
    ['home.safe==true || age>=18', { age: 17 }, 'unknown'],
    ['home.safe==true && age>=18', { age: 17 }, false],
    ["(age>=18 || home.safe==true) && pregnant=='no'", { age: 20, pregnant: 'no' }, true],
  ])('%s with %p is %p', (text, known, truth) => {
    expect(holds(read(text), known)).toBe(truth);
  });

  it.each([
    ['age<', /cannot be read/],
    ['age', /must compare inputs with values/],
    ['age + 1', /uses \+/],
    ['home.saef==true', /names home.saef, which is not an input; did you mean "home.safe"\?/],
    ["age=='yes'", /compares age with yes, which is not one of its values/],
    ["pregnant=='perhaps'", /compares pregnant with perhaps, which is not one of its values/],
    ['age<home.safe', /must compare age with a number/],
    ['5<age', /must name an input on the left/],
  ])('%s is refused with the reason', (text, reason) => {
    expect(() => read(text)).toThrow(reason);
  });
});
