import { resolveFacts } from '../directory/resolve-facts.js';
import type { StatedFacts } from '../directory/source-record.js';
import { CALL_QUESTIONS, openQuestions, worthOf } from './call-questions.js';

const open = (facts: StatedFacts) =>
  openQuestions(
    resolveFacts([{ source: 'survey', asOf: '2026-11-01', standing: 'self-reported', facts }], '2026-11-24'),
  ).map(({ facts: [first] }) => first);

describe('The questions of a call', () => {
  it('are all open where nothing is known, and worth the most', () => {
    expect(open({})).toEqual([
      'medications',
      'ageGroups',
      'payers',
      'visitHours',
      'waitDays',
      'accreditations',
    ]);
    expect(worthOf(CALL_QUESTIONS)).toBe(17);
  });

  it('are closed by any of the facts, or by all, as each one says', () => {
    expect(open({ sessions: [{ day: 'mo', from: '18:00', to: '20:00' }] })).not.toContain('visitHours');
    expect(open({ ageGroups: { yes: ['adults'] } })).toContain('ageGroups');
    expect(open({ ageGroups: { yes: ['adults'] }, genders: { yes: ['woman'] } })).not.toContain('ageGroups');
    expect(open({ medications: { methadone: 'refuses' } })).not.toContain('medications');
  });

  it('are open again once a statement is past its shelf life', () => {
    const stated = [
      { source: 'call', asOf: '2026-10-01', standing: 'confirmed' as const, facts: { waitDays: 3 } },
    ];
    const asked = openQuestions(resolveFacts(stated, '2026-11-24')).map(({ facts: [first] }) => first);
    expect(asked).toContain('waitDays');
  });

  it('stand in the order of what they are worth', () => {
    const weights = CALL_QUESTIONS.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });
});
