import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { NamedFile } from './file-head.js';
import { ImportRefused } from './import-refused.js';

/** What a file of JSON holds. */
export interface JsonFile {
  readonly value: unknown;
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
}

/** Reads a file of JSON, or of one JSON object a line: then a list of them. Throws `ImportRefused` for any other file. */
export async function readJsonFile({ path, name }: NamedFile): Promise<JsonFile> {
  const bytes = await readFile(path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportRefused(`${name} is not encoded as UTF-8.`);
  }
  const whole = parsed(text);
  if (whole !== undefined) return { value: whole, digest };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    value: lines.map((line, at) => {
      const value = parsed(line);
      if (value === undefined)
        throw new ImportRefused(
          lines.length === 1 || at === 0
            ? `${name} is not JSON. It may be cut off.`
            : `Line ${at + 1} of ${name} is not JSON. The file may be cut off.`,
        );
      return value;
    }),
    digest,
  };
}

/**
 * The values of a file with one JSON object a line, one at a time, so that a large file is never in memory; or the one value of any
 * other file of JSON. Throws `ImportRefused` for any other file.
 */
export async function* readJsonValues(file: NamedFile): AsyncGenerator {
  const lines = createInterface({ input: createReadStream(file.path), crlfDelay: Infinity });
  let number = 0;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    number += 1;
    const value = parsed(line);
    if (value === undefined && number > 1)
      throw new ImportRefused(`Line ${number} of ${file.name} is not JSON. The file may be cut off.`);
    if (value === undefined) {
      lines.close();
      yield (await readJsonFile(file)).value;
      return;
    }
    yield value;
  }
}

/** SHA-256 of a file, hexadecimal. */
export async function digestOfFile({ path }: NamedFile): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** A value, or `undefined` for a text that is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a value is an object of JSON, neither a list nor null. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
