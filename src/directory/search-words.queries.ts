import type { DataSource, EntityManager } from 'typeorm';
import { type SearchTerm, wordsOf } from './read-words.js';

/** More words than this do not make a search narrower. */
export const MAX_WORDS = 8;

/** Words up to this length are looked for as they are: two letters begin too many words. */
const SHORT = 2;

/** Number of similar words that may replace a mistyped one. */
const MOST_ALIKE = 8;
/** Share of common trigrams above which words are similar; `bupenorphine` and `buprenorphine` share 0.53. */
const ALIKE = 0.35;

/** A term as the database looks for it: a program has it if any of the three is true. */
export interface TermQuery {
  readonly written: string;
  /** A text query, or `null` if no text can have it. */
  readonly text: string | null;
  readonly tags: readonly string[];
  readonly states: readonly string[];
  /** The similar words that are searched for in place of the one that was typed, which the directory does not know. */
  readonly similar: readonly string[];
}

/**
 * What to look for in the database for each term. A word that the directory knows, as a whole word or, if it is not short, as a
 * prefix, is searched for itself. One that it does not know, and that means nothing else, is replaced by similar known words.
 */
export async function termQueries(
  dataSource: DataSource,
  terms: readonly SearchTerm[],
): Promise<TermQuery[]> {
  const words = [...new Set(terms.flatMap(({ texts }) => texts.flat()))];
  const rows: { word: string; known: boolean; alike: string[] }[] = await dataSource.query(
    `SELECT asked.word,
            EXISTS (SELECT 1 FROM search_word s
                     WHERE s.word LIKE asked.word || CASE WHEN length(asked.word) > $4 THEN '%' ELSE '' END) AS known,
            ARRAY (SELECT s.word FROM search_word s
                    WHERE s.word % asked.word AND similarity(s.word, asked.word) >= $2
                    ORDER BY similarity(s.word, asked.word) DESC, s.word LIMIT $3) AS alike
       FROM unnest($1::text[]) AS asked(word)`,
    [words, ALIKE, MOST_ALIKE, SHORT],
  );
  const found = new Map(rows.map((row) => [row.word, row]));
  return terms.map(({ written, texts, tags, states }) => {
    const known = texts.filter((all) => all.every((word) => found.get(word)?.known));
    const means = tags.length > 0 || states.length > 0;
    const [typed] = texts;
    const similar =
      known.length > 0 || means || typed?.length !== 1 ? [] : (found.get(typed[0]!)?.alike ?? []);
    const alternatives = [...known.map((all) => all.map(asLookedFor).join(' & ')), ...similar];
    const text = alternatives.length > 0 ? alternatives.map((one) => `(${one})`).join(' | ') : null;
    return { written, text, tags, states, similar };
  });
}

/** A word of a text query; a long one also finds the words that it begins. */
function asLookedFor(word: string): string {
  return isPrefix(word) ? `${word}:*` : word;
}

/** Whether a word also finds the words that it begins. */
export function isPrefix(word: string): boolean {
  return word.length > SHORT;
}

/** Whether nothing can have the term: then no program is found. */
export function isNowhere({ text, tags, states }: TermQuery): boolean {
  return text === null && tags.length === 0 && states.length === 0;
}

/** Stores the words by which these programs can be found. Words are never deleted: an outdated one finds nothing. */
export async function rememberWords(manager: EntityManager, searchTexts: readonly string[]): Promise<void> {
  const words = [...new Set(searchTexts.flatMap(wordsOf))].sort();
  await manager.query(`INSERT INTO search_word SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`, [words]);
}
