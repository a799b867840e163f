import {
  APPROACH_KINDS,
  CERTAINTIES,
  COMPARATOR_TYPES,
  DIRECTIONS,
  LISTINGS,
  OUTCOME_GROUPS,
} from '../core/evidence/rating.js';
import { TREATED_CONDITIONS } from '../core/vocabulary/conditions.js';

const text = { type: 'string', minLength: 1, maxLength: 2000 };
const date = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const code = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const oneOf = (codes: readonly string[]) => ({ type: 'string', enum: codes });
const condition = oneOf(TREATED_CONDITIONS);

/** Reviews take place in the service, which stores the reviewer and their interests: a file has drafts only. */
const status = oneOf(['draft']);

const rating = {
  type: 'object',
  additionalProperties: false,
  required: [
    'condition',
    'outcome',
    'outcomeGroup',
    'comparator',
    'comparatorType',
    'certainty',
    'direction',
    'effectVerified',
    'certaintySource',
    'status',
  ],
  properties: {
    condition,
    outcome: text,
    outcomeGroup: oneOf(OUTCOME_GROUPS),
    comparator: text,
    comparatorType: oneOf(COMPARATOR_TYPES),
    comparatorApproach: code,
    certainty: oneOf(CERTAINTIES),
    direction: oneOf(DIRECTIONS),
    effect: text,
    effectVerified: { type: 'boolean' },
    certaintySource: text,
    certaintyReasons: {
      type: 'object',
      additionalProperties: false,
      required: ['statedBy'],
      properties: {
        riskOfBias: text,
        inconsistency: text,
        indirectness: text,
        imprecision: text,
        publicationBias: text,
        other: text,
        statedBy: text,
        source: text,
      },
    },
    note: text,
    status,
    nextReviewOn: date,
    addedOn: date,
    checkedOn: date,
  },
};

const citation = {
  type: 'object',
  additionalProperties: false,
  required: ['text', 'year', 'design', 'doiSeen', 'verifiedAt'],
  properties: {
    text,
    year: { type: ['integer', 'null'], minimum: 1800, maximum: 2200 },
    design: text,
    doi: { type: 'string', pattern: '^10\\.[0-9]{4,9}/\\S+$' },
    doiSeen: { type: 'boolean' },
    pmid: { type: 'string', pattern: '^[0-9]{1,9}$' },
    cochrane: { type: 'string', pattern: '^[A-Z]{2}[0-9]{6}$' },
    verifiedAt: { ...text, type: ['string', 'null'] },
    note: text,
    addedOn: date,
    checkedOn: date,
  },
};

/** JSON Schema of `seed-data/evidence/approaches/<code>.yaml`. */
export const APPROACH_FILE_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: [
    'code',
    'name',
    'kind',
    'scope',
    'listing',
    'conditions',
    'population',
    'description',
    'cautions',
    'ratings',
    'citations',
  ],
  properties: {
    code,
    name: text,
    kind: oneOf(APPROACH_KINDS),
    scope: oneOf(['treatment', 'prevention']),
    listing: oneOf(LISTINGS),
    conditions: { type: 'array', items: condition, minItems: 1, uniqueItems: true },
    population: text,
    description: text,
    cautions: { type: 'array', items: text, uniqueItems: true },
    addedOn: date,
    ratings: { type: 'array', items: rating, minItems: 1 },
    citations: { type: 'array', items: citation },
  },
};

/** JSON Schema of `seed-data/evidence/registry.yaml`: what applies to every rating. */
export const REGISTRY_FILE_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: [
    'scheme',
    'source',
    'note',
    'status',
    'draftedOn',
    'reviewer',
    'reviewedOn',
    'conflictOfInterest',
    'nextReviewOn',
  ],
  properties: {
    scheme: text,
    source: text,
    note: text,
    status,
    draftedOn: date,
    reviewer: { type: 'null' },
    reviewedOn: { type: 'null' },
    conflictOfInterest: text,
    nextReviewOn: date,
  },
};
