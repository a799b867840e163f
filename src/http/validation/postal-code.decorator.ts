import { FieldRule, type FieldOptions, flaw } from './field-rule.js';

/** As people write it: blanks around it, and the four digits after the dash (ZIP+4). */
const WRITTEN = /^\s{0,10}(\d{5})(?:-?\d{4})?\s{0,10}$/;

/** A field, or a query parameter, that holds a ZIP code: five digits once it is read. */
export function PostalCodeText(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    (value) =>
      typeof value === 'string' && WRITTEN.test(value)
        ? []
        : flaw('must be a ZIP code of five digits, such as "06511"'),
    { type: 'string', maxLength: 30, pattern: WRITTEN.source, example: '06511' },
    options,
    { read: (value) => (typeof value === 'string' ? (WRITTEN.exec(value)?.[1] ?? value) : value) },
  );
}
