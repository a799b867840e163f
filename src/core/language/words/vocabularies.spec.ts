import { LANGUAGES } from '../../vocabulary/languages.js';
import { VOCABULARY_NAMES, vocabularyOf } from './vocabularies.js';

const LONGEST_SHORT = 18;

describe.each(VOCABULARY_NAMES)('the words of %s', (name) => {
  const [english, spanish] = LANGUAGES.map((language) => vocabularyOf(name, language)) as [
    ReturnType<typeof vocabularyOf>,
    ReturnType<typeof vocabularyOf>,
  ];

  it('are there for the same codes in every language, in the same order', () => {
    expect(spanish.map(({ code }) => code)).toEqual(english.map(({ code }) => code));
  });

  it('are short enough for a bar', () => {
    for (const { short } of [...english, ...spanish])
      expect([short, short.length <= LONGEST_SHORT]).toEqual([short, true]);
  });

  it('are written as people write: a capital letter, no code, one sentence', () => {
    for (const { code, label, description } of [...english, ...spanish]) {
      expect([code, label]).toEqual([code, expect.stringMatching(/^[¿¡]?[\p{Lu}\p{N}]/u)]);
      expect([code, label]).toEqual([code, expect.not.stringMatching(/_|\b(?:co occurring|non nicotine)\b/)]);
      expect([code, description]).toEqual([code, expect.stringMatching(/^\p{Lu}[^.]*\.$/u)]);
    }
  });

  it('tell the codes apart', () => {
    for (const words of [english, spanish]) {
      expect(new Set(words.map(({ label }) => label)).size).toBe(words.length);
      expect(new Set(words.map(({ short }) => short)).size).toBe(words.length);
    }
  });

  it('are Spanish in Spanish', () => {
    const same = english.filter(({ description }, i) => description === spanish[i]!.description);
    expect(same).toEqual([]);
  });
});
