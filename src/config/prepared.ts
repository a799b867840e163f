import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './project-folder.js';

/** The absolute path of a file that the last step of the build writes beside the compiled code. */
export function preparedPath(name: string): string {
  return join(projectFolder, 'dist', 'prepared', name);
}

/** A value that the build wrote with `writePrepared`; undefined if it was not built. */
export function readPrepared(name: string): unknown {
  try {
    return JSON.parse(readFileSync(preparedPath(name), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes a value as JSON, or a text as it is. */
export function writePrepared(name: string, value: unknown): void {
  mkdirSync(dirname(preparedPath(name)), { recursive: true });
  writeFileSync(preparedPath(name), typeof value === 'string' ? value : JSON.stringify(value));
}

/** SHA-256 of a text, in hexadecimal: what was prepared names what it was made from. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
