import type { CodeBook } from './code-book.js';
import { CODE_BOOK_2022 } from './code-book-2022.js';
import { CODE_BOOK_2023 } from './code-book-2023.js';
import { ImportRefused } from '../import-run/import-refused.js';

/** The oldest first. */
const BOOKS: readonly CodeBook[] = [CODE_BOOK_2022, CODE_BOOK_2023];

/** Whether an edition can be imported. */
export function hasCodeBook(edition: string): boolean {
  return BOOKS.some((known) => known.edition === edition);
}

/** The code book of an edition. Throws `ImportRefused` for an edition without one. */
export function codeBookOf(edition: string): CodeBook {
  const book = BOOKS.find((known) => known.edition === edition);
  if (book) return book;
  const known = BOOKS.map((one) => one.edition).join(', ');
  throw new ImportRefused(
    `There is no code book for edition "${edition}". Codes change their meaning between editions, so none is guessed; the known editions are: ${known}.`,
  );
}

/** The newest book that was published by a day (YYYY-MM-DD), or the oldest: for a list that is not published by edition. */
export function codeBookOfDay(day: string): CodeBook {
  return BOOKS.filter(({ asOf }) => asOf <= day).at(-1) ?? BOOKS[0]!;
}
