import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  type Explain,
  type FieldReading,
  FieldRule,
  type FieldOptions,
  type Flaw,
  flaw,
} from './field-rule.js';

interface TextOptions extends FieldOptions {
  /** At most this many characters. */
  max: number;
  /** At least this many characters other than white space; 1 by default. */
  min?: number;
  /** The pattern of the whole text, and its description: `must be five digits`. */
  pattern?: { matches: RegExp; message: string };
  /** A name that lists show: one line, in which something can be seen. */
  isName?: boolean;
}

interface NumberOptions extends FieldOptions {
  min: number;
  max: number;
  integer?: boolean;
}

interface ListOptions extends FieldOptions {
  /** At most this many items. */
  max: number;
  min?: number;
  /** Whether an item may be listed twice. */
  repeats?: boolean;
}

/** The format of a UUID of any version. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** In the document: a text with at least one character other than white space. */
export const NOT_BLANK = String.raw`\S`;
/** Letters and digits can be seen; zero-width spaces cannot. */
const VISIBLE = /[\p{L}\p{N}]/u;
const LINE_BREAK = /[\t\n\r\u2028\u2029]/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** A field, or a query parameter, that holds a bounded text. It is used unchanged, never trimmed. */
export function Text(options: TextOptions): PropertyDecorator {
  const { max, min = 1 } = options;
  return FieldRule(
    explainText(options),
    {
      type: 'string',
      maxLength: max,
      minLength: min,
      ...patternOf(options),
    },
    options,
    { rulesMore: blankMayPass(options) || options.isName === true },
  );
}

/** A field that holds a list of bounded texts, different ones unless `repeats` is set. */
export function Texts(
  options: ListOptions & { each: Omit<TextOptions, keyof FieldOptions> },
): PropertyDecorator {
  const { max, min = 1 } = options.each;
  const items = {
    type: 'string',
    maxLength: max,
    minLength: min,
    ...patternOf(options.each),
  };
  return list(explainText(options.each), items, options, { rulesMore: blankMayPass(options.each) });
}

/** A field, or a query parameter, that holds a UUID in upper or lower case, converted to lower case (RFC 9562 §4). */
export function Uuid(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(explainUuid, { type: 'string', format: 'uuid' }, options, { read: inSmallLetters });
}

/** A field that holds a list of different UUIDs, in upper or lower case. */
export function Uuids(options: ListOptions): PropertyDecorator {
  return list(explainUuid, { type: 'string', format: 'uuid' }, options, {
    read: (value) => (Array.isArray(value) ? (value as unknown[]).map(inSmallLetters) : value),
    // The same UUID in upper and in lower case is listed twice.
    rulesMore: true,
  });
}

/** A field that holds a number within bounds. */
export function NumberWithin(options: NumberOptions): PropertyDecorator {
  return FieldRule(explainNumber(options), numberSchema(options), options);
}

/** A query parameter that holds a number within bounds, given once in plain decimals. Optional by default. */
export function QueryNumber(options: NumberOptions): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value,
    ),
    NumberWithin({ optional: true, ...options }),
  );
}

/** A field that is true or false. */
export function YesNo(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(explainYesNo, { type: 'boolean' }, options);
}

/** A query parameter that is `true` or `false`, given once. Optional by default. */
export function QueryYesNo(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    YesNo({ optional: true, ...options }),
  );
}

/** A field, or a query parameter, that holds a calendar date: `2026-11-24`. */
export function CalendarDate(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    (value) => (isDate(value) ? [] : flaw('must be a date such as 2026-01-31')),
    { type: 'string', format: 'date' },
    options,
  );
}

/** A field, or a query parameter, that holds a day, or a moment with its zone: `2026-11-24T09:00:00Z` (RFC 3339). */
export function Moment(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    (value) =>
      isDate(value) || isMoment(value)
        ? []
        : flaw('must be a date such as 2026-01-31, or a moment such as 2026-01-31T09:00:00Z'),
    { type: 'string', maxLength: 40, pattern: MOMENT.source, example: '2026-11-24T09:00:00Z' },
    options,
    { rulesMore: true },
  );
}

/** What `CodeMap` needs to hold numbers: `{ "evidence": 3 }`. */
export function numberValue(options: Omit<NumberOptions, keyof FieldOptions>): {
  explain: Explain;
  schema: Record<string, unknown>;
} {
  return { explain: explainNumber(options), schema: numberSchema(options) };
}

function explainText({
  max,
  min = 1,
  pattern,
  isName = false,
}: Omit<TextOptions, keyof FieldOptions>): Explain {
  return (value) => {
    if (typeof value !== 'string') return flaw('must be a string');
    // A character has at most two units of a string.
    if (value.length > 2 * max || (value.length > max && Array.from(value).length > max)) {
      return flaw(`must have at most ${max} ${max === 1 ? 'character' : 'characters'}`);
    }
    if (value.trim().length < min) {
      return flaw(min === 1 ? 'must not be blank' : `must have at least ${min} characters`);
    }
    if (isName && !isShownName(value)) return flaw('must be one line with a letter or a digit');
    return pattern === undefined || pattern.matches.test(value) ? [] : flaw(pattern.message);
  };
}

/** Whether a name can be seen in a list, in one line. */
export function isShownName(name: string): boolean {
  return VISIBLE.test(name) && !LINE_BREAK.test(name);
}

/** Without a pattern of its own, a required text must have a character other than white space. */
function patternOf({ min = 1, pattern }: Omit<TextOptions, keyof FieldOptions>): { pattern?: string } {
  if (pattern !== undefined) return { pattern: pattern.matches.source };
  return min > 0 ? { pattern: NOT_BLANK } : {};
}

/** The schema counts white space at the ends; a pattern of the field itself takes the place of `NOT_BLANK`. */
function blankMayPass({ min = 1, pattern }: Omit<TextOptions, keyof FieldOptions>): boolean {
  return min > 1 || pattern !== undefined;
}

function inSmallLetters(value: unknown): unknown {
  return typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : value;
}

function explainUuid(value: unknown): Flaw[] {
  return typeof value === 'string' && UUID.test(value) ? [] : flaw('must be a UUID');
}

function explainNumber({ min, max, integer = false }: Omit<NumberOptions, keyof FieldOptions>): Explain {
  const kind = integer ? 'a whole number' : 'a number';
  return (value) => {
    const right =
      typeof value === 'number' && value >= min && value <= max && (!integer || Number.isInteger(value));
    return right ? [] : flaw(`must be ${kind} from ${min} to ${max}`);
  };
}

function explainYesNo(value: unknown): Flaw[] {
  return typeof value === 'boolean' ? [] : flaw('must be true or false');
}

/** Whether this is a day of the calendar, as YYYY-MM-DD. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !DATE.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** The day must exist, and the time must be one of the clock. */
function isMoment(value: unknown): boolean {
  if (typeof value !== 'string' || !MOMENT.test(value)) return false;
  return isDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

function numberSchema({ min, max, integer = false }: Omit<NumberOptions, keyof FieldOptions>) {
  return { type: integer ? ('integer' as const) : ('number' as const), minimum: min, maximum: max };
}

function list(
  explainOne: Explain,
  items: Record<string, unknown>,
  options: ListOptions,
  reading: FieldReading = {},
): PropertyDecorator {
  const { max, min = 0, repeats = false } = options;
  return FieldRule(
    (value) => {
      if (!Array.isArray(value)) return flaw('must be an array');
      if (value.length > max) return flaw(`must have at most ${max} items`);
      if (value.length < min) return flaw(`must have at least ${min} ${min === 1 ? 'item' : 'items'}`);
      return value.flatMap((one: unknown, at): Flaw[] => {
        if (!repeats && value.indexOf(one) < at)
          return [{ at: [at], message: 'is listed twice; remove one' }];
        return explainOne(one).map((inner) => ({ ...inner, at: [at, ...inner.at] }));
      });
    },
    {
      type: 'array',
      items,
      ...(repeats ? {} : { uniqueItems: true }),
      maxItems: max,
      ...(min > 0 && { minItems: min }),
    },
    options,
    reading,
  );
}
