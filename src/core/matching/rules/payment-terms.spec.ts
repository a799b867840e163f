import type { Price } from '../../vocabulary/payment.js';
import { lowestComparablePrice } from './payment-terms.js';

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
