import { isDate } from '../../http/validation/value.decorators.js';
import { ImportRefused } from './import-refused.js';

/**
 * The day of a file that has no date of its own: what it says counts as of that day. Throws `ImportRefused` for an edition
 * that is no day of this century.
 *
 * @param edition as it was given, YYYY-MM-DD
 */
export function editionDay(edition: string): string {
  if (edition.startsWith('20') && isDate(edition)) return edition;
  throw new ImportRefused(
    `"${edition}" is not the day of the file, such as 2021-04-01. The file has no date of its own, and what it says counts as of that day.`,
  );
}
