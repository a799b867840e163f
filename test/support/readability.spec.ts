import { countsOf, englishGrade, hardTexts, spanishEase } from './readability.js';

describe('Readability', () => {
  it('counts words, sentences and syllables', () => {
    expect(countsOf('It is about 29 miles away. We do not know.', 'en')).toEqual({
      words: 10,
      sentences: 2,
      syllables: 13,
    });
    expect(countsOf('No sabemos si trata la abstinencia.', 'es')).toEqual({
      words: 6,
      sentences: 1,
      syllables: 12,
    });
  });

  it('ends a sentence neither at a colon nor within a number', () => {
    expect(countsOf('It costs $1.50: more than the limit', 'en').sentences).toBe(1);
  });

  it('gives a grade to English, and ease to Spanish, by the published formulas', () => {
    const counts = { words: 100, sentences: 8, syllables: 140 };
    expect(englishGrade(counts)).toBeCloseTo(0.39 * 12.5 + 11.8 * 1.4 - 15.59, 9);
    expect(spanishEase(counts)).toBeCloseTo(206.835 - 62.3 * 1.4 - 12.5, 9);
  });

  it('tells plain words from words of the field', () => {
    const grade = (text: string) => englishGrade(countsOf(text, 'en'));
    expect(grade('It offers care in a hospital.')).toBeLessThan(8);
    expect(grade('Offers medically managed residential care for co-occurring disorders.')).toBeGreaterThan(
      12,
    );
  });

  it('measures a longer text alone, and the short ones of a rule together', () => {
    const hard =
      'Offers medically managed residential care for co-occurring disorders, with continuous supervision.';
    const easy = 'It is far.';
    const childcare = 'It offers childcare.';
    const of = (...texts: [string, string][]) =>
      hardTexts(
        texts.map(([rule, text]) => ({ rule, text })),
        'en',
        /NAME/g,
      ).map((each) => each.of);
    expect(of(['a', hard], ['a', easy])).toEqual([hard]);
    expect(of(['a', 'It offers unavailability.'], ['b', easy])).toEqual(['short texts of a']);
    expect(of(['a', childcare], ['a', easy], ['a', easy])).toEqual([]);
  });
});
