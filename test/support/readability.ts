import { syllable } from 'syllable';
import type { Language } from '../../src/core/vocabulary/languages.js';
import { spanishSyllables } from './spanish-syllables.js';

/** What the formulas of readability count. */
export interface Counts {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

const SYLLABLES: Readonly<Record<Language, (word: string) => number>> = {
  en: syllable,
  es: spanishSyllables,
};

/**
 * The counts of a text. A sentence ends at `.`, `?` or `!`, never at a colon. A hyphen separates words. A number is a word with
 * a syllable for each digit.
 */
export function countsOf(text: string, language: Language): Counts {
  const words = text.match(/\p{L}+(?:['’]\p{L}+)?|\d+/gu) ?? [];
  return {
    words: words.length,
    sentences: Math.max(1, text.match(/[.?!]+(?=[\s)]|$)/g)?.length ?? 0),
    syllables: words.reduce(
      (sum, word) => sum + (/^\d/.test(word) ? word.length : SYLLABLES[language](word)),
      0,
    ),
  };
}

/** The counts of several texts together. */
export function together(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, each) => ({
      words: sum.words + each.words,
      sentences: sum.sentences + each.sentences,
      syllables: sum.syllables + each.syllables,
    }),
    { words: 0, sentences: 0, syllables: 0 },
  );
}

/** Flesch and Kincaid's grade of an English text: years of school. */
export function englishGrade({ words, sentences, syllables }: Counts): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** The INFLESZ scale of a Spanish text (Szigriszt): from 55 on normal, from 65 on rather easy. */
export function spanishEase({ words, sentences, syllables }: Counts): number {
  return 206.835 - 62.3 * (syllables / words) - words / sentences;
}
