import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { codesMeantBy, plainWord } from '../../core/vocabulary/synonyms.js';
import { closestWord } from './closest-word.js';
import { type Explain, FieldRule, type FieldOptions, type Flaw, flaw } from './field-rule.js';

interface CodeOptions extends FieldOptions {
  /** Name of the vocabulary in the OpenAPI document, such as `Condition`. */
  name?: string;
}

interface CodesOptions extends CodeOptions {
  /** At most this many; by default as many as there are codes. */
  max?: number;
  /** At least this many; 0 by default. */
  min?: number;
}

/** Above this number, codes are not all listed in a message. */
const LISTED = 25;

/** A field that holds one code of a vocabulary. */
export function Code(codes: readonly string[], options: CodeOptions = {}): PropertyDecorator {
  return FieldRule(
    (value) => flawsOfCode(value, codes).map((one) => ({ ...one, at: [] })),
    { enum: [...codes], ...named(options) },
    options,
  );
}

/** A field that holds a list of different codes of a vocabulary. */
export function Codes(codes: readonly string[], options: CodesOptions = {}): PropertyDecorator {
  const { max = codes.length, min = 0 } = options;
  return FieldRule(
    explainCodes(codes, min, max),
    {
      enum: [...codes],
      isArray: true,
      uniqueItems: true,
      maxItems: max,
      ...(min > 0 && { minItems: min }),
      ...named(options),
    },
    options,
  );
}

/** A query parameter that holds several codes: repeated, separated by commas, or both. Optional by default. */
export function QueryCodes(codes: readonly string[], options: CodesOptions = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => splitByCommas(value)),
    Codes(codes, { optional: true, min: 1, ...options }),
  );
}

/** A field that maps codes of one vocabulary to values of one kind: `{ "payment": "confirmed" }`. */
export function CodeMap(
  keys: readonly string[],
  values: { explain: Explain; schema: Record<string, unknown> },
  options: FieldOptions = {},
): PropertyDecorator {
  return FieldRule(
    (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return flaw('must be an object');
      }
      return Object.entries(value).flatMap(([key, one]): Flaw[] => {
        if (!keys.includes(key)) return [unknownField(key, keys)];
        return values.explain(one).map((inner) => ({ ...inner, at: [key, ...inner.at] }));
      });
    },
    {
      type: 'object',
      properties: Object.fromEntries(keys.map((key) => [key, values.schema])),
      additionalProperties: false,
    },
    options,
  );
}

/** What `CodeMap` needs to hold codes: `{ "payment": "confirmed" }`. */
export function codeValue(codes: readonly string[]): { explain: Explain; schema: Record<string, unknown> } {
  return {
    explain: (value) => flawsOfCode(value, codes).map((one) => ({ ...one, at: [] })),
    schema: { type: 'string', enum: [...codes] },
  };
}

/** An undeclared field, with the one that was probably meant. */
export function unknownField(name: string, known: readonly string[]): Flaw {
  const suggestion = closestWord(name, known);
  return {
    at: [name],
    message:
      suggestion === undefined ? 'unknown field; remove it' : `unknown field; did you mean "${suggestion}"?`,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function explainCodes(codes: readonly string[], min: number, max: number): Explain {
  return (value) => {
    if (!Array.isArray(value)) return flaw('must be an array of codes');
    if (value.length > max) return flaw(`must have at most ${max} codes`);
    if (value.length < min) return flaw(`must have at least ${min} ${min === 1 ? 'code' : 'codes'}`);
    return value.flatMap((one: unknown, at): Flaw[] => {
      if (value.indexOf(one) < at) return [{ at: [at], message: 'is listed twice; remove one' }];
      return flawsOfCode(one, codes).map((found) => ({ ...found, at: [at] }));
    });
  };
}

function flawsOfCode(value: unknown, codes: readonly string[]): Omit<Flaw, 'at'>[] {
  if (typeof value === 'string' && codes.includes(value)) return [];
  const listed = codes.slice(0, LISTED).join(', ');
  const allowed = `must be one of ${listed}${codes.length > LISTED ? `, … (${codes.length} codes)` : ''}`;
  const [suggestion, ...more] = typeof value === 'string' ? suggestionsFor(value, codes) : [];
  if (suggestion === undefined) return [{ message: allowed }];
  const meant = [suggestion, ...more].map((code) => `"${code}"`);
  const last = meant.length > 1 ? ` or ${meant.pop()!}` : '';
  return [{ message: `${allowed}; did you mean ${meant.join(', ')}${last}?`, suggestion }];
}

/** What people mean by the word, before what is spelt alike: "tricare" is not "medicare". */
function suggestionsFor(value: string, codes: readonly string[]): readonly string[] {
  const written = codes.find((code) => plainWord(code) === plainWord(value));
  if (written !== undefined) return [written];
  const meant = codesMeantBy(value, codes);
  if (meant.length > 0) return meant;
  const alike = closestWord(value, codes);
  return alike === undefined ? [] : [alike];
}

function splitByCommas(value: unknown): unknown {
  if (value === undefined) return undefined;
  return [value]
    .flat()
    .flatMap((one: unknown): unknown[] =>
      typeof one === 'string' ? one.split(',').map((part) => part.trim()) : [one],
    );
}

function named({ name }: CodeOptions): { enumName?: string } {
  return name === undefined ? {} : { enumName: name };
}
