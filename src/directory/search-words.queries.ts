import type { DataSource, EntityManager } from 'typeorm';

/** More words than this do not make a search narrower. */
export const MAX_WORDS = 8;

/** Number of similar words that may replace a mistyped one. */
const MOST_ALIKE = 8;
/** Share of common trigrams above which words are similar; `bupenorphine` and `buprenorphine` share 0.53. */
const ALIKE = 0.35;

/** The different words of a text, in lower case, without punctuation. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/**
 * The text query that finds programs by all of these words. A word that the directory knows, as a whole word or as a
 * prefix, is searched for itself; any other word is replaced by similar known words. `null` if a word is similar to
 * nothing: then no program is found.
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

/** Stores the words by which these programs can be found. Words are never deleted: an outdated one finds nothing. */
export async function rememberWords(manager: EntityManager, searchTexts: readonly string[]): Promise<void> {
  const words = [...new Set(searchTexts.flatMap(wordsOf))].sort();
  await manager.query(`INSERT INTO search_word SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`, [words]);
}
