export interface Place {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

/** The mean radius. */
export const EARTH_RADIUS_METERS = 6_371_008.8;
/** Of one degree. */
export const RADIANS = Math.PI / 180;

/** Great-circle distance in metres (haversine, mean Earth radius), rounded to the metre. */
export function distanceMeters(a: Place, b: Place): number {
  const dLatitude = (b.latitude - a.latitude) * RADIANS;
  const dLongitude = (b.longitude - a.longitude) * RADIANS;
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * Math.sin(dLongitude / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** Metres between two places, or `undefined` where either is unknown. */
export function distanceTo(
  { place: from }: { readonly place?: Place },
  { place: to }: { readonly place?: Place },
): number | undefined {
  return from && to ? distanceMeters(from, to) : undefined;
}
