import { distanceMeters, EARTH_RADIUS_METERS, RADIANS, type Place } from '../facts/distance.js';

/** Up to here, and away from the poles, the flat approximation below is good to two thousandths. */
const MOST_ROUGH_METERS = 300_000;
const MOST_ROUGH_LATITUDE = 60;
const ROUGH_ERROR = 0.005;

/** The band of a place around another: within the first distance, within the second, or beyond both. */
export const INNER = 0;
export const OUTER = 1;
export const BEYOND = 2;

/**
 * Bands of distance around a place, exactly as `distanceMeters` measures it. A flat approximation decides wherever it is
 * sure, which is several times quicker; near the edges the great circle decides.
 */
export class DistanceBands {
  private readonly cosine: number;
  private readonly halfSine: number;
  private readonly inner: Edge;
  private readonly outer: Edge;

  /**
   * @param innerMeters no more than `outerMeters`
   */
  constructor(
    private readonly from: Place,
    innerMeters: number,
    outerMeters: number,
  ) {
    const latitude = from.latitude * RADIANS;
    this.cosine = Math.cos(latitude);
    this.halfSine = Math.sin(latitude) / 2;
    const isFlat = Math.abs(from.latitude) <= MOST_ROUGH_LATITUDE;
    this.inner = edgeAt(innerMeters, isFlat);
    this.outer = edgeAt(outerMeters, isFlat);
  }

  bandOf(latitude: number, longitude: number): number {
    const north = latitude - this.from.latitude;
    const east = longitude - this.from.longitude;
    const { inner, outer } = this;
    // Farther away the earth is not flat, and across the 180th meridian the difference goes the wrong way round.
    if (north > -4 && north < 4 && east > -12 && east < 12) {
      const width = (this.cosine - this.halfSine * north * RADIANS) * east;
      const square = north * north + width * width;
      if (square >= outer.surelyBeyond) return BEYOND;
      if (square <= inner.surelyWithin) return INNER;
      if (square >= inner.surelyBeyond && square <= outer.surelyWithin) return OUTER;
    }
    const away = distanceMeters(this.from, { latitude, longitude });
    return away <= inner.meters ? INNER : away <= outer.meters ? OUTER : BEYOND;
  }
}

/** A distance, and the squares of degrees up to which and from which the flat approximation is sure. */
interface Edge {
  readonly meters: number;
  readonly surelyWithin: number;
  readonly surelyBeyond: number;
}

function edgeAt(meters: number, isFlat: boolean): Edge {
  if (!isFlat || meters > MOST_ROUGH_METERS) return { meters, surelyWithin: -1, surelyBeyond: Infinity };
  const square = (each: number) => (each / EARTH_RADIUS_METERS / RADIANS) ** 2;
  // Distances are rounded to the metre, so the great circle decides the last half metre.
  return {
    meters,
    surelyWithin: square(Math.max(0, meters * (1 - ROUGH_ERROR) - 1)),
    surelyBeyond: square(meters * (1 + ROUGH_ERROR) + 1),
  };
}
