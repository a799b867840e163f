import { INCLUDED, INCLUDING } from './macrolanguages.js';

/** What a language tag looks like, in capital or small letters (BCP 47 without extensions and private use). */
export const LANGUAGE_TAG_FORM = '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$';

const FORM = new RegExp(LANGUAGE_TAG_FORM);

/** `zh-yue` is an older way to write `yue`: these languages have such extended subtags (BCP 47 §2.2.2). */
const EXTENDED = /^(?:ar|kok|lv|ms|sgn|sw|uz|zh)((?:-[a-z]{3})+)(?=-|$)/;

/**
 * Codes that we keep though Unicode replaces them: `cmn` is Mandarin alone, while a source that reports `zh` means any
 * Chinese language; `tl` is the code of the national directory for what Unicode calls `fil`.
 */
const KEPT: Readonly<Record<string, string>> = { cmn: 'cmn', tl: 'tl', fil: 'tl', tgl: 'tl' };

/**
 * A language tag in the one form that is compared: `ES` is `es`, `es-mx` is `es-MX`, `iw` is `he`, `fil` is `tl`, `spa` is
 * `es`, `zh-yue` is `yue`. Undefined if it is no language tag. Whether such a language exists is not checked.
 */
export function canonicalTag(written: string): string | undefined {
  if (!FORM.test(written)) return undefined;
  const tag = written
    .toLowerCase()
    .replace(EXTENDED, (_all, extended: string) => extended.slice(extended.lastIndexOf('-') + 1));
  const [language = ''] = tag.split('-', 1);
  const kept = Object.hasOwn(KEPT, language) ? KEPT[language] : undefined;
  try {
    // Unicode knows no other code for `und`, so that only the other subtags change.
    if (kept !== undefined)
      return kept + new Intl.Locale(`und${tag.slice(language.length)}`).baseName.slice(3);
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The language of a canonical tag, without script and region: `es` of `es-MX`. */
export function languageOf(tag: string): string {
  return tag.split('-', 1)[0]!;
}

/**
 * Whether a reported language is the one that a client speaks. A region or a script makes no other language (RFC 4647
 * lookup: `es-MX` is served by `es`). `perhaps`: one includes the other, so that it is not known whether `zh`, any Chinese
 * language, is `yue`.
 */
export type Kinship = 'same' | 'perhaps' | 'other';

/** How a canonical tag that a client speaks, and one that a source reports, are related. */
export function kinship(spoken: string, reported: string): Kinship {
  const [one, other] = [languageOf(spoken), languageOf(reported)];
  if (one === other) return 'same';
  return includes(one, other) || includes(other, one) ? 'perhaps' : 'other';
}

/** Whether a language includes another: `zh` includes `yue`. */
export function includes(language: string, other: string): boolean {
  return INCLUDING.get(other)?.includes(language) === true;
}

/** The languages of reports that are, or may be, a language: itself, what includes it, and what it includes. */
export function relatedLanguages(tag: string): string[] {
  const language = languageOf(tag);
  const within = (code: string): string[] =>
    (INCLUDED.get(code) ?? []).flatMap((one) => [one, ...within(one)]);
  return [...new Set([language, ...(INCLUDING.get(language) ?? []), ...within(language)])];
}
