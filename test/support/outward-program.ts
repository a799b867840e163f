import { resolveFacts } from '../../src/core/directory/resolve-facts.js';
import type { SourceRecord, StatedFacts } from '../../src/core/directory/source-record.js';
import type { OutwardProgram } from '../../src/interchange/outward/outward-program.js';

/** The day on which the facts of these programs are resolved. */
export const DAY = '2026-11-24';

/** A record of a survey of a month ago. */
export function surveyed(facts: StatedFacts, changes: Partial<SourceRecord> = {}): SourceRecord {
  return { source: 'survey', asOf: '2026-10-24', standing: 'self-reported', facts, ...changes };
}

/** A program of which only these records are known. */
export function outwardProgramOf(
  records: readonly SourceRecord[],
  changes: Partial<OutwardProgram> = {},
): OutwardProgram {
  return {
    id: '0b7a3a46-2f0e-5a51-9a53-5b4e6f8d0c21',
    name: 'Elm Clinic',
    nameDetail: null,
    fictional: false,
    phone: null,
    intakePhones: [],
    website: null,
    facts: resolveFacts(records, DAY),
    source: 'survey',
    unlistedOn: null,
    sourceAsOf: '2026-10-24',
    organizationId: '3f0c2d1e-6a7b-5c8d-9e0f-1a2b3c4d5e6f',
    organizationName: 'Elm Recovery Inc',
    street1: '1 Main Street',
    street2: null,
    city: 'New Haven',
    state: 'CT',
    postalCode: '06511',
    latitude: null,
    longitude: null,
    coordinatePrecision: null,
    coordinateSource: null,
    coordinateAsOf: null,
    timeZone: null,
    status: 'published',
    version: 3,
    updatedAt: new Date('2026-11-24T09:00:00.123Z'),
    verifiedOn: null,
    locationId: '5d4c3b2a-1f0e-5d9c-8b7a-6f5e4d3c2b1a',
    ...changes,
  };
}

/** A program of which much is known, by two sources. */
export const WELL_KNOWN: OutwardProgram = outwardProgramOf(
  [
    surveyed({
      conditions: { yes: ['alcohol', 'opioid'], no: ['nicotine'], maybe: ['cannabis'] },
      levelsOfCare: { yes: ['op', 'iop'] },
      modalities: { yes: ['in-person', 'telehealth'] },
      telehealthStates: { yes: ['CT'] },
      medications: { buprenorphine: 'starts', methadone: 'refuses' },
      approaches: { yes: ['cbt', 'moon-baths'] },
      payers: { yes: ['medicaid'], no: ['private'] },
      slidingFee: true,
      faithBased: false,
      ageGroups: { yes: ['adults'], no: ['children'] },
      genders: { yes: ['woman'], complete: true },
      onlyPopulations: ['veterans'],
      languages: { yes: ['en', 'es'] },
      interpreterOnCall: true,
      accreditations: { yes: ['carf'] },
      licenses: { yes: ['state-substance-use-agency'] },
      licences: [{ number: 'SU-0417', authority: 'Department of Public Health', expires: '2027-10-31' }],
      capacity: { unit: 'clients', maximum: 60 },
      npi: ['1234567893'],
      phone: '203-555-0100',
      website: 'www.elm.example',
    }),
    surveyed(
      {
        sessions: [
          { day: 'mo', from: '18:00', to: '20:00' },
          { day: 'we', from: '18:00', to: '20:00' },
          { day: 'su', from: '22:00', to: '06:00' },
        ],
        visitHours: [{ day: 'mo', from: '05:30', to: '24:00' }],
        waitDays: 7,
        prices: [{ amount: 1250, currency: 'USD', per: 'session' }],
      },
      { source: 'call', asOf: '2026-11-20', standing: 'confirmed', by: 'a coach' },
    ),
  ],
  {
    nameDetail: 'Evening Program',
    phone: '203-555-0100',
    intakePhones: ['203-555-0101 x12'],
    website: 'www.elm.example',
    street2: 'Floor 2',
    latitude: 41.31727,
    longitude: -72.926373,
    coordinatePrecision: 'postal-code',
    timeZone: 'America/New_York',
    verifiedOn: '2026-11-20',
  },
);
