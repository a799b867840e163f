/** Text without blanks that only a typist sees. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Some cells of a row, tidy. */
export function tidyCells<Column extends string>(
  columns: readonly Column[],
  cells: Readonly<Record<Column, string>>,
): Record<Column, string> {
  return Object.fromEntries(columns.map((column) => [column, tidy(cells[column])])) as Record<Column, string>;
}

/** A key of tidy parts, the same whatever their letter case. */
export function keyOfText(...parts: readonly string[]): string {
  return parts.map((part) => part.toLowerCase().replaceAll('|', ' ')).join('|');
}

/** Five digits; ZIP+4 loses its last four, and a number that lost its leading zeros gets them back. */
export function fiveDigits(zip: string): string | undefined {
  if (/^[0-9]{5}(-?[0-9]{4})?$/.test(zip)) return zip.slice(0, 5);
  // The lowest ZIP codes are 00501 and 00601: at least three digits.
  return /^[0-9]{3,4}$/.test(zip) ? zip.padStart(5, '0') : undefined;
}

/** Whether a text has only characters that PostgreSQL can store and that printed lists have. */
export function isReadableText(text: string): boolean {
  return !/\p{Surrogate}|[^\P{Control}\t\n\r]/u.test(text);
}

/** Characters that a terminal or the database cannot handle, as \u escapes. */
export function escapedText(text: string): string {
  return text.replace(
    /\p{Surrogate}|\p{Control}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
