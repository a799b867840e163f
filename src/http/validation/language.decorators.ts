import { isKnownLanguage, languageNamed } from '../../core/language/words/spoken-languages.js';
import { canonicalTag, LANGUAGE_TAG_FORM } from '../../core/vocabulary/language-tags.js';
import { FieldRule, type FieldOptions, type Flaw, flaw } from './field-rule.js';

const MAX_LENGTH = 40;
const SCHEMA = { type: 'string', minLength: 2, maxLength: MAX_LENGTH, pattern: LANGUAGE_TAG_FORM } as const;

/** A field, or a query parameter, that holds a BCP 47 tag in any letters: `ES` is read as `es`, `iw` as `he`. */
export function LanguageTag(options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(flawsOfTag, SCHEMA, options, { read: readTag, rulesMore: true });
}

/** A field that holds a list of different BCP 47 tags in any letters. */
export function LanguageTags({
  max,
  min = 0,
  ...options
}: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  return FieldRule(
    (value) => {
      if (!Array.isArray(value)) return flaw('must be an array');
      if (value.length > max) return flaw(`must have at most ${max} items`);
      if (value.length < min) return flaw(`must have at least ${min} ${min === 1 ? 'item' : 'items'}`);
      return value.flatMap((one: unknown, at): Flaw[] =>
        value.indexOf(one) < at
          ? [{ at: [at], message: 'is listed twice; remove one' }]
          : flawsOfTag(one).map((found) => ({ ...found, at: [at] })),
      );
    },
    { type: 'array', items: SCHEMA, uniqueItems: true, maxItems: max, ...(min > 0 && { minItems: min }) },
    options,
    { read: (value) => (Array.isArray(value) ? (value as unknown[]).map(readTag) : value), rulesMore: true },
  );
}

/** What is wrong with a language tag, with the tag of the language whose name was written instead. */
export function flawsOfTag(value: unknown): Flaw[] {
  if (typeof value !== 'string') return flaw('must be a string');
  const tag = value.length > MAX_LENGTH ? undefined : canonicalTag(value);
  if (tag !== undefined && isKnownLanguage(tag)) return [];
  const must = 'must be a language tag such as en or es';
  const meant =
    value.length > MAX_LENGTH
      ? undefined
      : (languageNamed(value) ?? canonicalTag(value.replaceAll('_', '-')));
  return meant === undefined || !isKnownLanguage(meant)
    ? flaw(must)
    : flaw(`${must}; did you mean "${meant}"?`, meant);
}

function readTag(value: unknown): unknown {
  return typeof value === 'string' && value.length <= MAX_LENGTH ? (canonicalTag(value) ?? value) : value;
}
