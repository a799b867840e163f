import type { Expression } from './expression.js';
import { raiseFlags, type RedFlag } from './red-flag.js';

const yes = (input: string): Expression => ({ kind: 'comparison', input, operator: '==', value: true });
const flag = (id: string, part: Partial<RedFlag>): RedFlag => ({
  id,
  subjects: ['self', 'loved_one'],
  triggers: [],
  level: 'high',
  rank: 5,
  escalations: [],
  message: { en: '', es: '' },
  lines: [],
  effect: {},
  source: '',
  verified: 'no',
  reviewedOn: '2026-11-23',
  nextReviewOn: '2027-05-23',
  ...part,
});
const thoughts = flag('SF-SUI', {
  triggers: [yes('thoughts'), yes('plan')],
  rank: 4,
  escalations: [{ when: [yes('plan'), yes('means')], level: 'emergency', rank: 3 }],
});
const illness = flag('SF-PSY', { triggers: [yes('voices')], rank: 8 });
const fear = flag('SF-VIOL', { triggers: [yes('fear')], subjects: ['self'], rank: 3 });
const flagsRaisedBy = (inputs: Record<string, boolean>, subject: 'self' | 'loved_one' = 'self') => {
  const { raised, open } = raiseFlags([illness, thoughts, fear], inputs, subject);
  return {
    raised: raised.map(({ flag: { id }, level, rank }) => [id, level, rank]),
    open: Object.fromEntries(open.map(({ flag: { id }, inputs: names }) => [id, names])),
  };
};

describe('a red flag', () => {
  it('is raised by a single answer, and lists everything else unanswered as not asked', () => {
    expect(flagsRaisedBy({ thoughts: true })).toEqual({
      raised: [['SF-SUI', 'high', 4]],
      open: { 'SF-PSY': ['voices'], 'SF-SUI': ['plan', 'means'], 'SF-VIOL': ['fear'] },
    });
  });

  it('is neither raised nor settled by a missing answer', () => {
    expect(flagsRaisedBy({}).raised).toEqual([]);
    expect(flagsRaisedBy({}).open['SF-SUI']).toEqual(['thoughts', 'plan']);
  });

  it('is settled once every trigger is denied', () => {
    expect(flagsRaisedBy({ thoughts: false, plan: false }).open['SF-SUI']).toBeUndefined();
  });

  it('turns into an emergency by an escalation, with the rank of that, and has nothing left to ask', () => {
    expect(flagsRaisedBy({ means: true })).toMatchObject({ raised: [['SF-SUI', 'emergency', 3]] });
    expect(flagsRaisedBy({ thoughts: true, means: true }).open['SF-SUI']).toBeUndefined();
  });

  it('comes before those of a higher rank number, emergencies first among equals', () => {
    expect(flagsRaisedBy({ voices: true, thoughts: true, plan: true, fear: true }).raised).toEqual([
      ['SF-SUI', 'emergency', 3],
      ['SF-VIOL', 'high', 3],
      ['SF-PSY', 'high', 8],
    ]);
  });

  it('applies only to the people it is made for', () => {
    expect(flagsRaisedBy({ fear: true }, 'loved_one')).toMatchObject({ raised: [] });
    expect(flagsRaisedBy({ fear: true }, 'loved_one').open['SF-VIOL']).toBeUndefined();
  });
});
