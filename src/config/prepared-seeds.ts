import { relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { textDigest, readPrepared, writePrepared } from './prepared.js';
import { projectFolder } from './project-folder.js';
import type { SchemaCheck } from './schema-check.js';

/** A seed file as the build found it: the text and the schema by their SHA-256, and what the text says. */
interface PreparedSeed {
  readonly text: string;
  readonly schema: string;
  readonly content: unknown;
}
type PreparedSeeds = Readonly<Record<string, PreparedSeed>>;

/** A seed file that was read and fits its check. */
export interface ReadSeed {
  readonly text: string;
  readonly check: SchemaCheck<unknown>;
  readonly content: unknown;
}

const NAME = 'seed-data.json';
let prepared: PreparedSeeds | undefined;
const schemas = new WeakMap<SchemaCheck<unknown>, string>();

/** What the build made of a file, if the file and its schema are still those of the build. */
export function preparedSeed(
  file: string,
  text: string,
  check: SchemaCheck<unknown>,
): { readonly content: unknown } | undefined {
  prepared ??= (readPrepared(NAME) as PreparedSeeds | undefined) ?? {};
  const seed = prepared[keyOf(file)];
  return seed?.text === textDigest(text) && seed.schema === schemaDigest(check) ? seed : undefined;
}

/** Keeps files by their absolute paths. What JSON would change is left out. */
export function writePreparedSeeds(files: ReadonlyMap<string, ReadSeed>): void {
  const seeds: Record<string, PreparedSeed> = {};
  for (const [file, { text, check, content }] of files)
    if (isDeepStrictEqual(JSON.parse(JSON.stringify(content)), content))
      seeds[keyOf(file)] = { text: textDigest(text), schema: schemaDigest(check), content };
  writePrepared(NAME, seeds);
}

function keyOf(file: string): string {
  return relative(projectFolder, file);
}

function schemaDigest(check: SchemaCheck<unknown>): string {
  let digest = schemas.get(check);
  if (digest === undefined) schemas.set(check, (digest = textDigest(JSON.stringify(check.schema))));
  return digest;
}
