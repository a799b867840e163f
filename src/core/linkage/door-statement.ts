import { canonical } from '../directory/agreement.js';
import { FACT_KEYS } from '../directory/fact-keys.js';
import type { FactKey, StatedFacts } from '../directory/source-record.js';
import { webAddressOf } from '../directory/web-address.js';
import { distanceMeters, type Place } from '../matching/facts/distance.js';

/** A record of another list at the door of a program. */
export interface RecordAtDoor {
  readonly key: string;
  readonly facts: StatedFacts;
  /** Whether both are known to be of one organization. */
  readonly isSameOrganization: boolean;
}

/** The door of a program. */
export interface Door {
  /** As `streetAddressOf` writes it. */
  readonly address: string;
  /** The center of its ZIP code, if known. */
  readonly near?: Place;
}

/** What a list says of a program through records at its door. */
export interface DoorStatement {
  readonly facts: StatedFacts;
  /** The key of the record whose words are kept. */
  readonly from: string;
}

/** Points of one door that are farther apart are not of one door. */
const ONE_DOOR_METERS = 500;
/** A point that is farther from the center of its ZIP code is another place: 14.94 km is the 99th percentile. */
const FARTHEST_FROM_CENTER_METERS = 50_000;

/**
 * What records at a door say of a program there: all of them where the door is, and those of its organization the rest. What
 * they do not agree on is not stated. `undefined` if nothing is left.
 */
export function statementAtDoor(records: readonly RecordAtDoor[], door: Door): DoorStatement | undefined {
  const ordered = records.toSorted(
    (a, b) =>
      Number(b.isSameOrganization) - Number(a.isSameOrganization) ||
      (a.key < b.key ? -1 : Number(a.key > b.key)),
  );
  const own = ordered.filter(({ isSameOrganization }) => isSameOrganization);
  const coordinates = pointOf(ordered, door);
  const stated = FACT_KEYS.filter((key) => key !== 'coordinates').flatMap((key) => {
    const value = agreed(own, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const facts: StatedFacts = {
    ...Object.fromEntries(stated),
    ...(coordinates ? { coordinates: { ...coordinates, address: door.address } } : {}),
  };
  return Object.keys(facts).length === 0 ? undefined : { facts, from: ordered[0]!.key };
}

function pointOf(records: readonly RecordAtDoor[], { near }: Door): StatedFacts['coordinates'] {
  const points = records
    .map(({ facts }) => facts.coordinates)
    .filter((point) => point !== undefined)
    .filter((point) => near === undefined || distanceMeters(near, point) <= FARTHEST_FROM_CENTER_METERS);
  const [first] = points;
  const isOne = points.every((point) => distanceMeters(first!, point) <= ONE_DOOR_METERS);
  return isOne ? first : undefined;
}

function agreed(records: readonly RecordAtDoor[], key: FactKey): unknown {
  const stating = records.filter(({ facts }) => facts[key] !== undefined);
  const meant = new Set(
    stating.map(({ facts }) =>
      key === 'website' && facts.website !== undefined ? hostOf(facts.website) : canonical(facts[key]),
    ),
  );
  return meant.size === 1 ? stating[0]!.facts[key] : undefined;
}

/** Pages of one site are one site. */
function hostOf(website: string): string {
  const address = webAddressOf(website);
  return address === undefined ? website : new URL(address).hostname.replace(/^www\./, '');
}
