import * as fc from 'fast-check';
import type { CautiousSide, InputDefinition } from './input-definition.js';
import { InputSheet } from './input-sheet.js';
import type { InputValue } from './instrument.js';

const define = (name: string, cautious: CautiousSide): [string, InputDefinition] => [
  name,
  {
    name,
    cautious,
    type: { kind: 'integer', min: 0, max: 100 },
    meaning: { en: name, es: name },
    aboutAnswerer: false,
  },
];
const definitions = new Map([
  define('weeks', 'larger'),
  define('days_since', 'smaller'),
  define('home.safe', 'smaller'),
  define('age', { smallerBelow: 18 }),
]);

function sheetOf(...said: [string, InputValue][]): InputSheet {
  const sheet = new InputSheet(definitions);
  for (const [name, value] of said) sheet.say(name, value);
  return sheet;
}

describe('a sheet of what answers say', () => {
  it('does not know what was not stated', () => {
    const sheet = sheetOf(['weeks', 0]);
    expect([sheet.has('weeks'), sheet.has('age'), sheet.get('age')]).toEqual([true, false, undefined]);
    expect(sheet.contradictions).toEqual([]);
  });

  it.each<[string, InputValue, InputValue, InputValue]>([
    ['seizure', true, false, true],
    ['weeks', 2, 6, 6],
    ['days_since', 2, 20, 2],
    ['home.safe', true, false, false],
    ['pregnant', 'no', 'maybe', 'maybe'],
    ['pregnant', 'maybe', 'yes', 'yes'],
    ['age', 17, 18, 17],
    ['age', 17, 70, 17],
    ['age', 18, 65, 65],
  ])('takes the more cautious where two disagree: %s %s and %s is %s', (name, a, b, expected) => {
    for (const sheet of [sheetOf([name, a], [name, b]), sheetOf([name, b], [name, a])]) {
      expect(sheet.get(name)).toBe(expected);
      expect(sheet.contradictions).toEqual([name]);
    }
  });

  it('comes to the same in whatever order three answers come', () => {
    const threeAnswers = fc.record({
      name: fc.constantFrom(...definitions.keys()),
      values: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(threeAnswers, ({ name, values: [a, b, c] }) => {
        const inOrder = (...values: number[]) =>
          sheetOf(...values.map((value): [string, InputValue] => [name, value])).get(name);
        expect(new Set([inOrder(a!, b!, c!), inOrder(c!, b!, a!), inOrder(b!, a!, c!)]).size).toBe(1);
      }),
    );
  });

  it.each<[string, [string, InputValue], InputValue, InputValue]>([
    ['fills what was not stated', ['other', true], 3, 3],
    ['raises what was said, and tells it', ['weeks', 1], 3, 3],
    ['never lowers it', ['weeks', 5], 3, 5],
    ['lowers it where less is the cautious side', ['days_since', 5], 3, 3],
  ])('with what follows %s', (_what, [name, value], implied, expected) => {
    const sheet = sheetOf([name, value]);
    const about = name === 'other' ? 'weeks' : name;
    sheet.conclude([
      {
        when: { kind: 'comparison', input: name, operator: '>=', value: 0 },
        implies: { [about]: implied },
        source: '',
      },
    ]);
    expect(sheet.get(about)).toBe(expected);
  });

  it.each([
    [true, false, true],
    [false, true, true],
  ])(
    'says that an answer of %s contradicts what follows, %s, and uses the cautious one',
    (said, follows, used) => {
      const sheet = sheetOf(['other', 1], ['asked', said]);
      sheet.conclude([
        {
          when: { kind: 'comparison', input: 'other', operator: '==', value: 1 },
          implies: { asked: follows },
          source: '',
        },
      ]);
      expect(sheet.get('asked')).toBe(used);
      expect(sheet.contradictions).toEqual(['asked']);
    },
  );

  it('concludes from what was concluded', () => {
    const sheet = sheetOf(['a', true]);
    sheet.conclude([
      {
        when: { kind: 'comparison', input: 'b', operator: '==', value: true },
        implies: { c: true },
        source: '',
      },
      {
        when: { kind: 'comparison', input: 'a', operator: '==', value: true },
        implies: { b: true },
        source: '',
      },
    ]);
    expect(sheet.inputs).toEqual({ a: true, b: true, c: true });
  });
});
