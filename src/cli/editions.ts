import { hasCodeBook } from '../interchange/samhsa/code-books.js';
import { type PublishedEdition, publishedEditions } from '../interchange/samhsa/published-editions.js';

/** `editions`: what was published and where, and how to recognise a file of it. */
export function editionLines(editions: readonly PublishedEdition[] = publishedEditions()): string[] {
  return [
    "Published editions of SAMHSA's national directory of drug and alcohol use treatment facilities.",
    'An import recognises a file by its SHA-256.',
    ...editions.flatMap(({ edition, surveyYear, page, file, rows, sha256 }) => [
      '',
      `Edition ${edition}, survey of ${surveyYear}${hasCodeBook(edition) ? '' : ' (cannot be imported yet: no code book)'}`,
      `  page     ${page}`,
      `  file     ${file}`,
      `  rows     ${rows.toLocaleString('en-US')}`,
      `  SHA-256  ${sha256}`,
    ]),
  ];
}
