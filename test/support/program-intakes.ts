import type { StatedFacts } from '../../src/core/directory/source-record.js';
import type { IntakeRecord, ProgramIntake } from '../../src/directory/program-intake.js';
import { daysAgo } from './days.js';

/** The location of a test's program; without coordinates its distance is unknown. */
export type TestPlace = Pick<ProgramIntake['location'], 'city' | 'state' | 'postalCode' | 'coordinates'>;

export const NEW_HAVEN: TestPlace = {
  city: 'New Haven',
  state: 'CT',
  postalCode: '06511',
  coordinates: { latitude: 41.31727, longitude: -72.926373, precision: 'address' },
};

export const HARTFORD: TestPlace = {
  city: 'Hartford',
  state: 'CT',
  postalCode: '06103',
  coordinates: { latitude: 41.7672, longitude: -72.6743, precision: 'postal-code' },
};

export const MISSOULA: TestPlace = {
  city: 'Missoula',
  state: 'MT',
  postalCode: '59801',
  coordinates: { latitude: 46.8563, longitude: -114.0252, precision: 'address' },
};

/** A survey's record, a month old. */
export function surveyRecord(facts: StatedFacts, changes: Partial<IntakeRecord> = {}): IntakeRecord {
  return { source: 'survey', asOf: daysAgo(30), standing: 'self-reported', facts, verbatim: {}, ...changes };
}

/**
 * A program of the source `survey`, identified by its name, of which only these facts are known.
 *
 * @param records of further sources, each named `survey-…`
 */
export function program(
  name: string,
  facts: StatedFacts,
  place: TestPlace = NEW_HAVEN,
  records: readonly IntakeRecord[] = [],
): ProgramIntake {
  return {
    key: name,
    name,
    intakePhones: [],
    fictional: false,
    organization: { key: name, name: `${name} Inc`, state: place.state },
    location: { key: name, street1: '1 Main Street', ...place },
    records: [surveyRecord(facts), ...records],
  };
}
