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

/** A rectangle of the map, in degrees. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/**
 * A box that holds every place within some metres. Where a circle holds a pole or crosses the 180th meridian, the box goes
 * all the way around.
 */
export function boxAround({ latitude, longitude }: Place, meters: number): Box {
  // A little more than asked, so that no rounding leaves out a place on the very edge.
  const reach = (meters * 1.001 + 10) / EARTH_RADIUS_METERS;
  const south = latitude - reach / RADIANS;
  const north = latitude + reach / RADIANS;
  const sine = Math.sin(reach) / Math.cos(latitude * RADIANS);
  const holdsPole = south <= -90 || north >= 90 || reach >= Math.PI / 2 || sine >= 1;
  const half = holdsPole ? 360 : Math.asin(sine) / RADIANS;
  const isWhole = longitude - half < -180 || longitude + half > 180;
  const [west, east] = isWhole ? [-180, 180] : [longitude - half, longitude + half];
  return { south: Math.max(-90, south), north: Math.min(90, north), west, east };
}

/**
 * Slices of some rows that hold every row in a box; most rows in them are in it.
 *
 * @param first the rows from here up to, and without, `end` are sorted by cell
 */
export function slicesIn(
  { south, north, west, east }: Box,
  latitudes: Float64Array,
  longitudes: Float64Array,
  first: number,
  end: number,
): Slice[] {
  const firstFrom = (cell: number, low: number): number => {
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cellOf(latitudes[middle]!, longitudes[middle]!) < cell) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const [lowest, highest] = [bandOf(south), bandOf(north)];
  if (west === -180 && east === 180)
    return [[firstFrom(lowest * CELLS_AROUND, first), firstFrom((highest + 1) * CELLS_AROUND, first)]];
  const slices: Slice[] = [];
  let from = first;
  for (let band = lowest; band <= highest; band++) {
    from = firstFrom(band * CELLS_AROUND + stepOf(west), from);
    const to = firstFrom(band * CELLS_AROUND + stepOf(east) + 1, from);
    if (to > from) slices.push([from, to]);
    from = to;
  }
  return slices;
}
