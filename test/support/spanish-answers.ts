/** A text of a response, and its place: a JSON pointer with `*` for any index of a list. */
export interface PlacedText {
  readonly at: string;
  readonly text: string;
}

/** Every text of a response that has words in it, rather than a code, a date, an address or a version. */
export function textsOf(value: unknown, at = ''): PlacedText[] {
  if (typeof value === 'string')
    return / /.test(value) && !/^loc-rules [\d.]+$/.test(value) ? [{ at, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, `${at}/*`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => textsOf(each, `${at}/${name}`));
  return [];
}

/** Texts of a Spanish response in which one of these English names stands, although it is not announced there. */
export function textsWithEnglishNames(
  spanish: { englishOnly: readonly string[] },
  names: readonly string[],
): PlacedText[] {
  const { englishOnly: _places, ...answer } = spanish;
  return textsOf(answer).filter(
    ({ at, text }) => !isAnnounced(spanish.englishOnly, at) && names.some((name) => text.includes(name)),
  );
}

function isAnnounced(places: readonly string[], at: string): boolean {
  return places.some((place) => at === place || at.startsWith(`${place}/`));
}

/**
 * Texts of a Spanish response that the English response to the same request has too, although the Spanish one does not
 * list them as English.
 */
export function unannouncedEnglish(
  spanish: { englishOnly: readonly string[] },
  english: object,
): PlacedText[] {
  const englishTexts = new Set(textsOf(english).map(({ text }) => text));
  const { englishOnly: _places, ...answer } = spanish;
  return textsOf(answer).filter(
    ({ at, text }) => englishTexts.has(text) && !isAnnounced(spanish.englishOnly, at),
  );
}
