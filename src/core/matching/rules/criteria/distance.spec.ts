import { seededKnowledge } from '../../../../../test/cases/seeded-knowledge.js';
import { EMPTY_NEED } from '../../need.js';
import { closeness } from './distance.js';

const { policy } = seededKnowledge();
/** How far the center of a ZIP code is from the door, in the median (design of interchange, §1), and for nine in ten. */
const MEDIAN_ERROR_METERS = 1_940;
const P90_ERROR_METERS = 5_400;
const valueAt = (meters: number, maxDistanceMeters?: number) =>
  closeness(
    { ...EMPTY_NEED, ...(maxDistanceMeters === undefined ? {} : { maxDistanceMeters }) },
    meters,
    false,
    policy,
  )!.value;

describe('How near a program is', () => {
  it.each([
    ['of 40 km, which is meant if none is named', undefined],
    ['of 40 km', 40_000],
    ['of 100 km', 100_000],
  ])('depends little on the error of a ZIP code within a radius %s', (_, radius) => {
    for (const meters of [0, 3_000, 10_000, 30_000]) {
      expect(valueAt(meters, radius) - valueAt(meters + MEDIAN_ERROR_METERS, radius)).toBeLessThan(0.1);
      expect(valueAt(meters, radius) - valueAt(meters + P90_ERROR_METERS, radius)).toBeLessThan(0.25);
    }
  });

  it('never grows with the distance', () => {
    const values = [0, 100, MEDIAN_ERROR_METERS, P90_ERROR_METERS, 40_000].map((meters) => valueAt(meters));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });
});
