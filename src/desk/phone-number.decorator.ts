import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { readPhone } from '../core/directory/phone-number.js';
import { FieldRule, type FieldOptions, type Flaw, flaw } from '../http/validation/field-rule.js';

const LONGEST = 60;
const MOST_NUMBERS = 10;
const HOW =
  'must be a telephone number with its area code, such as 203-555-0100, 203-555-0100 x12 or 800-662-HELP';

/** The schema of a number as people write it; it is answered as `203-555-0100 x12`. */
export const PHONE_SCHEMA = {
  type: 'string',
  maxLength: LONGEST,
  pattern: String.raw`^\s*\+?[0-9A-Za-z(][0-9A-Za-z ().,;#/-]{6,}\s*$`,
  example: '203-555-0100',
} as const;

/** The schema of several numbers. */
export const PHONES_SCHEMA = { type: 'array', items: PHONE_SCHEMA, maxItems: MOST_NUMBERS } as const;

/** A field that holds a telephone number, read as the imports read it. */
export function PhoneNumber(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => read(value)),
    FieldRule(flawsOfPhone, PHONE_SCHEMA, options),
  );
}

/** A field that holds a list of different telephone numbers. */
export function PhoneNumbers(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(read) : value)),
    FieldRule(
      (value) => {
        if (!Array.isArray(value)) return flaw('must be an array');
        if (value.length > MOST_NUMBERS) return flaw(`must have at most ${MOST_NUMBERS} items`);
        return value.flatMap((one: unknown, at): Flaw[] =>
          value.indexOf(one) < at
            ? [{ at: [at], message: 'is listed twice; remove one' }]
            : flawsOfPhone(one).map((inner) => ({ ...inner, at: [at, ...inner.at] })),
        );
      },
      PHONES_SCHEMA,
      options,
    ),
  );
}

function read(value: unknown): unknown {
  return typeof value === 'string' ? (readPhone(value) ?? value) : value;
}

function flawsOfPhone(value: unknown): Flaw[] {
  if (typeof value !== 'string') return flaw('must be a string');
  return readPhone(value) === undefined ? flaw(HOW) : [];
}
