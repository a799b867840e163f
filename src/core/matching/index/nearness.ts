import { distanceMeters, EARTH_RADIUS_METERS, RADIANS } from '../distance.js';
import type { Place } from '../need.js';

/** The flat reckoning below is good to two thousandths up to here, away from the poles. */
const MOST_ROUGH_METERS = 300_000;
const MOST_ROUGH_LATITUDE = 60;
const ROUGH_ERROR = 0.005;

/**
 * Tells which places lie within some metres of one place, exactly as `distanceMeters` does: by a flat reckoning
 * wherever that settles it, which is several times quicker, and by the great circle near the edge.
 */
export class Nearness {
  private readonly cosine: number;
  private readonly halfSine: number;
  private readonly surelyWithin: number;
  private readonly surelyBeyond: number;

  constructor(
    private readonly from: Place,
    private readonly meters: number,
  ) {
    const latitude = from.latitude * RADIANS;
    this.cosine = Math.cos(latitude);
    this.halfSine = Math.sin(latitude) / 2;
    const isFlat = meters <= MOST_ROUGH_METERS && Math.abs(from.latitude) <= MOST_ROUGH_LATITUDE;
    const angle = (each: number) => (each / EARTH_RADIUS_METERS / RADIANS) ** 2;
    // Distances are rounded to the metre, so the last half metre is for the great circle to tell.
    this.surelyWithin = isFlat ? angle(Math.max(0, meters * (1 - ROUGH_ERROR) - 1)) : -1;
    this.surelyBeyond = isFlat ? angle(meters * (1 + ROUGH_ERROR) + 1) : Infinity;
  }

  has(latitude: number, longitude: number): boolean {
    const north = latitude - this.from.latitude;
    const east = longitude - this.from.longitude;
    // From some degrees on the reckoning is no longer flat, and across the 180th meridian it goes the wrong way round.
    if (north > -4 && north < 4 && east > -12 && east < 12) {
      const width = (this.cosine - this.halfSine * north * RADIANS) * east;
      const square = north * north + width * width;
      if (square <= this.surelyWithin) return true;
      if (square >= this.surelyBeyond) return false;
    }
    return distanceMeters(this.from, { latitude, longitude }) <= this.meters;
  }
}
