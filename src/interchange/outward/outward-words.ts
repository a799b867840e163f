import type { DataSource } from 'typeorm';
import { Problem, type FieldError } from '../../http/problem.js';
import { isNowhere, MAX_WORDS, termQueries, type TermQuery } from '../../directory/search-words.queries.js';
import { readWords } from '../../directory/read-words.js';

/**
 * What words look for, as the search of programs reads them: misspellings and other names of a thing are found too.
 * `undefined` if no program has one of them.
 *
 * @param place where the request has the words
 * @throws Problem 400 for words without letters or digits, and for too many
 */
export async function termsOfWords(
  dataSource: DataSource,
  words: string,
  place: Pick<FieldError, 'parameter' | 'pointer'>,
): Promise<TermQuery[] | undefined> {
  const read = readWords(words);
  if (read.length === 0)
    throw Problem.badRequest([{ ...place, message: 'has no letters or digits to search for' }]);
  if (read.length > MAX_WORDS)
    throw Problem.badRequest([{ ...place, message: `must have at most ${MAX_WORDS} different words` }]);
  const terms = await termQueries(dataSource, read);
  return terms.some(isNowhere) ? undefined : terms;
}
