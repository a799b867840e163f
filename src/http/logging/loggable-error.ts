/** The parts of an error that may be logged. */
export interface LoggableError {
  name: string;
  message?: string;
  code?: string;
  query?: string;
  stack?: string;
  cause?: LoggableError;
}

/**
 * An error without client data: a database error has the values of its query in its parameters and often in its
 * message, so only its code and the text of the query are kept.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, query } = error as { code?: unknown; query?: unknown };
  const ofDatabase = typeof query === 'string' || error.name === 'QueryFailedError' || isSqlState(code);
  const message = ofDatabase || repeatsInput(error) ? undefined : withoutValues(error.message);
  return {
    name: error.name,
    ...(message !== undefined && { message }),
    ...(typeof code === 'string' && { code }),
    ...(typeof query === 'string' && { query }),
    stack: framesOf(error),
    ...(error.cause instanceof Error && depth < 3 && { cause: loggableError(error.cause, depth + 1) }),
  };
}

/**
 * V8 quotes what it could not parse, such as invalid JSON or an unknown time zone, and Fastify names the address of the
 * request. The name, the code and the stack frames show where it happened.
 */
function repeatsInput(error: Error & { code?: unknown }): boolean {
  const ofFastify = typeof error.code === 'string' && error.code.startsWith('FST_');
  return ofFastify || error instanceof SyntaxError || error instanceof RangeError;
}

/** These messages of V8 and Node end with a value. */
function withoutValues(message: string): string {
  return message.replace(/(\bReceived\b|' in|\bon (?:string|number|boolean)) [\s\S]*$/, '$1 …');
}

function isSqlState(code: unknown): boolean {
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);
}

/** Only the stack frames: the first lines of a stack repeat the message. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
