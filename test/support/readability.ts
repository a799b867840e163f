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
function together(all: readonly Counts[]): Counts {
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

/** The shortest text that is measured alone, in words. */
const ALONE_FROM = 10;

/** A text for the person, and the rule that it belongs to. */
export interface RuleText {
  readonly rule: string;
  readonly text: string;
}

interface Hard {
  readonly of: string;
  readonly measure: number;
}

/**
 * The texts above grade 8, or below 55 on INFLESZ. One of ten words or more is measured alone, the shorter ones of a rule
 * together.
 *
 * @param names what is taken out before; nobody can write a name more plainly
 */
export function hardTexts(texts: readonly RuleText[], language: Language, names: RegExp): Hard[] {
  const counted = texts.map(({ rule, text }) => ({
    rule,
    of: text,
    counts: countsOf(text.replaceAll(names, ' '), language),
  }));
  const short = new Map<string, Counts[]>();
  for (const { rule, counts } of counted)
    if (counts.words < ALONE_FROM) short.set(rule, [...(short.get(rule) ?? []), counts]);
  return [
    ...counted.filter(({ counts }) => counts.words >= ALONE_FROM),
    ...[...short].map(([rule, counts]) => ({ of: `short texts of ${rule}`, counts: together(counts) })),
  ].flatMap(({ of, counts }) => {
    const measure = language === 'en' ? englishGrade(counts) : spanishEase(counts);
    return (language === 'en' ? measure <= 8 : measure >= 55) ? [] : [{ of, measure }];
  });
}
