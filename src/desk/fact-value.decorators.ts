import { FieldRule, type FieldOptions, type Flaw, flaw } from '../http/validation/field-rule.js';
import { NOT_BLANK } from '../http/validation/value.decorators.js';

const MAX_TEXT_LENGTH = 2000;
const MAX_ITEMS = 500;

/** A field that holds the value of any fact; the schema of all sources validates it by the name of the fact. */
export function FactValue(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    flawsOfValue,
    {
      oneOf: [
        { type: 'boolean' },
        { type: 'number' },
        { type: 'string', maxLength: MAX_TEXT_LENGTH, pattern: NOT_BLANK },
        { type: 'array', items: {}, maxItems: MAX_ITEMS },
        { type: 'object', additionalProperties: true },
      ],
    },
    options,
  );
}

/** A field that holds facts by name, as a source states them. */
export function FactsObject(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? [] : flaw('must be an object'),
    { type: 'object', additionalProperties: true },
    options,
  );
}

function flawsOfValue(value: unknown): Flaw[] {
  if (value === null)
    return flaw('is null; insert what the program said, in the form that GET /v1/facts shows');
  if (typeof value === 'string') {
    if (value.trim() === '') return flaw('must not be blank');
    if (value.length > MAX_TEXT_LENGTH) return flaw(`must have at most ${MAX_TEXT_LENGTH} characters`);
  }
  return Array.isArray(value) && value.length > MAX_ITEMS ? flaw(`must have at most ${MAX_ITEMS} items`) : [];
}
