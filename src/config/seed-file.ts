import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { LineCounter, parseDocument } from 'yaml';
import { flawOfTimeByPattern } from '../core/vocabulary/time-of-day.js';
import { closestWord } from '../http/validation/closest-word.js';

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

/** Compiles the JSON schema of one kind of seed file, with what its errors need to suggest a fix. */
export const seedSchemas = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  verbose: true,
  // Without this, Ajv spends half of its start time on shorter code, which is no faster.
  code: { optimize: false },
});

/**
 * The last content of each file and the text it was read from: parsing YAML can take longer than the first response
 * may.
 */
const lastRead = new Map<
  string,
  { readonly text: string; readonly fits: unknown; readonly content: unknown }
>();

/**
 * Content of a YAML file of one shape. It must not be changed: a caller that reads the same text again gets the same
 * object. Throws a `SeedFileError` if it is not YAML or does not fit the schema.
 */
export function readSeedFile<T>(file: string, fits: ValidateFunction<T>): T {
  const text = readFileSync(file, 'utf8');
  const known = lastRead.get(file);
  if (known?.text === text && known.fits === fits) return known.content as T;
  const content = parseSeedFile(file, text, fits);
  lastRead.set(file, { text, fits, content });
  return content;
}

function parseSeedFile<T>(file: string, text: string, fits: ValidateFunction<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new SeedFileError(
      file,
      document.errors.map(({ message, pos }) => `line ${lines.linePos(pos[0]).line}: ${message}`),
    );
  }
  const content: unknown = document.toJS();
  if (fits(content)) return content;
  throw new SeedFileError(file, (fits.errors ?? []).map(faultOf));
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
