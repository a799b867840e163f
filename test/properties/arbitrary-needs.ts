import * as fc from 'fast-check';
import {
  CARE_NEEDS,
  CRITERION_CODES,
  HISTORY_OUTCOMES,
  CARE_ELEMENTS,
} from '../../src/core/matching/codes.js';
import { EMPTY_NEED, type Need } from '../../src/core/matching/need.js';
import { CONDITIONS, SEVERITIES } from '../../src/core/vocabulary/conditions.js';
import { LEVELS_OF_CARE, OVERLAYS } from '../../src/core/vocabulary/levels-of-care.js';
import { idOfProgram, ORGANIZATIONS } from './arbitrary-ids.js';
import type { Payer } from '../../src/core/vocabulary/payment.js';
import { ACCESSIBILITY, CLIENT_GENDERS, MILITARY_SERVICES } from '../../src/core/vocabulary/people.js';
import { GOALS, MODALITIES, WISHES } from '../../src/core/vocabulary/services.js';
import { timeZoneFrom } from '../../src/directory/time-zones.js';

export const HERE = { latitude: 41.3, longitude: -72.9 };

const someOf = <T>(codes: readonly T[]) => fc.subarray([...codes], { minLength: 1 });

/** Working hours that hold Monday from nine to five, so that a test knows hours that are never free. */
const workHours = fc.constantFrom(
  [{ days: ['mo', 'tu', 'we', 'th', 'fr'] as const, from: '09:00', to: '17:00' }],
  [{ days: ['mo', 'sa'] as const, from: '07:00', to: '19:00' }],
  [
    { days: ['mo'] as const, from: '09:00', to: '17:00' },
    { days: ['fr'] as const, from: '22:00', to: '06:00' },
  ],
);

/** An hour apart, so that what is never free and what always is stays so. */
export const arbitraryTimeZone = fc.constantFrom(
  ...['America/New_York', 'America/Chicago'].map((name) => timeZoneFrom(name, '2026-11-24')!),
);

/** Of every kind: public, of the military with and without its plan, the client's own means. */
export const PAYERS_ASKED = [
  'medicaid',
  'private',
  'military',
  'tricare',
  'va',
  'self-pay',
  'sliding-fee',
  'free',
] as const satisfies readonly Payer[];

/** What may be asked of a program, one arbitrary for each field of a need that takes part in a verdict. */
export const arbitraryAsked = {
  conditions: fc.uniqueArray(
    fc.record(
      { condition: fc.constantFrom(...CONDITIONS), severity: fc.constantFrom(...SEVERITIES) },
      { requiredKeys: ['condition'] },
    ),
    { minLength: 1, maxLength: 2, selector: ({ condition }) => condition },
  ),
  age: fc.constantFrom(9, 15, 20, 40, 70),
  gender: fc.constantFrom(...CLIENT_GENDERS),
  service: fc.constantFrom(...MILITARY_SERVICES),
  tribal: fc.boolean(),
  pregnant: fc.constant(true),
  languages: someOf(['es', 'ht', 'es-MX', 'yue', 'zh']),
  statedLevels: someOf(LEVELS_OF_CARE),
  assessedLevels: someOf(LEVELS_OF_CARE),
  levelFloor: fc.constantFrom('op-med' as const, 'iop' as const, 'res-med' as const),
  familySafety: fc.constantFrom('safe' as const, 'unsafe' as const),
  sameDayMedicationFirst: fc.boolean(),
  housingFirst: fc.boolean(),
  acceptedLevels: someOf(LEVELS_OF_CARE),
  overlays: someOf(OVERLAYS),
  careNeeds: someOf(CARE_NEEDS),
  cannotLeaveWork: fc.constant(true),
  needsChildcare: fc.constant(true),
  payers: fc.subarray([...PAYERS_ASKED]),
  maxCost: fc.record({
    amount: fc.constantFrom(0, 10_000, 50_000),
    currency: fc.constant('USD'),
    per: fc.constantFrom('week' as const, 'month' as const, 'stay' as const),
  }),
  modalities: someOf(MODALITIES),
  startsWithinDays: fc.constantFrom(0, 7, 30),
  mustServe: someOf(['veterans', 'lgbtq', 'dui'] as const),
  medications: someOf(['buprenorphine', 'naltrexone'] as const),
  currentMedications: someOf(['methadone', 'acamprosate'] as const),
  accessibility: someOf(ACCESSIBILITY),
  exclude: fc.record({
    organizations: fc.subarray(ORGANIZATIONS.slice(0, 1)),
    programs: fc.subarray([idOfProgram(1), idOfProgram(2)]),
    approaches: fc.subarray(['tsf-aa']),
  }),
  history: fc.array(
    fc.record(
      {
        programId: fc.constantFrom(idOfProgram(1), idOfProgram(2), idOfProgram(3)),
        outcome: fc.constantFrom(...HISTORY_OUTCOMES),
        organizationId: fc.constantFrom(...ORGANIZATIONS.slice(0, 2)),
        levelsOfCare: fc.subarray([...LEVELS_OF_CARE]),
        elements: fc.subarray([...CARE_ELEMENTS]),
      },
      { requiredKeys: ['programId', 'outcome', 'levelsOfCare', 'elements'] },
    ),
    { minLength: 1, maxLength: 2 },
  ),
} satisfies Partial<Record<keyof Need, fc.Arbitrary<unknown>>>;

/** Constraints that may be asked as confirmed or preferred; a safety constraint is never a preference. */
const strictness: fc.Arbitrary<Need['strictness']> = fc.record(
  {
    payment: fc.constantFrom('confirmed' as const, 'preferred' as const),
    language: fc.constantFrom('confirmed' as const, 'preferred' as const),
    can_keep_working: fc.constantFrom('confirmed' as const, 'preferred' as const),
    within_distance: fc.constantFrom('confirmed' as const, 'preferred' as const),
    modality: fc.constantFrom('confirmed' as const, 'preferred' as const),
    starts_within: fc.constant('confirmed' as const),
    treats_condition: fc.constant('confirmed' as const),
    offers_medication: fc.constantFrom('confirmed' as const, 'preferred' as const),
  },
  { requiredKeys: [] },
);

const wishesAndWeights = {
  readiness: fc.record(
    {
      importance: fc.integer({ min: 0, max: 10 }),
      confidence: fc.integer({ min: 0, max: 10 }),
      readiness: fc.integer({ min: 0, max: 10 }),
    },
    { requiredKeys: [] },
  ),
  workHours,
  timeZone: arbitraryTimeZone,
  preferences: fc.record(
    {
      approaches: fc.subarray(['cbt', 'craft']),
      avoidApproaches: fc.subarray(['tsf-aa']),
      wishes: fc.subarray([...WISHES]),
      avoid: fc.subarray(['men-only', 'group'] as const),
      modality: fc.constantFrom(...MODALITIES),
      goal: fc.constantFrom(...GOALS),
    },
    { requiredKeys: ['approaches', 'avoidApproaches', 'wishes', 'avoid'] },
  ),
  priorities: fc.dictionary(fc.constantFrom(...CRITERION_CODES), fc.constantFrom(0, 1, 2, 3), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  role: fc.constantFrom('self' as const, 'family' as const),
  asker: fc.record(
    {
      service: fc.constantFrom(...MILITARY_SERVICES),
      tribal: fc.boolean(),
      languages: someOf(['es', 'ht', 'zh']),
    },
    { requiredKeys: [] },
  ),
};

const whereabouts = fc.constantFrom<Pick<Need, 'place' | 'state' | 'maxDistanceMeters'>[]>(
  {},
  { state: 'CT' },
  { place: HERE, state: 'CT' },
  { place: HERE, state: 'CT', maxDistanceMeters: 40_000 },
  { place: HERE, maxDistanceMeters: 10_000 },
);

/** Mostly nothing: a need that asks for everything matches nothing. */
function perhaps<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

/** Any need a request may be read as, most of its fields absent in most of them. */
export const arbitraryNeed: fc.Arbitrary<Need> = fc
  .tuple(
    whereabouts,
    perhaps(strictness),
    fc.tuple(
      ...Object.entries({ ...arbitraryAsked, ...wishesAndWeights }).map(([key, value]) =>
        perhaps((value as fc.Arbitrary<unknown>).map((told) => [key, told] as const)),
      ),
    ),
  )
  .map(([where, strict, told]) => ({
    ...EMPTY_NEED,
    ...where,
    strictness: strict ?? {},
    ...(Object.fromEntries(told.filter((each) => each !== undefined)) as Partial<Need>),
  }));
