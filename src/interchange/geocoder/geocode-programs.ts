import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { streetAddressOf } from '../../core/directory/street-address.js';
import { statementAtDoor } from '../../core/linkage/door-statement.js';
import { takeWriterLock } from '../../database/writer-lock.js';
import { digestOf } from '../../directory/intake-rows.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
import { addRecords } from '../../directory/program-statements.js';
import { GEOCODER } from '../../directory/supplementary-sources.js';
import { loadEvidenceView } from '../../evidence/evidence-view.js';
import { type DoorlessPlace, doorlessPlaces, stillPublished } from './doorless.queries.js';
import type { FoundPoint, GeocodingService } from './geocoding-service.js';

/** Places are stored in groups of this many: a run that ends in the middle keeps the groups before. */
const PLACES_A_GROUP = 100;

export interface GeocodeOptions {
  /** Postal code of a state; all of them if absent. */
  readonly state?: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Between two requests. */
  readonly pauseMs: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The result of a run. `places` = `found` + `unknown`. */
export interface GeocodeReport {
  readonly places: number;
  /** Places whose door is stored. */
  readonly found: number;
  readonly unknown: number;
  /** Programs that have a door now. */
  readonly programs: number;
}

/**
 * Asks a geocoder where the programs are for which no source states a door, and stores what it finds as statements of the geocoder with
 * the day of today. A door that lies far from the center of its ZIP code is not stored. Only addresses of the directory are sent.
 *
 * Throws `GeocoderFailed`; what was stored before stays.
 */
export async function geocodePrograms(
  dataSource: DataSource,
  service: GeocodingService,
  { state, today, pauseMs, onProgress }: GeocodeOptions,
): Promise<GeocodeReport> {
  const places = await doorlessPlaces(dataSource.manager, state);
  let found = 0;
  let programs = 0;
  let done = 0;
  for (const group of groupsOf(places, Math.max(service.batch, PLACES_A_GROUP))) {
    const intakes: ProgramIntake[] = [];
    for (const asked of groupsOf(group, service.batch)) {
      if (done > 0) await pause(pauseMs);
      const points = await service.locate(
        asked.map(({ street1, ...place }) => ({ street: street1, ...place })),
      );
      asked.forEach((place, at) => {
        const point = points[at];
        const stated = point ? doorIntakes(place, point, service.name, today) : [];
        if (stated.length > 0) found += 1;
        intakes.push(...stated);
      });
      onProgress?.((done += asked.length), places.length);
    }
    programs += await store(dataSource, intakes, today);
  }
  return { places: places.length, found, unknown: places.length - found, programs };
}

/** How many places a run would ask for, and of how many programs. */
export async function countDoorless(
  dataSource: DataSource,
  state?: string,
): Promise<{ readonly places: number; readonly programs: number }> {
  const places = await doorlessPlaces(dataSource.manager, state);
  return { places: places.length, programs: places.flatMap(({ programs }) => programs).length };
}

function groupsOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

/** What the geocoder states of each program at a place; nothing if its point is of another place. */
function doorIntakes(
  place: DoorlessPlace,
  { latitude, longitude, found }: FoundPoint,
  by: string,
  today: string,
): ProgramIntake[] {
  const address = streetAddressOf(place)!;
  const coordinates = { latitude, longitude, precision: 'address' as const };
  const near =
    place.latitude === null || place.longitude === null
      ? {}
      : { near: { latitude: place.latitude, longitude: place.longitude } };
  const record = { key: address, facts: { coordinates }, isSameOrganization: false };
  const statement = statementAtDoor([record], { address, ...near });
  if (!statement) return [];
  const { city, state, postalCode } = place;
  return place.programs.map(({ id, name }) => ({
    key: id,
    name,
    intakePhones: [],
    fictional: false,
    organization: { key: id, name, state },
    location: { key: id, city, state, postalCode },
    records: [
      {
        source: GEOCODER,
        asOf: today,
        standing: 'self-reported',
        by,
        facts: statement.facts,
        verbatim: { asked: address, found },
      },
    ],
  }));
}

async function store(
  dataSource: DataSource,
  intakes: readonly ProgramIntake[],
  today: string,
): Promise<number> {
  if (intakes.length === 0) return 0;
  return dataSource.transaction(async (manager) => {
    await takeWriterLock(manager);
    const evidence = await loadEvidenceView(manager);
    const published = await stillPublished(
      manager,
      intakes.map(({ key }) => key),
    );
    const statements = intakes
      .filter(({ key }) => published.has(key))
      .map((intake) => ({ intake, id: intake.key, digest: digestOf(intake) }));
    await addRecords(manager, GEOCODER, statements, { evidence, today });
    return statements.length;
  });
}
