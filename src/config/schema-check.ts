import { createRequire } from 'node:module';
import type { AnySchema, ErrorObject, Options, ValidateFunction } from 'ajv';

/** Decides whether a value has the shape of a JSON schema. `errors` is about the last value; Ajv's functions are such. */
export interface SchemaCheck<T> {
  (value: unknown): value is T;
  readonly schema: AnySchema;
  readonly errors?: readonly ErrorObject[] | null;
}

const load = createRequire(import.meta.url);

/**
 * A check that is compiled when it is first asked, and whose compiler is loaded then: a start asks none, where the build
 * has checked the files.
 */
export function schemaCheck<T>(schema: AnySchema, options: Options): SchemaCheck<T> {
  let compiled: ValidateFunction<T> | undefined;
  const check = (value: unknown): value is T => {
    if (!compiled) {
      const { Ajv } = load('ajv') as typeof import('ajv');
      // Otherwise Ajv spends half of the time on shorter code, which is no faster.
      compiled = new Ajv({ ...options, code: { optimize: false } }).compile<T>(schema);
    }
    return compiled(value);
  };
  return Object.defineProperty(Object.assign(check, { schema }), 'errors', {
    get: () => compiled?.errors,
  });
}
