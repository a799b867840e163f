import { schemaCheck } from '../config/schema-check.js';
import { STATED_FACTS_SCHEMA } from '../core/directory/facts-schema.js';
import { flawOfTimeByPattern } from '../core/vocabulary/time-of-day.js';
import type { StatedFacts } from '../core/directory/source-record.js';

const check = schemaCheck<StatedFacts>(STATED_FACTS_SCHEMA, {
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  verbose: true,
});

/** Thrown for facts that violate the schema; names each fact and what is wrong with it. */
export class StatedFactsError extends Error {
  override name = 'StatedFactsError';
}

/** All violations of the schema in these facts, each with its place: `/waitDays`. */
export function flawsOfFacts(facts: unknown): { pointer: string; message: string; suggestion?: string }[] {
  if (check(facts)) return [];
  return (check.errors ?? []).map(({ instancePath, message = 'is not valid', params, data }) => {
    const {
      allowedValues: allowed,
      additionalProperty: extra,
      pattern,
    } = params as {
      allowedValues?: string[];
      additionalProperty?: string;
      pattern?: string;
    };
    if (extra !== undefined)
      return { pointer: `${instancePath}/${extra}`, message: 'is not a known fact; remove it' };
    const time = flawOfTimeByPattern(pattern, data);
    if (time) return { pointer: instancePath, ...time };
    return allowed
      ? { pointer: instancePath, message: `must be one of ${allowed.join(', ')}` }
      : { pointer: instancePath, message };
  });
}

/** Returns the facts as typed if they satisfy the schema of all sources. */
export function checkStatedFacts(facts: unknown, of: string): StatedFacts {
  if (check(facts)) return facts;
  const faults = (check.errors ?? []).map(
    ({ instancePath, message, params, data }) =>
      `facts${instancePath}: ${flawOfTimeByPattern(params.pattern, data)?.message ?? `${message} ${JSON.stringify(params)}`}`,
  );
  throw new StatedFactsError(`The facts of ${of} are not valid. ${faults.join('; ')}`);
}
