import { daysBetween, freshness, staleOn } from './shelf-life.js';
import type { FactKey } from './source-record.js';

describe('the shelf life of a fact', () => {
  it.each<[FactKey, string, string]>([
    ['waitDays', '2026-11-10', '2026-11-25'],
    ['sameDayStart', '2026-12-25', '2027-01-09'],
    ['prices', '2026-01-01', '2026-04-02'],
    ['sessions', '2026-01-01', '2026-07-01'],
    ['licenses', '2027-03-01', '2028-03-01'],
  ])('of %s, said on %s, ends so that it is stale on %s', (fact, asOf, stale) => {
    expect(staleOn(fact, asOf)).toBe(stale);
  });

  it.each<FactKey>(['conditions', 'payers', 'medications', 'levelsOfCare'])('of %s has no end', (fact) => {
    expect(staleOn(fact, '1999-01-01')).toBeUndefined();
  });
});

describe('the freshness of a record', () => {
  it.each([
    ['2026-11-24', 'fresh'],
    ['2025-11-24', 'fresh'],
    ['2025-11-23', 'ageing'],
    ['2024-11-24', 'ageing'],
    ['2024-11-23', 'stale'],
  ])('of %s is, on 2026-11-24, %s', (asOf, expected) => {
    expect(freshness(asOf, '2026-11-24')).toBe(expected);
  });
});

describe('the days between two days', () => {
  it('count a leap day, and go below nothing backwards', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });
});
