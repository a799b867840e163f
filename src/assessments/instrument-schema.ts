import {
  ABOUTS,
  INSTRUMENT_DOMAINS,
  ITEM_KINDS,
  SPANISH_STATUSES,
  VERIFICATIONS,
} from '../core/assessment/instrument.js';
import { CONDITIONS, SEVERITIES } from '../core/vocabulary/conditions.js';
import { LANGUAGES } from '../core/vocabulary/languages.js';

const text = { type: 'string', minLength: 1, maxLength: 2000 };
/** A text for people; a missing language is refused when the file is read. */
const inEachLanguage = {
  type: 'object',
  additionalProperties: false,
  required: [...LANGUAGES],
  properties: Object.fromEntries(LANGUAGES.map((language) => [language, text])),
};
const code = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const itemId = { type: 'string', pattern: '^[a-z][a-z0-9_]*$', maxLength: 40 };
const inputName = { type: 'string', pattern: '^[a-z0-9_]+(\\.[a-z0-9_]+)?$' };
const settles = {
  type: 'object',
  propertyNames: inputName,
  additionalProperties: { type: ['boolean', 'number', 'string'] },
};
const oneOf = (codes: readonly string[]) => ({ type: 'string', enum: codes });
const object = <Properties extends object>(required: string[], properties: Properties) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const list = (items: object) => ({ type: 'array', items });
const verification = oneOf(VERIFICATIONS);
const loinc = object(['code', 'status'], {
  code: { type: 'string', pattern: '^[0-9]{1,7}-[0-9]$' },
  status: verification,
});
const answerValue = { type: ['number', 'string'] };
const whole = { type: 'integer' };

const option = object(['value', 'label'], {
  value: answerValue,
  label: text,
  labelEs: text,
  loinc: { type: 'string', pattern: '^LA[0-9]+-[0-9]$' },
  score: whole,
  sets: settles,
  unticked: settles,
  setsFor: { type: 'object', propertyNames: { enum: CONDITIONS }, additionalProperties: settles },
  drops: list(itemId),
});

const item = object(['id', 'text', 'kind'], {
  id: itemId,
  text,
  textEs: text,
  criterion: text,
  textFor: { type: 'object', propertyNames: { enum: CONDITIONS }, additionalProperties: inEachLanguage },
  kind: oneOf(ITEM_KINDS),
  options: list(option),
  groups: list(object(['title', 'options'], { title: inEachLanguage, options: list(answerValue) })),
  about: oneOf(ABOUTS),
  min: whole,
  max: whole,
  optional: { type: 'boolean' },
  askOf: oneOf(['male', 'others']),
  after: list(object(['item', 'is'], { item: itemId, is: list(answerValue) })),
  countsAnyway: { type: 'boolean' },
  input: inputName,
  loinc,
  safety: text,
  wording: text,
});

const scale = object(['code', 'label', 'items', 'min', 'max', 'bands', 'cutOffs'], {
  code,
  label: text,
  items: list(itemId),
  min: whole,
  max: whole,
  bands: list(
    object(['from', 'to', 'code', 'label'], {
      from: whole,
      to: whole,
      code,
      label: text,
      severity: oneOf(SEVERITIES),
    }),
  ),
  bandsSource: object(['source', 'status'], { source: text, status: verification }),
  cutOffs: list(
    object(['atLeast', 'for', 'meaning', 'source', 'status', 'decides'], {
      atLeast: whole,
      for: oneOf(['female', 'male', 'unknown', 'any']),
      meaning: text,
      source: text,
      status: verification,
      decides: { type: 'boolean' },
    }),
  ),
  condition: oneOf(CONDITIONS),
  input: inputName,
  gradesSeverity: { type: 'boolean' },
  loinc,
});

/** JSON Schema of `seed-data/instruments/<id>.yaml`. */
export const INSTRUMENT_FILE_SCHEMA = object(
  [
    'id',
    'version',
    'name',
    'title',
    'spanish',
    'measures',
    'domain',
    'kind',
    'entry',
    'respondents',
    'population',
    'adultsOnly',
    'perCondition',
    'minutes',
    'items',
    'scales',
    'scoring',
    'notes',
    'licence',
    'citations',
    'facts',
  ],
  {
    id: code,
    version: { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)*$' },
    name: text,
    title: inEachLanguage,
    spanish: object(['status', 'why'], { status: oneOf(SPANISH_STATUSES), why: inEachLanguage }),
    measures: text,
    domain: oneOf(INSTRUMENT_DOMAINS),
    kind: oneOf(['screen', 'conversation-guide']),
    entry: oneOf(['answers', 'total-only']),
    respondents: list(oneOf(['person', 'family'])),
    population: text,
    adultsOnly: { type: 'boolean' },
    perCondition: { type: 'boolean' },
    minutes: { type: 'number', minimum: 0 },
    stem: text,
    items: list(item),
    scales: list(scale),
    scoring: text,
    notes: list(text),
    loinc: object([], {
      panel: loinc,
      unused: list(object(['code', 'status', 'text'], { ...loinc.properties, text })),
      notice: text,
    }),
    licence: object(['status'], { status: text, credit: text, notice: text, note: text }),
    citations: list(object(['text', 'status'], { text, doi: text, pmid: text, status: text })),
    facts: list(
      object(['fact', 'status', 'source'], {
        fact: text,
        status: text,
        source: { type: ['string', 'null'] },
      }),
    ),
  },
);
