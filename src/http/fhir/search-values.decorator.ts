import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Texts } from '../validation/value.decorators.js';

interface SearchValueOptions {
  readonly pattern?: { matches: RegExp; message: string };
  readonly example?: string;
  /** Of a name that is no identifier: its comment does not reach the document. */
  readonly description?: string;
}

/** How often a parameter may be given. */
const MOST_TIMES = 10;
const LONGEST = 400;

/**
 * A search parameter of FHIR: given several times, all must match; values separated by commas are alternatives. Optional.
 * It is always read as a list of texts.
 */
export function SearchValues({ pattern, example, description }: SearchValueOptions = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === undefined || Array.isArray(value) ? value : [value],
    ),
    Texts({
      optional: true,
      max: MOST_TIMES,
      min: 1,
      repeats: true,
      each: { max: LONGEST, ...(pattern && { pattern }) },
      ...(example !== undefined && { example: [example] }),
      ...(description !== undefined && { description }),
    }),
  );
}

/** The alternatives of one value. A comma after a backslash is part of the text (R4, 3.1.1.4.20). */
export function alternativesIn(value: string): string[] {
  const parts = value.match(/(?:\\.|[^,\\])+/gs) ?? [];
  return parts.map((part) => part.replace(/\\([\\,$|])/g, '$1').trim()).filter((part) => part !== '');
}
