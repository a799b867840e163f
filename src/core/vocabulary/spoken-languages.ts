/**
 * Languages that the sources of the directory report, and those that the interview offers. A request, and a statement at
 * the desk, may name any other by its BCP 47 tag. `crp`, `nai` and `ypk` are groups of languages: the source does not say
 * which one.
 */
export const SPOKEN_LANGUAGES = [
  'en',
  'es',
  'am',
  'ar',
  'crp',
  'de',
  'el',
  'fa',
  'fr',
  'he',
  'hi',
  'hmn',
  'ht',
  'it',
  'ja',
  'ko',
  'nai',
  'nv',
  'oj',
  'om',
  'pl',
  'pt',
  'ru',
  'so',
  'tl',
  'vi',
  'ypk',
  'zh',
] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];
