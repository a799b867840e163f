/** A text of an answer, and where it stands: a JSON pointer with `*` for any place of a list. */
export interface PlacedText {
  readonly at: string;
  readonly text: string;
}

/** Every text of an answer that has words in it, rather than a code, a date, an address or a version. */
export function textsOf(value: unknown, at = ''): PlacedText[] {
  if (typeof value === 'string')
    return / /.test(value) && !/^loc-rules [\d.]+$/.test(value) ? [{ at, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, `${at}/*`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => textsOf(each, `${at}/${name}`));
  return [];
}

/**
 * Texts of a Spanish answer that the English answer to the same request says too, though the Spanish one does not say
 * that they stay in English.
 */
export function unannouncedEnglish(
  spanish: { englishOnly: readonly string[] },
  english: object,
): PlacedText[] {
  const englishTexts = new Set(textsOf(english).map(({ text }) => text));
  const isAnnounced = (at: string) =>
    spanish.englishOnly.some((place) => at === place || at.startsWith(`${place}/`));
  const { englishOnly: _places, ...answer } = spanish;
  return textsOf(answer).filter(({ at, text }) => englishTexts.has(text) && !isAnnounced(at));
}
