import { readFileSync, writeFileSync } from 'node:fs';

/** Whether committed files are written instead of being compared: `npm run openapi:examples`. */
const WRITES = process.env.UPDATE_EXAMPLES !== undefined;

/** Holds a file of this project to a text that the tests have made, to the byte. */
export function expectCommitted(path: string, text: string): void {
  if (WRITES) writeFileSync(path, text);
  expect({ path, text: readFileSync(path, 'utf8') }).toEqual({ path, text });
}
