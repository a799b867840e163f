import { CONDITIONS, TREATED_CONDITIONS } from '../vocabulary/conditions.js';
import { ANSWERED_LISTS } from '../vocabulary/answered-lists.js';
import { LANGUAGE_TAG_FORM } from '../vocabulary/language-tags.js';
import { LEVELS_OF_CARE, OVERLAYS } from '../vocabulary/levels-of-care.js';
import { CAPACITY_UNITS, type Capacity, type Licence, NPI_FORM } from '../vocabulary/licences.js';
import { MEDICATION_ACCESS } from '../vocabulary/medication-access.js';
import { PAYERS, PRICE_PERIODS, type Price } from '../vocabulary/payment.js';
import {
  ACCEPTED_GENDERS,
  ACCESSIBILITY,
  AGE_GROUPS,
  POPULATIONS,
  type Population,
} from '../vocabulary/people.js';
import { STATES } from '../vocabulary/places.js';
import {
  ACCREDITATIONS,
  FUNDINGS,
  GOALS,
  LICENSES,
  MODALITIES,
  OWNERSHIPS,
  SERVICES,
  type Session,
  WEEKDAYS,
  WITHDRAWAL_SETTINGS,
} from '../vocabulary/services.js';
import { END_TIME, START_TIME } from '../vocabulary/time-of-day.js';
import { COORDINATE_PRECISIONS, type Coordinates } from './coordinates.js';
import type { FactTable, OpenCodes, SchemaOf } from './fact-definition.js';

/** The evidence registry names its approaches in kebab case; only the registry knows which ones exist. */
const APPROACH_CODES: OpenCodes = { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };

/** BCP 47 tags; at the desk they are read in any letters and stored in their canonical form. */
const LANGUAGE_TAGS: OpenCodes = { pattern: LANGUAGE_TAG_FORM, maxLength: 40 };

const START = { type: 'string', pattern: START_TIME.source };
const END = { type: 'string', pattern: END_TIME.source };

const PRICES: SchemaOf<readonly Price[]> = {
  type: 'array',
  maxItems: 20,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['amount', 'currency', 'per'],
    properties: {
      amount: { type: 'integer', minimum: 0, maximum: 100_000_000 },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
      per: { type: 'string', enum: PRICE_PERIODS },
    },
  },
};

const SESSIONS: SchemaOf<readonly Session[]> = {
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['day', 'from', 'to'],
    properties: { day: { type: 'string', enum: WEEKDAYS }, from: START, to: END },
  },
};

const SOME_POPULATIONS: SchemaOf<readonly Population[]> = {
  type: 'array',
  items: { type: 'string', enum: POPULATIONS },
  uniqueItems: true,
  minItems: 1,
};

/** YYYY-MM-DD. */
const DAY = /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;

const LICENCES: SchemaOf<readonly Licence[]> = {
  type: 'array',
  minItems: 1,
  maxItems: 20,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['number', 'authority'],
    properties: {
      number: { type: 'string', pattern: '^[^\\s].{0,59}$' },
      authority: { type: 'string', pattern: '^[^\\s].{0,199}$' },
      expires: { type: 'string', pattern: DAY.source },
    },
  },
};

const CAPACITY: SchemaOf<Capacity> = {
  type: 'object',
  additionalProperties: false,
  required: ['unit', 'maximum'],
  properties: {
    unit: { type: 'string', enum: CAPACITY_UNITS },
    maximum: { type: 'integer', minimum: 1, maximum: 100_000 },
  },
};

const NPIS: SchemaOf<readonly string[]> = {
  type: 'array',
  items: { type: 'string', pattern: NPI_FORM },
  uniqueItems: true,
  minItems: 1,
  maxItems: 20,
};

/** As a person dials it; some sources spell letters. */
const PHONE: SchemaOf<string> = { type: 'string', minLength: 1, maxLength: 200 };

/** As the source prints it: often without its scheme. */
const WEBSITE: SchemaOf<string> = { type: 'string', pattern: '\\S', maxLength: 500 };

const COORDINATES: SchemaOf<Coordinates> = {
  type: 'object',
  additionalProperties: false,
  required: ['latitude', 'longitude', 'precision'],
  properties: {
    latitude: { type: 'number', minimum: -90, maximum: 90 },
    longitude: { type: 'number', minimum: -180, maximum: 180 },
    precision: { type: 'string', enum: COORDINATE_PRECISIONS },
    address: { type: 'string', minLength: 1, maxLength: 600 },
  },
};

/** Days; two years at most. */
const WAIT_DAYS: SchemaOf<number> = { type: 'integer', minimum: 0, maximum: 730 };

const CO_OCCURRING_CARE = ['none', 'capable', 'enhanced'] as const;
const USE_ON_SITE = ['not-permitted', 'designated-area', 'permitted'] as const;

/**
 * Every fact that the directory has about a program, each defined completely by one entry. The type of a statement, its
 * schema, what is resolved, shown and offered at the desk, the examples, shelf lives and what the matching engine uses
 * are derived from here (docs/decisions/0020-one-table-of-facts.md).
 *
 * Shelf lives: clinical/matching-factors.md §2. The 90 days for "network" there are about a plan's list of providers, a
 * fact that this directory does not have yet; the kinds of payer a program accepts (Medicaid, self-pay) change slowly
 * and have no shelf life.
 */
export const FACTS = {
  /** What the program treats; `any` is every substance use disorder except nicotine. */
  conditions: {
    kind: 'list',
    codes: TREATED_CONDITIONS,
    example: { yes: ['alcohol', 'opioid'], no: ['nicotine'] },
    matched: true,
    safety: true,
  },
  /** Families of levels of care that it offers. */
  levelsOfCare: {
    kind: 'list',
    codes: LEVELS_OF_CARE,
    example: { yes: ['iop'], no: ['res-high'] },
    matched: true,
    safety: true,
  },
  /** In addition to a level: medication for opioid use, recovery housing, care for a mental disorder. */
  overlays: { kind: 'list', codes: OVERLAYS, example: { yes: ['housing'] }, matched: true },
  /** Where it manages withdrawal. */
  withdrawalSettings: {
    kind: 'list',
    codes: WITHDRAWAL_SETTINGS,
    example: { yes: ['ambulatory'], no: ['hospital'] },
    matched: true,
    safety: true,
  },
  /** From which substances it manages withdrawal. */
  withdrawalSubstances: {
    kind: 'list',
    codes: CONDITIONS,
    example: { yes: ['alcohol'] },
    matched: true,
    safety: true,
  },
  /** What it does with each medication: starts, continues or refuses it. */
  medications: {
    kind: 'medications',
    example: { buprenorphine: 'starts', methadone: 'refuses' },
    matched: true,
    safety: true,
  },
  /** How people get medication for a condition: here, from another prescriber, only if they bring it, or not at all. */
  medicationAccess: {
    kind: 'list',
    codes: MEDICATION_ACCESS,
    example: { yes: ['alcohol-here'], no: ['opioid-none'] },
    matched: 'as-claims',
    safety: true,
  },
  /** It is a federally certified opioid treatment program (42 CFR 8): what it is, not a paper with an end. */
  opioidTreatmentProgram: { kind: 'flag', example: true, matched: true },
  /** Approaches that it delivers: codes of the evidence registry. */
  approaches: { kind: 'list', codes: APPROACH_CODES, example: { yes: ['cbt'] }, matched: 'as-claims' },
  /** Kinds of payer that it accepts. */
  payers: { kind: 'list', codes: PAYERS, example: { yes: ['medicaid'], no: ['private'] }, matched: true },
  /** Fees that depend on income. */
  slidingFee: { kind: 'flag', example: true, matched: true },
  /** Help with payment for clients who cannot pay. */
  paymentAssistance: { kind: 'flag', example: true, matched: true },
  /** Public money that it receives. */
  funding: { kind: 'list', codes: FUNDINGS, example: { yes: ['block-grant'] }, matched: false },
  /** What a client pays without insurance, in the currency's smallest unit. */
  prices: {
    kind: 'value',
    schema: PRICES,
    example: [{ amount: 12_000, currency: 'USD', per: 'week' }],
    matched: true,
    shelfLifeDays: 90,
  },
  ageGroups: {
    kind: 'list',
    codes: AGE_GROUPS,
    example: { yes: ['adults'], no: ['children'] },
    matched: true,
  },
  /** Genders that it accepts. */
  genders: {
    kind: 'list',
    codes: ACCEPTED_GENDERS,
    example: { yes: ['woman', 'man'], complete: true },
    matched: true,
  },
  /** BCP 47 tags of the languages in which counseling is given. */
  languages: { kind: 'list', codes: LANGUAGE_TAGS, example: { yes: ['en', 'es'] }, matched: true },
  /** An interpreter can be called in for a language that no counselor speaks. */
  interpreterOnCall: { kind: 'flag', example: true, matched: true },
  /** Groups for which it has something specific. */
  populations: { kind: 'list', codes: POPULATIONS, example: { yes: ['veterans'] }, matched: true },
  /** It serves these groups only. */
  onlyPopulations: { kind: 'value', schema: SOME_POPULATIONS, example: ['veterans'], matched: true },
  modalities: {
    kind: 'list',
    codes: MODALITIES,
    example: { yes: ['in-person', 'telehealth'] },
    matched: true,
  },
  /** States whose residents it treats by telehealth. */
  telehealthStates: { kind: 'list', codes: STATES, example: { yes: ['CT'] }, matched: true },
  /** It treats people wholly by telehealth, from the first visit on. */
  whollyByTelehealth: { kind: 'flag', example: true, matched: true },
  /** Sessions of a week, in local time: one sits through the whole of each. */
  sessions: {
    kind: 'value',
    schema: SESSIONS,
    example: [{ day: 'tu', from: '18:00', to: '20:00' }],
    matched: true,
    shelfLifeDays: 180,
  },
  /** Hours of a week in which one may come, in local time: for a dose, an appointment or without one. */
  visitHours: {
    kind: 'value',
    schema: SESSIONS,
    example: [{ day: 'mo', from: '05:30', to: '11:00' }],
    matched: true,
    shelfLifeDays: 180,
  },
  /** Days from a call to the first appointment. */
  waitDays: {
    kind: 'value',
    schema: WAIT_DAYS,
    example: 7,
    matched: true,
    shelfLifeDays: 14,
    movesDaily: true,
  },
  /** Treatment can begin on the day of the call. */
  sameDayStart: { kind: 'flag', example: true, matched: true, shelfLifeDays: 14, movesDaily: true },
  /** What it does in addition to its levels of care, medications and approaches. */
  services: { kind: 'list', codes: SERVICES, example: { yes: ['childcare'] }, matched: true },
  accessibility: { kind: 'list', codes: ACCESSIBILITY, example: { yes: ['wheelchair'] }, matched: true },
  /** Care for a mental disorder together with substance use: `capable` of it, or `enhanced` for severe illness. */
  coOccurringCare: {
    kind: 'code',
    codes: CO_OCCURRING_CARE,
    example: 'capable',
    matched: true,
    safety: true,
  },
  /** It treats people who are pregnant. */
  pregnancyCare: { kind: 'flag', example: true, matched: true, safety: true },
  faithBased: { kind: 'flag', example: false, matched: true },
  /** Goals toward which it works with a client. */
  goals: { kind: 'list', codes: GOALS, example: { yes: ['abstinence'] }, matched: true },
  accreditations: { kind: 'list', codes: ACCREDITATIONS, example: { yes: ['carf'] }, matched: true },
  /** Lists of the source's survey that it answered: what it left blank there is not on its list. */
  answeredLists: {
    kind: 'list',
    codes: ANSWERED_LISTS,
    example: { yes: ['approaches'] },
    matched: true,
  },
  licenses: { kind: 'list', codes: LICENSES, example: { yes: ['dea'] }, matched: true, shelfLifeDays: 365 },
  /** Its licenses one by one, with number, authority and last day; `licenses` has the kinds alone. */
  licences: {
    kind: 'value',
    schema: LICENCES,
    example: [{ number: '010001AN', authority: 'Department of Health Care Services', expires: '2027-10-31' }],
    matched: false,
    shelfLifeDays: 365,
  },
  /** How many it may have, or can serve, at once. */
  capacity: {
    kind: 'value',
    schema: CAPACITY,
    example: { unit: 'beds', maximum: 20 },
    matched: false,
    shelfLifeDays: 365,
  },
  /** Its National Provider Identifiers. */
  npi: { kind: 'value', schema: NPIS, example: ['1234567893'], matched: false, shelfLifeDays: 730 },
  /** Who owns it. A match uses only whether it is run for certain people (veterans, the military, tribes). */
  ownership: { kind: 'code', codes: OWNERSHIPS, example: 'private-non-profit', matched: 'as-operator' },
  /** It also sees people other than those it is run for. */
  openToOthers: { kind: 'flag', example: true, matched: true },
  /** Where clients may smoke. */
  smoking: { kind: 'code', codes: USE_ON_SITE, example: 'not-permitted', matched: false },
  /** Where clients may use e-cigarettes. */
  vaping: { kind: 'code', codes: USE_ON_SITE, example: 'not-permitted', matched: false },
  /** Its telephone. It has no shelf life: a number of years ago is worth a call, and its date is shown. */
  phone: { kind: 'value', schema: PHONE, example: '203-555-0100', matched: false, safety: true },
  /** Its web site. Shown with the day of its source, for ten years. */
  website: {
    kind: 'value',
    schema: WEBSITE,
    example: 'https://program.example',
    matched: false,
    shelfLifeDays: 3_650,
  },
  /**
   * Where its door is: a point of the street address is taken before the center of a ZIP code, from any source. It has no
   * shelf life, since it counts for one address alone.
   */
  coordinates: {
    kind: 'value',
    schema: COORDINATES,
    example: { latitude: 41.3083, longitude: -72.9279, precision: 'address' },
    matched: false,
    exactness: { field: 'precision', order: COORDINATE_PRECISIONS },
  },
} as const satisfies FactTable;
