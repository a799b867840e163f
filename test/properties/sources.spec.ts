import { join } from 'node:path';
import * as fc from 'fast-check';
import { projectFolder } from '../../src/config/project-folder.js';
import { flawsOfFacts } from '../../src/directory/stated-facts.check.js';
import { findPostalCode } from '../../src/directory/postal-codes.js';
import { fullService } from '../../src/interchange/hsds/hsds-service.js';
import { TermBook } from '../../src/interchange/hsds/term-book.js';
import { readHsdsMap } from '../../src/interchange/hsds-source/hsds-map.js';
import { serviceReader } from '../../src/interchange/hsds-source/read-services.js';
import { ISSUE_KINDS } from '../../src/interchange/import-run/row-issue.js';
import { readMeetingTypes } from '../../src/interchange/meeting-guide/meeting-types.js';
import { readMeetings } from '../../src/interchange/meeting-guide/read-meetings.js';
import { WELL_KNOWN } from '../support/outward-program.js';
import { TIMES } from '../support/searches.js';

const MAP = readHsdsMap(join(projectFolder, 'seed-data/hsds/treatment-navigator.yaml'));
const TYPES = readMeetingTypes(join(projectFolder, 'seed-data/meetings/na.yaml'));
const DAY = '2026-11-30';
const SERVICE = JSON.parse(JSON.stringify(fullService(WELL_KNOWN, new TermBook([])))) as object;
const MEETING = {
  name: 'Open Door',
  slug: 'a',
  day: 2,
  time: '18:30',
  types: ['O'],
  address: '1 Main Street',
  latitude: 41.3,
  longitude: -72.9,
  timezone: 'America/New_York',
  conference_url: 'https://meet.example/1',
};

/** Values that lists have had where others were expected. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    [],
    {},
    true,
  ),
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A value with some of its parts, at any depth, put in another's place, left out, or made odd. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(value);
  return fc
    .array(fc.record({ at: fc.nat({ max: places.length - 1 }), put: odd, drop: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) => {
      const copy = structuredClone(value);
      for (const { at, put, drop } of changes) change(copy, places[at]!, put, drop);
      return copy;
    });
}

function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [[...path, key], ...placesIn(one, [...path, key])]);
}

function change(value: unknown, path: readonly string[], put: unknown, drop: boolean): void {
  const [key, ...rest] = path;
  if (typeof value !== 'object' || value === null || key === undefined || !Object.hasOwn(value, key)) return;
  const holder = value as Record<string, unknown>;
  if (rest.length > 0) change(holder[key], rest, put, drop);
  else if (drop) delete holder[key];
  else holder[key] = put;
}

/** What PostgreSQL cannot store must be in no program and in no issue. */
function unstorable(value: unknown): boolean {
  if (typeof value === 'string') return /\p{Surrogate}|\0/u.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some((entry) => entry.some(unstorable));
}
const named = (issues: readonly { kind: string; field: string; message: string }[]) =>
  issues.every(
    ({ kind, field, message }) =>
      (ISSUE_KINDS as readonly string[]).includes(kind) && field !== '' && message.endsWith('.'),
  );

describe('Rows of other sources, whatever is in them', () => {
  it('of HSDS are programs with valid facts, or faults that are named', () => {
    fc.assert(
      fc.property(spoilt(SERVICE), (service) => {
        const rows = serviceReader({ map: MAP, asOf: DAY, findPostalCode })(service);
        expect(rows.length).toBeGreaterThan(0);
        for (const { intake, issues } of rows) {
          expect([intake !== undefined || issues.length > 0, named(issues)]).toEqual([true, true]);
          expect(unstorable([intake ?? null, issues])).toBe(false);
          for (const { facts } of intake?.records ?? []) expect(flawsOfFacts(facts)).toEqual([]);
        }
      }),
      { numRuns: 100 * TIMES },
    );
  });

  it('of the Meeting Guide are meetings, or faults that are named', () => {
    fc.assert(
      fc.property(spoilt(MEETING), (meeting) => {
        const { meetings, issues } = readMeetings([meeting], TYPES, DAY);
        expect([meetings.length + issues.length > 0, named(issues)]).toEqual([true, true]);
        expect(unstorable([meetings, issues.map(({ value }) => value)])).toBe(false);
      }),
      { numRuns: 100 * TIMES },
    );
  });
});
