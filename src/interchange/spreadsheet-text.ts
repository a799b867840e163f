/** What spreadsheets take for the begin of a formula, also after a line break, and the same characters in full width. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text that a spreadsheet would read as a formula gets a leading apostrophe (OWASP, CSV injection). */
export function spreadsheetText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
