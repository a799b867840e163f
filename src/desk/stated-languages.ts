import { canonicalTag } from '../core/vocabulary/language-tags.js';
import type { FieldError } from '../http/problem.js';
import { flawsOfTag } from '../http/validation/language.decorators.js';

/** Facts with the tags of languages in their canonical form: `ES` is `es`. What is no tag stays as it is. */
export function withCanonicalLanguages(facts: unknown): unknown {
  const said = languagesIn(facts);
  if (!said) return facts;
  const canonical = Object.entries(said).map(([word, tags]): [string, unknown] => [
    word,
    Array.isArray(tags) ? (tags as unknown[]).map(inCanonicalForm) : tags,
  ]);
  return { ...(facts as object), languages: Object.fromEntries(canonical) };
}

/** Texts that are no tags of languages, by place (`/languages/yes/0`), with the tag that was probably meant. */
export function flawsOfLanguages(facts: unknown): (FieldError & { pointer: string })[] {
  return Object.entries(languagesIn(facts) ?? {}).flatMap(([word, tags]) =>
    (Array.isArray(tags) ? (tags as unknown[]) : []).flatMap((tag, at) =>
      typeof tag === 'string'
        ? flawsOfTag(tag).map(({ message, suggestion }) => ({
            pointer: `/languages/${word}/${at}`,
            message,
            ...(suggestion === undefined ? {} : { suggestion }),
          }))
        : [],
    ),
  );
}

function languagesIn(facts: unknown): object | undefined {
  const { languages } = (facts ?? {}) as { languages?: unknown };
  return typeof languages === 'object' && languages !== null ? languages : undefined;
}

function inCanonicalForm(tag: unknown): unknown {
  return typeof tag === 'string' ? (canonicalTag(tag) ?? tag) : tag;
}
