import { FACT_EXAMPLES } from '../core/directory/fact-examples.js';
import { FACT_KEYS } from '../core/directory/fact-keys.js';
import { flawsOfFacts } from './stated-facts.check.js';

describe('the check of facts', () => {
  it.each(FACT_KEYS)('allows the example of %s', (fact) => {
    expect(flawsOfFacts({ [fact]: FACT_EXAMPLES[fact] })).toEqual([]);
  });

  it('names every flaw and what is allowed', () => {
    expect(
      flawsOfFacts({ waitDays: -1, coOccurringCare: 'some', payers: { yes: ['gold'] }, moon: true }),
    ).toEqual([
      { pointer: '/moon', message: 'is not a known fact; remove it' },
      { pointer: '/payers/yes/0', message: expect.stringMatching(/^must be one of .*medicaid/) },
      { pointer: '/waitDays', message: 'must be >= 0' },
      { pointer: '/coOccurringCare', message: 'must be one of none, capable, enhanced' },
    ]);
  });
});
