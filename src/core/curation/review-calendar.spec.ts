import * as fc from 'fast-check';
import { overdueMonths } from './review-calendar.js';

describe('Months overdue', () => {
  it.each([
    ['2027-01-31', '2026-12-31', 0],
    ['2027-01-31', '2027-01-31', 0],
    ['2027-01-31', '2027-02-01', 1],
    ['2027-01-15', '2027-02-15', 1],
    ['2027-01-15', '2027-02-16', 2],
    ['2026-11-24', '2027-11-24', 12],
    ['2026-11-24', '2027-11-25', 13],
  ])('due on %s, today %s: %s begun', (due, today, months) => {
    expect(overdueMonths(due, today)).toBe(months);
  });

  it('never fall as days pass', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (due, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        expect(overdueMonths(due, later)).toBeGreaterThanOrEqual(overdueMonths(due, earlier));
      }),
    );
  });
});
