import { factDifferences } from './fact-differences.js';
import { resolveFacts } from './resolve-facts.js';
import type { StatedFacts } from './source-record.js';

const known = (facts: StatedFacts, source = 'survey') =>
  resolveFacts([{ source, asOf: '2026-11-01', standing: 'attested', facts }], '2026-11-02');

describe('Facts that differ', () => {
  it('are those that became known, changed, and became unknown', () => {
    expect(
      factDifferences(
        known({ conditions: { yes: ['alcohol'] }, waitDays: 3, slidingFee: true }),
        known({
          conditions: { yes: ['alcohol', 'opioid'] },
          slidingFee: true,
          medications: { methadone: 'starts' },
        }),
      ),
    ).toEqual({ gained: ['medications'], changed: ['conditions'], lost: ['waitDays'] });
  });

  it('are none if another source says the same', () => {
    const facts: StatedFacts = { conditions: { yes: ['alcohol'] }, waitDays: 3 };
    expect(factDifferences(known(facts), known(facts, 'visit'))).toEqual({
      gained: [],
      changed: [],
      lost: [],
    });
  });
});
