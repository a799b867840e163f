import { types } from 'node:util';

/** The parts of an error that may be logged. */
export interface LoggableError {
  name: string;
  message?: string;
  code?: string;
  query?: string;
  stack?: string;
  cause?: LoggableError;
  /** Of an AggregateError, such as one for each address of a host. */
  errors?: LoggableError[];
}

/** Causes of causes, and errors of an error, deeper than this say nothing more. */
const DEEPEST = 3;
const MOST_ERRORS = 5;

/**
 * An error without client data: a database error has the values of its query in its parameters and often in its
 * message, so only its code and the text of the query are kept. Takes whatever was thrown, and throws nothing itself.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  try {
    return isError(error) ? partsOf(error, depth) : { name: kindOf(error), ...codeOf(error) };
  } catch {
    // A proxy, or a getter that throws.
    return { name: typeof error };
  }
}

function partsOf(error: Error, depth: number): LoggableError {
  const { name, message, cause, errors } = error as Readonly<Record<string, unknown>> & Error;
  const { query } = error as { query?: unknown };
  const { code } = codeOf(error);
  const ofDatabase = typeof query === 'string' || name === 'QueryFailedError' || isSqlState(code);
  const said =
    typeof message !== 'string' || ofDatabase || repeatsInput(error, code)
      ? undefined
      : withoutValues(message);
  return {
    name: typeof name === 'string' ? name : kindOf(error),
    ...(said !== undefined && { message: said }),
    ...(code !== undefined && { code }),
    ...(typeof query === 'string' && { query }),
    stack: framesOf(error),
    ...(isError(cause) && depth < DEEPEST && { cause: loggableError(cause, depth + 1) }),
    ...(name === 'AggregateError' &&
      Array.isArray(errors) &&
      depth < DEEPEST && {
        errors: errors.slice(0, MOST_ERRORS).map((one) => loggableError(one, depth + 1)),
      }),
  };
}

/** Errors of another realm, such as a worker's, are no instances of this one's class. */
function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}

/** What a value is, never what it says: `string`, `null`, `Array`, or the name of its class. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  const { constructor: made } = value as { constructor?: unknown };
  return typeof made === 'function' && made.name !== '' ? made.name : 'object';
}

/** A code such as `ECONNREFUSED` or `23505`; other texts under that name could be anything. */
function codeOf(value: unknown): { code?: string } {
  const { code } = Object(value) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? { code } : {};
}

/**
 * V8 quotes what it could not parse, such as invalid JSON or an unknown time zone, and Fastify names the address of the
 * request. The name, the code and the stack frames show where it happened.
 */
function repeatsInput(error: Error, code: string | undefined): boolean {
  return code?.startsWith('FST_') || error instanceof SyntaxError || error instanceof RangeError;
}

/** These messages of V8 and Node end with a value. */
function withoutValues(message: string): string {
  return message.replace(/(\bReceived\b|' in|\bon (?:string|number|boolean)) [\s\S]*$/, '$1 …');
}

function isSqlState(code: string | undefined): boolean {
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);
}

/** Only the stack frames: the first lines of a stack repeat the message. */
function framesOf({ stack }: Error): string {
  return (typeof stack === 'string' ? stack : '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
