import { DeliveryTerms } from './delivery-terms.js';
import { readRetryAfter, untilNextAttempt } from './next-attempt.js';

const SECOND = 1000;
const DELIVERY_TERMS = new DeliveryTerms();
const HOUR = 3_600 * SECOND;

describe('The next attempt', () => {
  it.each([
    [0, 5 * SECOND],
    [1, 10 * SECOND],
    [5, 160 * SECOND],
    [12, 20_480 * SECOND],
    [13, 6 * HOUR],
    [200, 6 * HOUR],
  ])('after %i failures and one more comes within the second half of %i ms', (before, longest) => {
    for (let drawn = 0; drawn < 200; drawn++) {
      const wait = untilNextAttempt({ before, failingForMs: 0 }, DELIVERY_TERMS)!;
      expect(wait).toBeGreaterThanOrEqual(longest / 2);
      expect(wait).toBeLessThanOrEqual(longest);
    }
  });

  it('is not made sooner than the receiver asks', () => {
    const failure = { before: 0, failingForMs: 0, retryAfterMs: 2 * HOUR };
    expect(untilNextAttempt(failure, DELIVERY_TERMS)).toBe(2 * HOUR);
  });

  it('is made once more at the end of three days, whatever was asked, and then no more', () => {
    const asked = { before: 30, failingForMs: 71 * HOUR, retryAfterMs: 500 * HOUR };
    expect(untilNextAttempt(asked, DELIVERY_TERMS)).toBe(HOUR);
    expect(untilNextAttempt({ before: 31, failingForMs: 72 * HOUR }, DELIVERY_TERMS)).toBeUndefined();
  });

  it('is tried some twenty to thirty times in three days', () => {
    let failingForMs = 0;
    let attempts = 1;
    for (; ; attempts++) {
      const wait = untilNextAttempt({ before: attempts - 1, failingForMs }, DELIVERY_TERMS);
      if (wait === undefined) break;
      failingForMs += wait;
    }
    expect(attempts).toBeGreaterThanOrEqual(20);
    expect(attempts).toBeLessThanOrEqual(40);
    expect(failingForMs).toBe(72 * HOUR);
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-11-27T12:00:00Z');
  it.each([
    ['120', 120 * SECOND],
    [' 0 ', 0],
    ['Fri, 27 Nov 2026 12:01:00 GMT', 60 * SECOND],
    ['Fri, 27 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j ms', (header, milliseconds) => {
    expect(readRetryAfter(header, now)).toBe(milliseconds);
  });
});
