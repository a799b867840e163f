import { loggableError } from './loggable-error.js';

/**
 * The log line of an uncaught error, as JSON: Node would print everything, including the values of a database query.
 */
export function fatalErrorLine(error: unknown): string {
  return JSON.stringify({
    level: 60,
    time: new Date().toISOString(),
    msg: 'ends',
    error: loggableError(error),
  });
}
