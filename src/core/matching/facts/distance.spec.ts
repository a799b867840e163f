import * as fc from 'fast-check';
import { distanceMeters, type Place } from './distance.js';

const NEW_HAVEN: Place = { latitude: 41.3083, longitude: -72.9279 };
const NEW_YORK: Place = { latitude: 40.7128, longitude: -74.006 };
const LOS_ANGELES: Place = { latitude: 34.0522, longitude: -118.2437 };
const LONDON: Place = { latitude: 51.5074, longitude: -0.1278 };
const PARIS: Place = { latitude: 48.8566, longitude: 2.3522 };
const ANYWHERE = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('the distance between two places', () => {
  // Great-circle distances as commonly published; they differ by model of the Earth by up to half a percent.
  it.each([
    ['New York and Los Angeles', NEW_YORK, LOS_ANGELES, 3936],
    ['London and Paris', LONDON, PARIS, 344],
    ['New York and London', NEW_YORK, LONDON, 5570],
    ['New Haven and New York', NEW_HAVEN, NEW_YORK, 112],
  ])('of %s is known', (_names, a, b, kilometers) => {
    expect(Math.abs(distanceMeters(a, b) / 1000 - kilometers)).toBeLessThan(kilometers * 0.005 + 0.5);
  });

  it('of one degree of latitude is 111.2 km everywhere', () => {
    expect(distanceMeters({ latitude: 0, longitude: 10 }, { latitude: 1, longitude: 10 })).toBe(111_195);
    expect(distanceMeters({ latitude: 60, longitude: 10 }, { latitude: 61, longitude: 10 })).toBe(111_195);
  });

  it('is short across the date line, and half the Earth between its poles', () => {
    expect(distanceMeters({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 })).toBe(
      22_239,
    );
    expect(distanceMeters({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 })).toBe(20_015_114);
  });

  it('is nothing to itself, the same both ways, and whole metres', () => {
    fc.assert(
      fc.property(ANYWHERE, ANYWHERE, (a, b) => {
        const meters = distanceMeters(a, b);
        expect(distanceMeters(a, a)).toBe(0);
        expect(distanceMeters(b, a)).toBe(meters);
        expect(Number.isInteger(meters) && meters >= 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
