import type { Stance } from '../../directory/resolved-facts.js';
import type { Payer, Price } from '../../vocabulary/payment.js';
import type { Candidate } from '../candidate.js';
import { candidateWith } from '../index/stored-facts.js';
import { lowestComparablePrice, payerStance } from './payment-terms.js';

const usd = (amount: number, per: Price['per']): Price => ({ amount, currency: 'USD', per });

describe('a price in the unit of a budget', () => {
  it.each<[string, Price, Price, number | undefined]>([
    ['a week for a week', usd(15_000, 'week'), usd(1, 'week'), 15_000],
    ['a month of 30 days as weeks', usd(30_000, 'month'), usd(1, 'week'), 7_000],
    ['a week as a month of 30 days', usd(7_000, 'week'), usd(1, 'month'), 30_000],
    ['a day as a week', usd(1_000, 'day'), usd(1, 'week'), 7_000],
    ['a week as days, to the cent', usd(10_000, 'week'), usd(1, 'day'), 1_429],
    ['a stay for a stay', usd(900_000, 'stay'), usd(1, 'stay'), 900_000],
    ['a session for a session', usd(9_000, 'session'), usd(1, 'session'), 9_000],
    ['a stay as weeks, which nobody can tell', usd(900_000, 'stay'), usd(1, 'week'), undefined],
    ['a session as months, which nobody can tell', usd(9_000, 'session'), usd(1, 'month'), undefined],
    ['nothing', usd(0, 'day'), usd(1, 'month'), 0],
  ])('is %s', (_what, price, budget, amount) => {
    expect(lowestComparablePrice([price], budget)).toBe(amount);
  });

  it('is never of another currency', () => {
    expect(
      lowestComparablePrice([{ amount: 1, currency: 'CAD', per: 'week' }], usd(1, 'week')),
    ).toBeUndefined();
  });

  it('is the lowest of those that compare', () => {
    const prices = [usd(50_000, 'week'), usd(100_000, 'month'), usd(1, 'session')];
    expect(lowestComparablePrice(prices, usd(1, 'week'))).toBe(23_333);
  });

  it('is unknown where none was told', () => {
    expect([
      lowestComparablePrice(undefined, usd(1, 'week')),
      lowestComparablePrice([], usd(1, 'week')),
    ]).toEqual([undefined, undefined]);
  });
});

describe('whether a program takes a payer', () => {
  type Codes = Partial<Record<Payer, Stance>>;
  const stanceOn = (payer: Payer, codes: Codes, complete = false) =>
    payerStance(candidateWith([{ lists: { payers: { codes, complete } } }]), payer);

  it.each<[string, Codes, boolean, readonly (Stance | 'unknown')[]]>([
    [
      'military insurance, and all that it takes',
      { military: 'yes' },
      true,
      ['yes', 'yes', 'unknown', 'unknown'],
    ],
    ['Medicaid, and all that it takes', { medicaid: 'yes' }, true, ['no', 'no', 'unknown', 'unknown']],
    ['no military insurance', { military: 'no' }, false, ['no', 'no', 'unknown', 'unknown']],
    ['TRICARE', { tricare: 'yes' }, false, ['unknown', 'yes', 'unknown', 'unknown']],
    ['TRICARE, and all that it takes', { tricare: 'yes' }, true, ['unknown', 'yes', 'no', 'no']],
    [
      'CHAMPVA and not TRICARE',
      { champva: 'yes', tricare: 'no' },
      false,
      ['unknown', 'no', 'yes', 'unknown'],
    ],
    ['nothing', {}, false, ['unknown', 'unknown', 'unknown', 'unknown']],
  ])(
    'of one that reports %s: military insurance, TRICARE, CHAMPVA, VA',
    (_what, codes, complete, stances) => {
      const payers = ['military', 'tricare', 'champva', 'va'] as const;
      expect(payers.map((payer) => stanceOn(payer, codes, complete))).toEqual(stances);
    },
  );

  it('is yes for Veterans Affairs where it runs the program, whatever is reported', () => {
    const run = (lists: Candidate['lists']) =>
      payerStance(candidateWith([{ lists, values: { operator: 'veterans-affairs' } }]), 'va');
    expect([run({}), run({ payers: { codes: { medicaid: 'yes' }, complete: true } })]).toEqual([
      'yes',
      'yes',
    ]);
  });

  it.each<[Payer, Stance]>([
    ['medicaid', 'yes'],
    ['private', 'no'],
  ])('is for %s as it is reported', (payer, stance) => {
    expect(stanceOn(payer, { medicaid: 'yes' }, true)).toBe(stance);
  });
});
