import type { DataSource, EntityManager } from 'typeorm';

/** More words than this do not make a search narrower. */
export const MAX_WORDS = 8;

/** Words that look alike, taken for a mistyped one. */
const MOST_ALIKE = 8;
/** Share of common trigrams from which words look alike; `bupenorphine` and `buprenorphine` share 0.53. */
const ALIKE = 0.35;

/** The different words of a text, lower case, without signs. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/**
 * The text query that finds programs by all of these words: a word that the directory knows, as a whole or as the
 * beginning of one, stands for itself; another one stands for the known words that look like it. `null` where a
 * word looks like nothing known: then no program is found.
 */
export async function textQuery(dataSource: DataSource, words: readonly string[]): Promise<string | null> {
  const rows: { word: string; known: boolean; alike: string[] }[] = await dataSource.query(
    `SELECT asked.word,
            EXISTS (SELECT 1 FROM search_word s WHERE s.word LIKE asked.word || '%') AS known,
            ARRAY (SELECT s.word FROM search_word s
                    WHERE s.word % asked.word AND similarity(s.word, asked.word) >= $2
                    ORDER BY similarity(s.word, asked.word) DESC, s.word LIMIT $3) AS alike
       FROM unnest($1::text[]) WITH ORDINALITY AS asked(word, place)
      ORDER BY asked.place`,
    [words, ALIKE, MOST_ALIKE],
  );
  const terms = rows.map(({ word, known, alike }) =>
    known ? `${word}:*` : alike.length > 0 ? `(${alike.join(' | ')})` : null,
  );
  return terms.includes(null) ? null : terms.join(' & ');
}

/** Remembers the words that these programs can be found by. Words are never forgotten: an old one finds nothing. */
export async function rememberWords(manager: EntityManager, searchTexts: readonly string[]): Promise<void> {
  const words = [...new Set(searchTexts.flatMap(wordsOf))].sort();
  await manager.query(`INSERT INTO search_word SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`, [words]);
}
