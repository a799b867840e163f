import * as fc from 'fast-check';
import { distanceMeters, type Place } from '../facts/distance.js';
import { boxAround, cellOf, slicesIn } from './grid.js';

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });

/** Anywhere; mostly where a circle is no rectangle of the map: at a pole, or on either side of the 180th meridian. */
const somewhere: fc.Arbitrary<Place> = fc.record({
  latitude: fc.oneof(degrees(90), fc.constantFrom(-90, -89.95, 0, 41.3, 89.95, 90)),
  longitude: fc.oneof(degrees(180), fc.constantFrom(-180, -179.95, -72.9, 0, 179.95, 180)),
});

/** A place near another one, by so many degrees to the north and to the east. */
const step = fc.tuple(degrees(3), degrees(3));
function near({ latitude, longitude }: Place, [north, east]: [number, number]): Place {
  return {
    latitude: Math.max(-90, Math.min(90, latitude + north)),
    longitude: ((((longitude + east + 180) % 360) + 360) % 360) - 180,
  };
}

/** The places in the order in which an index holds them. */
function columnsOf(places: readonly Place[]): [Float64Array, Float64Array] {
  const sorted = [...places].sort(
    (a, b) => cellOf(a.latitude, a.longitude) - cellOf(b.latitude, b.longitude),
  );
  return [
    Float64Array.from(sorted, ({ latitude }) => latitude),
    Float64Array.from(sorted, ({ longitude }) => longitude),
  ];
}

function rowsAround(place: Place, meters: number, [latitudes, longitudes]: [Float64Array, Float64Array]) {
  return slicesIn(boxAround(place, meters), latitudes, longitudes, 0, latitudes.length).flatMap(
    ([from, to]) => Array.from({ length: to - from }, (_, i) => from + i),
  );
}

describe('the slices of a grid around a place', () => {
  const meters = fc.oneof(
    fc.integer({ min: 0, max: 400_000 }),
    fc.integer({ min: 0, max: 21_000_000 }),
    fc.constantFrom(0, 1, 10_007_543, 20_015_087),
  );

  it('hold every place within the radius, over the poles and the 180th meridian too, and none twice', () => {
    const runs = fc.property(
      somewhere,
      meters,
      fc.array(step, { maxLength: 20 }),
      fc.array(somewhere, { maxLength: 20 }),
      (place, radius, steps, others) => {
        const columns = columnsOf([place, ...steps.map((each) => near(place, each)), ...others]);
        const [latitudes, longitudes] = columns;
        const rows = rowsAround(place, radius, columns);
        expect(new Set(rows).size).toBe(rows.length);
        const found = new Set(rows);
        for (let row = 0; row < latitudes.length; row++) {
          const there = { latitude: latitudes[row]!, longitude: longitudes[row]! };
          if (distanceMeters(place, there) <= radius) expect([there, found.has(row)]).toEqual([there, true]);
        }
      },
    );
    fc.assert(runs, { numRuns: 500 });
  });

  it('hold hardly anything else, where a circle is nearly a rectangle of the map', () => {
    const inland: fc.Arbitrary<Place> = fc.record({
      latitude: degrees(60),
      longitude: degrees(160),
    });
    const runs = fc.property(
      inland,
      fc.integer({ min: 0, max: 300_000 }),
      fc.array(step, { minLength: 10, maxLength: 30 }),
      (place, radius, steps) => {
        const columns = columnsOf(steps.map((each) => near(place, each)));
        for (const row of rowsAround(place, radius, columns)) {
          const there = { latitude: columns[0][row]!, longitude: columns[1][row]! };
          expect(distanceMeters(place, there)).toBeLessThan(1.6 * radius + 35_000);
        }
      },
    );
    fc.assert(runs, { numRuns: 500 });
  });

  it('are whole bands where the circle holds a pole, and nothing where nobody is', () => {
    const ring = columnsOf([-150, -50, 0, 50, 150].map((longitude) => ({ latitude: 89.9, longitude })));
    expect(rowsAround({ latitude: 89.95, longitude: 100 }, 50_000, ring)).toEqual([0, 1, 2, 3, 4]);
    expect(rowsAround({ latitude: 0, longitude: 100 }, 50_000, ring)).toEqual([]);
    expect(rowsAround({ latitude: 0, longitude: 0 }, 50_000, columnsOf([]))).toEqual([]);
  });
});
