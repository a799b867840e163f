import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AnySchema, ErrorObject } from 'ajv';
import { flawOfTimeByPattern } from '../core/vocabulary/time-of-day.js';
import { closestWord } from '../http/validation/closest-word.js';
import { preparedSeed, type ReadSeed, writePreparedSeeds } from './prepared-seeds.js';
import { schemaCheck, type SchemaCheck } from './schema-check.js';

/** The parser is loaded for the first file that the build has not read. */
const load = createRequire(import.meta.url);

/** A file of the seed data that cannot be used; the message names the file, the fields and the fix. */
export class SeedFileError extends Error {
  override name = 'SeedFileError';

  constructor(
    readonly file: string,
    readonly faults: readonly string[],
  ) {
    super(`${file} cannot be used: ${faults.join('; ')}.`);
  }
}

/** The check of one kind of seed file, with what its errors need to suggest a fix. */
export function seedCheck<T>(schema: AnySchema): SchemaCheck<T> {
  return schemaCheck<T>(schema, { allErrors: true, strict: true, allowUnionTypes: true, verbose: true });
}

/** The last content of each file and the text it was read from: parsing YAML can take longer than a response may. */
const lastRead = new Map<string, ReadSeed>();

/**
 * Content of a YAML file of one shape. It must not be changed: a caller that reads the same text again gets the same
 * object. A file that is as the build found it is neither parsed nor checked again. Throws a `SeedFileError` if it is not
 * YAML or does not fit the schema.
 */
export function readSeedFile<T>(file: string, check: SchemaCheck<T>): T {
  const text = readFileSync(file, 'utf8');
  const known = lastRead.get(file);
  if (known?.text === text && known.check === check) return known.content as T;
  const built = preparedSeed(file, text, check);
  const content = built ? (built.content as T) : parseSeedFile(file, text, check);
  lastRead.set(file, { text, check, content });
  return content;
}

/** Keeps every file that this process has read for later starts. Part of the build. */
export function prepareSeedFiles(): void {
  writePreparedSeeds(lastRead);
}

function parseSeedFile<T>(file: string, text: string, check: SchemaCheck<T>): T {
  const { LineCounter, parseDocument } = load('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new SeedFileError(
      file,
      document.errors.map(({ message, pos }) => `line ${lines.linePos(pos[0]).line}: ${message}`),
    );
  }
  const content: unknown = document.toJS();
  if (check(content)) return content;
  throw new SeedFileError(file, (check.errors ?? []).map(faultOf));
}

/** `ratings/0/certainty: must be one of high, moderate, low`. */
function faultOf({ instancePath, keyword, params, message, parentSchema, data }: ErrorObject): string {
  const place = (field?: string) =>
    [...instancePath.split('/').slice(1), ...(field ? [field] : [])].join('/');
  if (keyword === 'required') return `${place(String(params.missingProperty))}: is missing`;
  if (keyword === 'additionalProperties') {
    const field = String(params.additionalProperty);
    const known = Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {});
    const meant = closestWord(field, known);
    return `${place(field)}: unknown field${meant === undefined ? '' : ` (did you mean "${meant}"?)`}`;
  }
  if (keyword === 'enum') {
    return `${place()}: must be one of ${(params.allowedValues as unknown[]).join(', ')}`;
  }
  const time = flawOfTimeByPattern(params.pattern, data);
  return `${place() || 'the file'}: ${time?.message ?? message ?? keyword}`;
}
