import { createRequire } from 'node:module';
import type zipcodes from 'zipcodes';

/** The center of a postal code area. Degrees, WGS 84; `state` is its postal abbreviation. */
export interface PostalCode {
  readonly latitude: number;
  readonly longitude: number;
  readonly city: string;
  readonly state: string;
}

/** Mail to military and diplomatic posts: the code is not for a place in a state. */
const NOT_PLACES: ReadonlySet<string> = new Set(['AA', 'AE', 'AP']);

/** A point farther than this from every postal code is not in the United States. */
const FARTHEST_METRES = 300_000;
const EARTH_RADIUS_METRES = 6_371_008.8;

let table: typeof zipcodes.codes | undefined;

/** Loaded on first use: it is 5 MB of source, which takes as long to load as the rest of a command. */
function codes(): typeof zipcodes.codes {
  table ??= (createRequire(import.meta.url)('zipcodes') as typeof zipcodes).codes;
  return table;
}

/** The centroid of a five-digit ZIP code, or `undefined` for an unknown code or one that is not a place. */
export function findPostalCode(code: string): PostalCode | undefined {
  if (!/^[0-9]{5}$/.test(code) || !Object.hasOwn(codes(), code)) return undefined;
  const known = codes()[code]!;
  if (known.country !== 'US' || NOT_PLACES.has(known.state)) return undefined;
  const { latitude, longitude, city, state } = known;
  return { latitude, longitude, city, state };
}

/**
 * The state of the postal code nearest to a point (degrees), or `undefined` if none is near. Close to a border it may
 * be the neighboring state.
 */
export function nearestState(latitude: number, longitude: number): string | undefined {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  const [x, y, z] = unitVector(latitude, longitude);
  let best: string | undefined;
  let bestCosine = Math.cos(FARTHEST_METRES / EARTH_RADIUS_METRES);
  for (const place of places()) {
    const cosine = x * place.x + y * place.y + z * place.z;
    if (cosine > bestCosine) {
      bestCosine = cosine;
      best = place.state;
    }
  }
  return best;
}

let known: { x: number; y: number; z: number; state: string }[] | undefined;

function places() {
  known ??= Object.keys(codes()).flatMap((code) => {
    const place = findPostalCode(code);
    if (!place) return [];
    const [x, y, z] = unitVector(place.latitude, place.longitude);
    return [{ x, y, z, state: place.state }];
  });
  return known;
}

function unitVector(latitude: number, longitude: number): [number, number, number] {
  const phi = (latitude * Math.PI) / 180;
  const lambda = (longitude * Math.PI) / 180;
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}
