import { loggableError } from './loggable-error.js';

/**
 * What is said of an error that nobody caught, in one line of JSON: Node would print all of it, the values of a query
 * of the database included.
 */
export function fatalErrorLine(error: unknown): string {
  return JSON.stringify({
    level: 60,
    time: new Date().toISOString(),
    msg: 'ends',
    error: loggableError(error),
  });
}
