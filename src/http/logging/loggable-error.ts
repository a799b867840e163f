/** The lines of an error that a log may keep. */
export interface LoggableError {
  name: string;
  message?: string;
  code?: string;
  query?: string;
  stack?: string;
  cause?: LoggableError;
}

/**
 * An error without what a client may have sent: an error of the database carries the values of its query
 * in its parameters and often in its message, so only its code and the text of the query are kept.
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
 * V8 quotes what it could not read: the text that is no JSON, the zone that is none. Fastify names the address of the
 * request. Name, code and frames say where it was.
 */
function repeatsInput(error: Error & { code?: unknown }): boolean {
  const ofFastify = typeof error.code === 'string' && error.code.startsWith('FST_');
  return ofFastify || error instanceof SyntaxError || error instanceof RangeError;
}

/** These sentences of V8 and Node end with a value. */
function withoutValues(message: string): string {
  return message.replace(/(\bReceived\b|' in|\bon (?:string|number|boolean)) [\s\S]*$/, '$1 …');
}

function isSqlState(code: unknown): boolean {
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);
}

/** The frames alone: the first lines of a stack repeat the message. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
