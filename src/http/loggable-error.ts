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
  return {
    name: error.name,
    ...(!ofDatabase && { message: error.message }),
    ...(typeof code === 'string' && { code }),
    ...(typeof query === 'string' && { query }),
    stack: framesOf(error),
    ...(error.cause instanceof Error && depth < 3 && { cause: loggableError(error.cause, depth + 1) }),
  };
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
