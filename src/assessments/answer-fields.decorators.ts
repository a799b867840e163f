import { CONDITIONS } from '../core/vocabulary/conditions.js';
import { unknownField } from '../http/validation/codes.decorators.js';
import { FieldRule, type FieldOptions, type Flaw, flaw } from '../http/validation/field-rule.js';
import { NOT_BLANK } from '../http/validation/value.decorators.js';

const MOST_SETS = 30;
const MOST_ANSWERS = 200;
const SET_FIELDS = ['instrument', 'condition', 'answers'];

/** Format of the codes of options, inputs and conditions in instruments and rules. */
const CODE_SCHEMA = { type: 'string' as const, maxLength: 100, pattern: NOT_BLANK };

/** Their number is bounded by the rule alone. */
const COUNTED = { rulesMore: true };

const ANSWERS_SCHEMA = {
  type: 'object' as const,
  additionalProperties: {
    oneOf: [
      { type: 'integer' as const },
      CODE_SCHEMA,
      { type: 'array' as const, items: CODE_SCHEMA, maxItems: MOST_ANSWERS },
    ],
  },
};

/** A field that holds a FHIR R4 QuestionnaireResponse; the instrument determines its content. */
export function FhirResource(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    (value) => (isObject(value) ? [] : flaw('must be an object: a FHIR R4 QuestionnaireResponse')),
    { type: 'object', additionalProperties: true },
    options,
  );
}

/**
 * A field that holds answers to one instrument by item id. Only the shape is checked here; the instrument determines
 * which answers an item accepts.
 */
export function ItemAnswers(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(flawsOfShape, ANSWERS_SCHEMA, options, COUNTED);
}

/** A field that holds sets of answers, in our own format or as FHIR R4 QuestionnaireResponses. */
export function AnswerSets(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    (value) => {
      if (!Array.isArray(value)) return flaw('must be an array');
      if (value.length > MOST_SETS) return flaw(`must have at most ${MOST_SETS} items`);
      return value.flatMap((one: unknown, at) =>
        flawsOfSet(one).map((inner) => ({ ...inner, at: [at, ...inner.at] })),
      );
    },
    {
      type: 'array',
      maxItems: MOST_SETS,
      items: {
        oneOf: [
          {
            type: 'object',
            required: ['instrument', 'answers'],
            additionalProperties: false,
            properties: {
              instrument: { type: 'string', maxLength: 60, pattern: NOT_BLANK, example: 'audit-c' },
              condition: { type: 'string', enum: [...CONDITIONS] },
              answers: { ...ANSWERS_SCHEMA, example: { audit1: 4, audit2: 3, audit3: 4 } },
            },
          },
          {
            type: 'object',
            description:
              'A FHIR R4 QuestionnaireResponse to one of `/fhir/Questionnaire/{id}`, or to its LOINC panel, such as ' +
              '`http://loinc.org/q/44249-1` for the PHQ-9',
            required: ['resourceType', 'questionnaire', 'status'],
            properties: {
              resourceType: { type: 'string', enum: ['QuestionnaireResponse'] },
              questionnaire: { type: 'string', maxLength: 2000, pattern: NOT_BLANK },
              status: { type: 'string', enum: ['in-progress', 'completed', 'amended'] },
            },
            additionalProperties: true,
          },
        ],
      },
    },
    options,
    COUNTED,
  );
}

/** A field that holds answers by input name; the rule tables define the names. */
export function RiskAnswers(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    (value) => {
      if (!isObject(value)) return flaw('must be an object');
      const entries = Object.entries(value);
      if (entries.length > MOST_ANSWERS) return flaw(`must have at most ${MOST_ANSWERS} answers`);
      return entries.flatMap(([name, one]): Flaw[] =>
        ['boolean', 'number', 'string'].includes(typeof one)
          ? []
          : [{ at: [name], message: 'must be true, false, a whole number or a code' }],
      );
    },
    {
      type: 'object',
      additionalProperties: { oneOf: [{ type: 'boolean' }, { type: 'integer' }, CODE_SCHEMA] },
      example: { 'wd.past_seizure': false, 'home.safe': true, pregnant: 'no' },
    },
    options,
    COUNTED,
  );
}

function flawsOfSet(one: unknown): Flaw[] {
  if (!isObject(one)) return flaw('must be an object');
  if ('resourceType' in one) return [];
  return [
    ...Object.keys(one)
      .filter((name) => !SET_FIELDS.includes(name))
      .map((name) => unknownField(name, SET_FIELDS)),
    ...(typeof one['instrument'] === 'string'
      ? []
      : [{ at: ['instrument'], message: 'is required: the id of an instrument, see GET /v1/instruments' }]),
    ...(one['condition'] === undefined || CONDITIONS.some((code) => code === one['condition'])
      ? []
      : [{ at: ['condition'], message: `must be one of ${CONDITIONS.join(', ')}` }]),
    ...flawsOfShape(one['answers']).map((inner) => ({ ...inner, at: ['answers', ...inner.at] })),
  ];
}

function flawsOfShape(value: unknown): Flaw[] {
  if (value === undefined) return flaw('is required');
  if (!isObject(value)) return flaw('must be an object of answers by item id');
  const entries = Object.entries(value);
  if (entries.length > MOST_ANSWERS) return flaw(`must have at most ${MOST_ANSWERS} answers`);
  return entries
    .filter(([, answer]) => Array.isArray(answer) && answer.length > MOST_ANSWERS)
    .map(([id]) => ({ at: [id], message: `must have at most ${MOST_ANSWERS} items` }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
