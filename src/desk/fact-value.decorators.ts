import { FieldRule, type FieldOptions, type Flaw, flaw } from '../http/validation/field-rule.js';
import { NOT_BLANK } from '../http/validation/value.decorators.js';

const LONGEST_TEXT = 2000;
const MOST_ITEMS = 500;

/** A field that holds the value of any one fact; the schema of all sources checks it by the fact's name. */
export function FactValue(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    flawsOfSize,
    {
      oneOf: [
        { type: 'boolean' },
        { type: 'number' },
        { type: 'string', maxLength: LONGEST_TEXT, pattern: NOT_BLANK },
        { type: 'array', items: {}, maxItems: MOST_ITEMS },
        { type: 'object', additionalProperties: true },
      ],
    },
    options,
  );
}

/** A field that holds facts by their names, as a source states them. */
export function Facts(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? [] : flaw('must be an object'),
    { type: 'object', additionalProperties: true },
    options,
  );
}

function flawsOfSize(value: unknown): Flaw[] {
  if (typeof value === 'string') {
    if (value.trim() === '') return flaw('must not be blank');
    if (value.length > LONGEST_TEXT) return flaw(`must have at most ${LONGEST_TEXT} characters`);
  }
  return Array.isArray(value) && value.length > MOST_ITEMS
    ? flaw(`must have at most ${MOST_ITEMS} items`)
    : [];
}
