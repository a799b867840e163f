import { TREATED_CONDITIONS } from '../core/vocabulary/conditions.js';
import {
  APPROACH_FITS,
  CONFIRMABLE_FIELDS,
  RESOURCE_AUDIENCES,
  RESOURCE_COSTS,
  RESOURCE_GOALS,
  RESOURCE_KINDS,
  RESOURCE_MODALITIES,
  RESOURCE_OUTLOOKS,
  VERIFIED_LEVELS,
} from './resource.js';

const text = { type: 'string', minLength: 1, maxLength: 1000 };
const date = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const code = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const webAddress = { type: 'string', pattern: '^https?://[^\\s/]+(/\\S*)?$' };
const oneOf = (codes: readonly string[]) => ({ type: 'string', enum: codes });
const some = (items: object) => ({ type: 'array', items, minItems: 1, uniqueItems: true });

const resource = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'name',
    'description',
    'audience',
    'conditions',
    'populations',
    'modalities',
    'languages',
    'cost',
    'url',
    'verified',
    'verifiedLevel',
    'unverifiedFields',
    'source',
  ],
  dependencies: { approach: ['approachFit'], approachFit: ['approach'] },
  properties: {
    id: code,
    name: text,
    description: text,
    caution: text,
    audience: some(oneOf(RESOURCE_AUDIENCES)),
    conditions: some(oneOf(TREATED_CONDITIONS)),
    populations: some(text),
    modalities: some(oneOf(RESOURCE_MODALITIES)),
    languages: some({ type: 'string', pattern: '^[a-z]{2,3}$' }),
    otherLanguages: text,
    cost: oneOf(RESOURCE_COSTS),
    orientation: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: { goal: oneOf(RESOURCE_GOALS), outlook: oneOf(RESOURCE_OUTLOOKS) },
    },
    approach: code,
    approachFit: oneOf(APPROACH_FITS),
    url: webAddress,
    finderUrl: webAddress,
    contact: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        call: { type: 'string', pattern: '^1(-[0-9]{3}){2}-[0-9]{4}$' },
        text,
        email: { type: 'string', pattern: '^\\S+@\\S+$' },
      },
    },
    verified: { type: 'boolean' },
    verifiedLevel: oneOf(VERIFIED_LEVELS),
    unverifiedFields: { type: 'array', items: oneOf(CONFIRMABLE_FIELDS), uniqueItems: true },
    source: text,
    note: text,
  },
};

/** JSON Schema of `seed-data/resources/<kind>.yaml`. */
export const RESOURCE_FILE_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'checkedOn', 'resources'],
  properties: {
    kind: oneOf(RESOURCE_KINDS),
    checkedOn: date,
    resources: { type: 'array', items: resource, minItems: 1 },
  },
};
