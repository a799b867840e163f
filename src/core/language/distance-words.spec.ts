import { distanceInWords, sameAreaInWords, speedInWords } from './distance-words.js';

describe('a distance in words', () => {
  it.each([
    [0, '0 miles', '0 millas', '0 km'],
    [150, '0.1 miles', '0.1 millas', '0.2 km'],
    [1609, '1 mile', '1 milla', '1.6 km'],
    [7873, '4.9 miles', '4.9 millas', '7.9 km'],
    [40_000, '24.9 miles', '24.9 millas', '40 km'],
    [48_280, '30 miles', '30 millas', '48.3 km'],
  ])('of %d m is %s, %s or %s', (meters, en, es, metric) => {
    expect(distanceInWords(meters, {}, 'en')).toBe(en);
    expect(distanceInWords(meters, {}, 'es')).toBe(es);
    expect(distanceInWords(meters, { units: 'km' }, 'en')).toBe(metric);
    expect(distanceInWords(meters, { units: 'km' }, 'es')).toBe(metric);
  });

  it('between two places of the same postal code is no closer known than the code', () => {
    expect(sameAreaInWords({}, 'en')).toBe('0 to 3 miles');
    expect(sameAreaInWords({ units: 'km' }, 'es')).toBe('de 0 a 5 km');
  });

  it('is gone through at a speed in the same units', () => {
    expect(speedInWords(40, {}, 'en')).toBe('24.9 mph');
    expect(speedInWords(40, {}, 'es')).toBe('24.9 millas por hora');
    expect(speedInWords(40, { units: 'km' }, 'es')).toBe('40 km/h');
  });
});
