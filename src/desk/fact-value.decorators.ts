import { FieldRule, type FieldOptions, flaw } from '../http/field-rule.js';

/** A field that holds the value of any one fact; the schema of all sources checks it by the fact's name. */
export function FactValue(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    () => [],
    {
      oneOf: [
        { type: 'boolean' },
        { type: 'number' },
        { type: 'string' },
        { type: 'array', items: {} },
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
