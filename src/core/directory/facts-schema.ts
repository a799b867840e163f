import { CONDITIONS, TREATED_CONDITIONS } from '../vocabulary/conditions.js';
import { LEVELS_OF_CARE, OVERLAYS } from '../vocabulary/levels-of-care.js';
import { MEDICATIONS, MEDICATION_STANCES } from '../vocabulary/medications.js';
import { PAYERS, PRICE_PERIODS } from '../vocabulary/payment.js';
import { ACCEPTED_GENDERS, ACCESSIBILITY, AGE_GROUPS, POPULATIONS } from '../vocabulary/people.js';
import { STATES } from '../vocabulary/places.js';
import {
  ACCREDITATIONS,
  FUNDINGS,
  GOALS,
  LICENSES,
  MODALITIES,
  OWNERSHIPS,
  SERVICES,
  WEEKDAYS,
  WITHDRAWAL_SETTINGS,
} from '../vocabulary/services.js';

const list = (code: object) => ({
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    yes: { type: 'array', items: code, uniqueItems: true, maxItems: 200 },
    no: { type: 'array', items: code, uniqueItems: true, maxItems: 200 },
    maybe: { type: 'array', items: code, uniqueItems: true, maxItems: 200 },
    complete: { type: 'boolean' },
  },
});
const oneOf = (codes: readonly string[]) => ({ type: 'string', enum: codes });
const kebab = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const language = { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' };
const clock = { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' };
const flag = { type: 'boolean' };

/** JSON Schema of `StatedFacts`: the one check that every source's facts pass before they are stored. */
export const STATED_FACTS_SCHEMA = {
  $id: 'stated-facts',
  type: 'object',
  additionalProperties: false,
  properties: {
    conditions: list(oneOf(TREATED_CONDITIONS)),
    levelsOfCare: list(oneOf(LEVELS_OF_CARE)),
    overlays: list(oneOf(OVERLAYS)),
    withdrawalSettings: list(oneOf(WITHDRAWAL_SETTINGS)),
    withdrawalSubstances: list(oneOf(CONDITIONS)),
    medications: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(MEDICATIONS.map((code) => [code, oneOf(MEDICATION_STANCES)])),
    },
    approaches: list(kebab),
    payers: list(oneOf(PAYERS)),
    slidingFee: flag,
    paymentAssistance: flag,
    funding: list(oneOf(FUNDINGS)),
    prices: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['amount', 'currency', 'per'],
        properties: {
          amount: { type: 'integer', minimum: 0, maximum: 100_000_000 },
          currency: { type: 'string', pattern: '^[A-Z]{3}$' },
          per: oneOf(PRICE_PERIODS),
        },
      },
    },
    ageGroups: list(oneOf(AGE_GROUPS)),
    genders: list(oneOf(ACCEPTED_GENDERS)),
    languages: list(language),
    interpreterOnCall: flag,
    populations: list(oneOf(POPULATIONS)),
    onlyPopulations: { type: 'array', items: oneOf(POPULATIONS), uniqueItems: true, minItems: 1 },
    modalities: list(oneOf(MODALITIES)),
    telehealthStates: list(oneOf(STATES)),
    sessions: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['day', 'from', 'to'],
        properties: { day: oneOf(WEEKDAYS), from: clock, to: clock },
      },
    },
    waitDays: { type: 'integer', minimum: 0, maximum: 730 },
    sameDayStart: flag,
    services: list(oneOf(SERVICES)),
    accessibility: list(oneOf(ACCESSIBILITY)),
    coOccurringCare: oneOf(['none', 'capable', 'enhanced']),
    pregnancyCare: flag,
    faithBased: flag,
    goals: list(oneOf(GOALS)),
    accreditations: list(oneOf(ACCREDITATIONS)),
    licenses: list(oneOf(LICENSES)),
    ownership: oneOf(OWNERSHIPS),
    smoking: oneOf(['not-permitted', 'designated-area', 'permitted']),
    vaping: oneOf(['not-permitted', 'designated-area', 'permitted']),
  },
} as const;
