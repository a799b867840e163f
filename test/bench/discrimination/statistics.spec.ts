import { coDeviation, correlation, rankCorrelation, ranks } from './statistics.js';

describe('the statistics of the bench', () => {
  it('give equal values the mean of their ranks', () => {
    expect(ranks([3, 1, 1, 7])).toEqual([3, 1.5, 1.5, 4]);
  });

  it('know a correlation, and none where nothing varies', () => {
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(rankCorrelation([1, 2, 3], [9, 4, 1])).toBeCloseTo(-1, 12);
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeUndefined();
  });

  it('add up: the parts of a sum co-vary with it as much as it varies', () => {
    const [a, b] = [
      [0.1, 0.4, 0.2],
      [0.3, 0.3, 0.9],
    ] as const;
    const sum = a.map((value, i) => value + b[i]!);
    expect(coDeviation(a, sum) + coDeviation(b, sum)).toBeCloseTo(coDeviation(sum, sum), 12);
  });
});
