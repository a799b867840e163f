import type { Words } from './en.js';
import { grouped } from './grouped.js';
import type { Language } from './words.js';

const METRES_OF_A_MILE = 1609.344;
/** Nearer than this, two places are in one ZIP code, whose middle stands for both. */
const SAME_ZIP_METRES = 800;

/** A distance in whole miles; none if it is not known. */
export function distanceWords(metres: number | null, w: Words): string | undefined {
  if (metres === null) return undefined;
  return metres < SAME_ZIP_METRES
    ? w.sameZip
    : w.mile(grouped(Math.max(1, Math.round(metres / METRES_OF_A_MILE))));
}

/** A day of a fact, such as 2026-10-16. */
export function dayWords(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** The name of a place with that of its part: places of one organization may share the first. */
export function fullName({
  name,
  nameDetail,
}: {
  readonly name: string;
  readonly nameDetail: string | null;
}): string {
  return nameDetail === null ? name : `${name} · ${nameDetail}`;
}

/** A time of today, in the reader's own zone. */
export function timeWords(time: Date, language: Language): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(time);
}

/** A score of 0 to 1 as a whole number of 100. */
export const hundredths = (value: number): number => Math.round(value * 100);

/** An extension after a number: `650-555-0100 x60050`, `650-555-0100 ext. 5`. */
const EXTENSION = /(?<=[\d)\s])(?:x|ext\.?)\s*\d+.*$/i;

/** A link that dials a telephone number. Its extension is pressed once they answer: together they are another number. */
export const dialled = (phone: string): string =>
  `tel:${phone.replace(EXTENSION, '').replace(/[^+\d]/g, '')}`;
