import { factOrigins } from './fact-origins.js';
import { resolveFacts } from './resolve-facts.js';
import type { SourceRecord } from './source-record.js';

const SURVEY: SourceRecord = {
  source: 'survey',
  asOf: '2026-01-01',
  standing: 'self-reported',
  facts: { payers: { yes: ['medicaid'] }, medications: { methadone: 'starts' }, faithBased: false },
};
const call = (observer: string): SourceRecord => ({
  source: 'observation',
  asOf: '2026-11-10',
  standing: 'confirmed',
  facts: { payers: { yes: ['private'] }, waitDays: 3 },
  observer,
  by: observer,
});

describe('the origins of facts', () => {
  const origins = factOrigins(resolveFacts([SURVEY, call('a'), call('b')], '2026-11-12'));
  const called = {
    source: 'observation',
    asOf: '2026-11-10',
    standing: 'confirmed',
    by: 'a',
    confirmedBy: 2,
  };
  const surveyed = { source: 'survey', asOf: '2026-01-01', standing: 'self-reported' };

  it('are listed for every known fact, best first, with the number of confirmations', () => {
    expect(origins).toEqual({
      payers: [called, surveyed],
      medications: [surveyed],
      faithBased: [surveyed],
      waitDays: [called],
    });
  });

  it('are stored once if facts share them', () => {
    expect(origins.medications).toBe(origins.faithBased);
  });
});
