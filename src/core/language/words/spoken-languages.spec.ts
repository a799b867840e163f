import { CODE_BOOK_2023 } from '../../../interchange/samhsa/code-book-2023.js';
import { METROPOLITAN_AREAS } from '../../../interchange/demo/metropolitan-areas.js';
import { NEED_QUESTION_TABLE } from '../../assessment/need-questions.js';
import { canonicalTag } from '../../vocabulary/language-tags.js';
import { LANGUAGES } from '../../vocabulary/languages.js';
import { SPOKEN_LANGUAGES } from '../../vocabulary/spoken-languages.js';
import { isKnownLanguage, languageName, languageNamed } from './spoken-languages.js';

const inCodeBook = [...CODE_BOOK_2023.lines.values()].flatMap(([, ...states]) =>
  states.flatMap((each) => (typeof each === 'object' && 'languages' in each ? (each.languages ?? []) : [])),
);
const offered = NEED_QUESTION_TABLE.find(({ code }) => code === 'languages')!.options as readonly string[];

describe('the name of a language', () => {
  it('is there for every language of the national directory, of the demonstration and of the interview', () => {
    expect(inCodeBook).toEqual(expect.arrayContaining(['crp', 'nai', 'ypk', 'oj', 'fa', 'zh']));
    const reported = new Set([
      'en',
      ...inCodeBook,
      ...METROPOLITAN_AREAS.flatMap(({ languages }) => languages),
    ]);
    expect(
      [...reported, ...offered].filter((tag) => !(SPOKEN_LANGUAGES as readonly string[]).includes(tag)),
    ).toEqual([]);
    expect(SPOKEN_LANGUAGES.filter((tag) => !reported.has(tag) && !offered.includes(tag))).toEqual([]);
    expect(SPOKEN_LANGUAGES.filter((tag) => canonicalTag(tag) !== tag)).toEqual([]);
  });

  it.each([
    ['es', 'Spanish', 'español'],
    ['es-MX', 'Spanish', 'español'],
    ['zh-Hant', 'Chinese', 'chino'],
    ['yue', 'Cantonese', 'cantonés'],
    ['cmn', 'Mandarin Chinese', 'chino mandarín'],
    ['fa', 'Persian (Farsi)', 'persa (farsi)'],
    ['fa-AF', 'Dari', 'darí'],
    ['oj', 'Ojibwe', 'ojibwe'],
    ['ypk', 'Yupik', 'yupik'],
    ['crp', 'Creole (which one is not reported)', 'criollo (no se informa cuál)'],
    ['sw', 'Swahili', 'suajili'],
    ['qqq', 'the language with the code “qqq”', 'el idioma con el código “qqq”'],
  ])('of %s is %s, and %s', (tag, english, spanish) => {
    expect(LANGUAGES.map((language) => languageName(tag, language))).toEqual([english, spanish]);
  });

  it('is of one language alone', () => {
    for (const language of LANGUAGES)
      expect(new Set(SPOKEN_LANGUAGES.map((tag) => languageName(tag, language))).size).toBe(
        SPOKEN_LANGUAGES.length,
      );
  });
});

describe('the tag of a language that is written by its name', () => {
  it.each([
    ['Spanish', 'es'],
    ['español', 'es'],
    ['ESPANOL', 'es'],
    ['sp', 'es'],
    ['Mandarin', 'cmn'],
    ['Creole', 'ht'],
    ['Farsi', 'fa'],
    ['suajili', 'sw'],
    ['Klingon-ish', undefined],
  ])('of %s is %p', (written, tag) => {
    expect(languageNamed(written)).toBe(tag);
  });

  it('is one that is known', () => {
    expect(isKnownLanguage('sp')).toBe(false);
    expect(['es', 'tl', 'he', 'zh-Hant', 'qqq'].every(isKnownLanguage)).toBe(true);
  });
});
