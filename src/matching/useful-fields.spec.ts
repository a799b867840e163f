import { EMPTY_NEED, type Need } from '../core/matching/need.js';
import { LANGUAGES } from '../core/vocabulary/languages.js';
import { USEFUL_FIELDS, missingFrom, missingInWords } from './useful-fields.js';

const WHOLE: Need = {
  ...EMPTY_NEED,
  conditions: [{ condition: 'alcohol', severity: 'mild' }],
  assessedLevels: ['op'],
  age: 40,
  state: 'CT',
  payers: ['medicaid'],
};

describe('what a match does not know', () => {
  it('is nothing where all is given, and each field where it is not', () => {
    expect(missingFrom(WHOLE)).toEqual([]);
    const without: [Partial<Need>, string][] = [
      [{ conditions: [] }, 'assessment.conditions'],
      [{ conditions: [{ condition: 'alcohol' }] }, 'assessment.conditions[].severity'],
      [{ assessedLevels: undefined }, 'assessment.levelsOfCare'],
      [{ age: undefined }, 'client.age'],
      [{ age: undefined, role: 'family' }, 'lovedOne.age'],
      [{ state: undefined }, 'constraints.near'],
      [{ payers: undefined }, 'constraints.payers'],
    ];
    for (const [change, field] of without) expect(missingFrom({ ...WHOLE, ...change })).toEqual([field]);
    expect(without.map(([, field]) => field)).toEqual(USEFUL_FIELDS);
    // An empty list says that nobody pays, which is an answer.
    expect(missingFrom({ ...WHOLE, payers: [] })).toEqual([]);
  });

  it('has words of its own in every language', () => {
    const [english, spanish] = LANGUAGES.map((language) => missingInWords(USEFUL_FIELDS, language));
    for (const field of USEFUL_FIELDS) {
      expect(english![field]).not.toBe(spanish![field]);
      expect(spanish![field]).not.toMatch(/[.[\]]/);
    }
  });
});
