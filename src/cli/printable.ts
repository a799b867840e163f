/** Characters that steer a terminal or change the direction of writing; a text of the database may hold them. */
const STEERING = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A text for a terminal, in which such characters are shown as their code: `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(STEERING, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** Prints lines that hold names of the database. */
export function printLines(lines: readonly string[]): void {
  console.log(lines.map(printable).join('\n'));
}
