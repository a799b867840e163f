import { EARTH_RADIUS_METERS, RADIANS, type Place } from '../facts/distance.js';

/** Cells of a tenth of a degree, about 11 km high. */
const CELLS_PER_DEGREE = 10;
const CELLS_AROUND = 360 * CELLS_PER_DEGREE;

/** The cell of a place: cells of one band of latitude follow one another. */
export function cellOf(latitude: number, longitude: number): number {
  return bandOf(latitude) * CELLS_AROUND + stepOf(longitude);
}

function bandOf(latitude: number): number {
  return Math.floor((latitude + 90) * CELLS_PER_DEGREE);
}

function stepOf(longitude: number): number {
  return Math.min(CELLS_AROUND - 1, Math.max(0, Math.floor((longitude + 180) * CELLS_PER_DEGREE)));
}

/** Rows from one number up to, and without, another. */
export type Slice = readonly [from: number, to: number];

/**
 * Slices of rows, sorted by cell, that hold every place within some metres; most rows in them are within it. Where
 * a circle holds a pole or crosses the 180th meridian, whole bands are answered.
 */
export function slicesAround(
  { latitude, longitude }: Place,
  meters: number,
  latitudes: Float64Array,
  longitudes: Float64Array,
  rows: number,
): Slice[] {
  // A little more than asked, so that no rounding leaves out a place on the very edge.
  const reach = (meters * 1.001 + 10) / EARTH_RADIUS_METERS;
  const south = latitude - reach / RADIANS;
  const north = latitude + reach / RADIANS;
  const sine = Math.sin(reach) / Math.cos(latitude * RADIANS);
  const holdsPole = south <= -90 || north >= 90 || reach >= Math.PI / 2 || sine >= 1;
  const half = holdsPole ? 360 : Math.asin(sine) / RADIANS;
  const isWhole = longitude - half < -180 || longitude + half > 180;
  const [west, east] = isWhole ? [-180, 180] : [longitude - half, longitude + half];

  const firstFrom = (cell: number): number => {
    let [low, high] = [0, rows];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cellOf(latitudes[middle]!, longitudes[middle]!) < cell) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const [lowest, highest] = [bandOf(Math.max(-90, south)), bandOf(Math.min(90, north))];
  if (isWhole) return [[firstFrom(lowest * CELLS_AROUND), firstFrom((highest + 1) * CELLS_AROUND)]];
  const slices: Slice[] = [];
  for (let band = lowest; band <= highest; band++) {
    const from = firstFrom(band * CELLS_AROUND + stepOf(west));
    const to = firstFrom(band * CELLS_AROUND + stepOf(east) + 1);
    if (to > from) slices.push([from, to]);
  }
  return slices;
}
